// What the recipient is told by mail and text message. What is sent when is decided by `RecipientNews` and
// `OutboxDecision` from the events of these and other methods.
extension SessionRequest {
    /// Queues the invitations asked for; no event when none is.
    ///
    /// - Parameter reminderMinutes: before the start of a scheduled session, when the recipient is to be reminded.
    public mutating func queueInvitation(
        email: Bool, sms: Bool, reminderMinutes: [Int64] = [], by actor: Actor, at now: Timestamp
    ) -> [Event] {
        guard email || sms else { return [] }
        return [
            record(.invitationQueued, by: actor, at: now) { request in
                request.invite(email: email, sms: sms, reminderMinutes: reminderMinutes, at: now)
            }
        ]
    }

    /// Queues the invitations asked for, as part of another change.
    mutating func invite(email: Bool, sms: Bool, reminderMinutes: [Int64], at now: Timestamp) {
        if email { invitation[.email].queue(at: now) }
        if sms { invitation[.sms].queue(at: now) }
        planReminders(reminderMinutes, after: now)
    }

    /// An invitation was handed over.
    ///
    /// - Parameters:
    ///   - attempts: how often it was tried.
    ///   - awaitsAnother: whether a newer one is queued already, so that the invitation stays queued.
    public mutating func invitationSent(
        _ kind: DeliveryKind, attempts: Int, awaitsAnother: Bool, at now: Timestamp
    ) -> [Event] {
        [
            record(.invitationSent, by: .service, at: now) { request in
                request.invitation[kind].reachedAt = now
                if awaitsAnother { return }
                request.invitation[kind].state = .sent
                request.invitation[kind].at = now
                request.invitation[kind].attempts = attempts
                request.invitation[kind].error = nil
            }
        ]
    }

    /// What was to be sent was given up: the invitation failed, unless the recipient has all that it takes to come. Then its
    /// error alone tells that the last message did not arrive.
    ///
    /// - Parameter error: one line for the agent to read.
    public mutating func deliveryFailed(
        _ kind: DeliveryKind, of purpose: DeliveryPurpose, attempts: Int, error: String, at now: Timestamp
    ) -> [Event] {
        [
            record(.invitationFailed, by: .service, at: now) { request in
                guard purpose.isNeededToCome else {
                    request.invitation[kind].error = error
                    return
                }
                request.invitation[kind].state = .failed
                request.invitation[kind].at = now
                request.invitation[kind].attempts = attempts
                request.invitation[kind].error = error
            }
        ]
    }

    /// When the recipient is to be reminded next; nil when not at all: nobody was invited, or it is too late for that.
    public var nextReminder: Timestamp? {
        guard let next = reminders.first, status.isLive, invitation.isWanted else { return nil }
        return next
    }

    /// Plans reminders before the start, those that lie ahead; none without a start, or for somebody who is not invited.
    mutating func planReminders(_ minutes: [Int64], after now: Timestamp) {
        guard let schedule, invitation.isWanted else {
            reminders = []
            return
        }
        reminders = minutes.map { schedule.startsAt.adding(seconds: -60 * $0) }.filter { $0 > now }.sorted()
    }

    /// The recipient's addresses may be others: who was invited at one that is gone is invited at the new one.
    mutating func readdress(from old: Recipient, at now: Timestamp) {
        if recipient.email != old.email { readdress(.email, recipient.email, at: now) }
        if recipient.phone != old.phone { readdress(.sms, recipient.phone, at: now) }
    }

    private mutating func readdress(_ kind: DeliveryKind, _ address: String?, at now: Timestamp) {
        guard status.isLive, invitation[kind].isWanted else { return }
        invitation[kind] = address == nil ? .notRequested : Delivery(state: .queued, at: now)
    }

    /// There is another link, or the old one is good again: who has had that one is told.
    mutating func queueNewLink(at now: Timestamp, except others: Set<DeliveryKind> = []) {
        for kind in DeliveryKind.toRecipient where invitation[kind].reachedAt != nil && !others.contains(kind) {
            invitation[kind].queue(at: now)
        }
    }

    /// It is over: what waits to be sent is not sent.
    mutating func withdrawInvitations() {
        reminders = []
        for kind in DeliveryKind.toRecipient where invitation[kind].state == .queued { invitation[kind].withdraw() }
    }
}
