internal import SessionRequestModel
internal import SessionRequestStore
internal import SessionRequestWire

extension Desk {
    /// A delivery as it is handed to who sends it; nil when what it is about is not kept any more, or need not be told.
    ///
    /// - Parameter request: of a message to the recipient, as it is now.
    func render(
        _ entry: OutboxEntry, _ request: SessionRequest?, at now: Timestamp, _ snapshot: Snapshot
    ) throws -> WireDueDelivery? {
        var delivery = WireDueDelivery(
            id: entry.id, key: "\(epoch).\(entry.id)", kind: entry.kind.rawValue, purpose: entry.purpose.rawValue,
            endpoint: entry.endpoint, attempt: Int64(entry.attempts), createdAt: entry.createdAt.rfc3339,
            leaseExpiresAt: entry.due.rfc3339, organization: policy.settings.organization, sessionRequest: nil)
        guard entry.kind != .webhook else {
            guard let place = entry.event, let logged = try snapshot.event(at: place) else { return nil }
            let endpoint = policy.settings.outbox.webhooks.first { $0.id == entry.endpoint }
            delivery.event = wire(logged, withLinks: endpoint?.includesLinks ?? false)
            delivery.sessionRequest = delivery.event?.sessionRequest
            try tell(logged.event.sessionRequest, to: &delivery, snapshot)
            return delivery
        }
        guard let request else { return nil }
        // A reminder of what has begun reminds nobody.
        if entry.purpose == .reminder, request.schedule.map({ $0.startsAt <= now }) ?? true { return nil }
        // An address that is gone by now.
        guard entry.kind == .email ? request.recipient.email != nil : request.recipient.phone != nil else { return nil }
        delivery.sessionRequest = wire(request, isRedacted: false)
        try tell(request, to: &delivery, snapshot)
        if entry.kind == .email, let part = CalendarPart(of: request, entry.purpose) {
            delivery.calendarMethod = part.method.rawValue
            delivery.calendarSequence = Int64(part.sequence)
        }
        return delivery
    }

    private func tell(_ request: SessionRequest?, to delivery: inout WireDueDelivery, _ snapshot: Snapshot) throws {
        guard let request else { return }
        delivery.agentName = agentName(of: request)
        delivery.language = try language(of: request, snapshot)
    }

    /// The event whole, but without what lets its reader act as the recipient, unless that is wanted.
    private func wire(_ logged: LoggedEvent, withLinks: Bool) -> WireEvent {
        var event = wire(logged, isRedacted: false)
        if withLinks { return event }
        event.sessionRequest?.link = nil
        event.sessionRequest?.code = nil
        event.changes.fields.removeAll { $0.field == "link" || $0.field == "code" }
        return event
    }

    /// Who helps, as the recipient is told.
    func agentName(of request: SessionRequest) -> String? {
        if let connection = request.connection { return connection.agent.user }
        if case .agent(let user) = request.assignee { return user }
        return request.createdBy.user
    }

    /// What the recipient reads: their own language, else that of the queue.
    func language(of request: SessionRequest, _ snapshot: Snapshot) throws -> String? {
        if let language = request.recipient.language { return language }
        guard case .queue(let id) = request.assignee else { return nil }
        return try snapshot.queue(id)?.defaultLanguage
    }

    /// The invitation with what the outbox knows of attempts that have failed, while it is queued.
    func wireInvitation(of request: SessionRequest, _ snapshot: Snapshot) throws -> WireInvitation {
        var invitation = WireInvitation(request.invitation)
        for kind in DeliveryKind.toRecipient where request.invitation[kind].state == .queued {
            guard let entry = try snapshot.delivery(to: request.id, by: kind), entry.purpose.isInvitation else {
                continue
            }
            let attempts = Int64(entry.attempts)
            switch kind {
            case .email: (invitation.email.attempts, invitation.email.error) = (attempts, entry.error)
            case .sms: (invitation.sms.attempts, invitation.sms.error) = (attempts, entry.error)
            case .webhook: break
            }
        }
        return invitation
    }
}
