/// What a new request is made of, before anybody has checked it.
public struct SessionRequestDraft: Sendable {
    /// The person who needs help.
    public var recipient: Recipient
    /// What it is about: one line, which the recipient sees.
    public var subject: String?
    /// Notes of the agents, which the recipient never sees.
    public var comments: String?
    /// Who is to take it; nil: nobody yet. Whether the queue or client exists is for the service to say.
    public var assignee: Assignee?
    /// When the session is meant to happen.
    public var schedule: Schedule?
    /// Nil: `defaultLifetimeSeconds` after the schedule's last instant, or after creation.
    public var expiresAt: Timestamp?
    /// How long it lives unless `expiresAt` says; 1 or more.
    public var defaultLifetimeSeconds: Int64
    /// How urgent it is; `normal` unless said.
    public var priority: Priority
    /// Words to find it by, each once, at most `Limits.tags`.
    public var tags: [String]
    /// The record in another system that it belongs to.
    public var externalReference: ExternalReference?
    /// Names to values, at most `Limits.customFields`.
    public var customFields: [String: String]
    /// Whether to invite by mail, which needs `recipient.email`.
    public var invitesByEmail: Bool
    /// Whether to invite by text message, which needs `recipient.phone`.
    public var invitesBySMS: Bool
    /// Minutes before the start of a scheduled session at which an invited recipient is to be reminded.
    public var reminderMinutes: [Int64] = []
    /// How often its code had to be derived anew because another live request had it.
    public var codeAttempt: Int64 = 0

    /// A draft with nothing but a recipient.
    public init(recipient: Recipient, defaultLifetimeSeconds: Int64) {
        self.recipient = recipient
        self.defaultLifetimeSeconds = defaultLifetimeSeconds
        priority = .normal
        tags = []
        customFields = [:]
        invitesByEmail = false
        invitesBySMS = false
    }
}

extension SessionRequest {
    /// Makes the request of a draft, its invitations queued, and the event of it.
    ///
    /// Throws with the pointer of the first member that is out of bounds, or that does not go with another: an expiry
    /// before the start or in the past, an invitation without an address.
    public static func created(
        from draft: SessionRequestDraft, id: Int64, by actor: Actor, at now: Timestamp
    ) throws(Violation) -> (SessionRequest, [Event]) {
        try SessionRequest.check(subject: draft.subject)
        try SessionRequest.check(comments: draft.comments)
        try SessionRequest.check(tags: draft.tags)
        try SessionRequest.check(customFields: draft.customFields)
        let expiresAt =
            draft.expiresAt
            ?? SessionRequest.defaultExpiry(schedule: draft.schedule, seconds: draft.defaultLifetimeSeconds, now: now)
        try SessionRequest.check(
            expiresAt: expiresAt, isDerived: draft.expiresAt == nil, schedule: draft.schedule, now: now)
        if draft.invitesByEmail, draft.recipient.email == nil {
            throw Violation("must be given to send an invitation by mail", at: "/recipient/email")
        }
        if draft.invitesBySMS, draft.recipient.phone == nil {
            throw Violation("must be given to send an invitation by text message", at: "/recipient/phone")
        }
        var request = SessionRequest(
            id: id, recipient: draft.recipient, createdBy: actor, createdAt: now, expiresAt: expiresAt,
            priority: draft.priority, tags: draft.tags, customFields: draft.customFields)
        request.subject = draft.subject
        request.codeAttempt = draft.codeAttempt
        request.comments = draft.comments
        request.assignee = draft.assignee
        request.schedule = draft.schedule
        request.externalReference = draft.externalReference
        request.invite(
            email: draft.invitesByEmail, sms: draft.invitesBySMS, reminderMinutes: draft.reminderMinutes, at: now)
        return (
            request, [Event(type: .created, at: now, actor: actor, subject: .sessionRequest(request, before: nil))]
        )
    }
}
