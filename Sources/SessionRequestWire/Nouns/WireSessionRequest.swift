/// A session request as one reader may see it.
public struct WireSessionRequest: Sendable, Equatable {
    /// Its number; nil only in the answer to a dry run.
    public var id: Int64?
    /// Counts its events, from 1.
    public var revision: Int64
    /// `open`, `waiting`, `ready`, `connected`, `closed` or `expired`.
    public var status: String
    /// When it came to that status, RFC 3339.
    public var statusSince: String
    /// What it is about; the recipient sees it.
    public var subject: String?
    /// Who needs help.
    public var recipient: WireRecipient
    /// Notes that the recipient never sees; hidden from viewers.
    public var comments: String?
    /// Who is to take it; nil: nobody yet.
    public var assignee: WireAssignee?
    /// Who made it.
    public var createdBy: WireActor
    /// RFC 3339.
    public var createdAt: String
    /// RFC 3339.
    public var updatedAt: String
    /// When it is meant to happen.
    public var schedule: WireSchedule?
    /// When it expires, RFC 3339.
    public var expiresAt: String
    /// The URL for the recipient; left out when nil; hidden from viewers.
    public var link: String?
    /// Nine digits to read aloud; left out when nil; hidden from viewers.
    public var code: String?
    /// What was sent to the recipient.
    public var invitation: WireInvitation
    /// How the recipient's side joined.
    public var join: WireJoin?
    /// The running session.
    public var connection: WireConnection?
    /// How it ended.
    public var closed: WireClosure?
    /// What the recipient said afterwards.
    public var feedback: WireFeedback?
    /// How often the recipient denied.
    public var denials: Int64
    /// From 1, while it waits in a queue.
    public var queuePosition: Int64?
    /// `low`, `normal`, `high` or `urgent`.
    public var priority: String
    /// Words to find it by.
    public var tags: [String]
    /// The record in another system.
    public var externalReference: WireExternalReference?
    /// Names to values, written in the order of the names; hidden from viewers.
    public var customFields: [String: String]
    /// The methods that the caller may call on it now, without their family; left out when nil.
    public var allowedActions: [String]?
    /// Whether a viewer reads it: encoding leaves out the link, the code, the target, contact data, comments, notes and
    /// custom fields.
    public var redacted: Bool

    /// Just these members.
    public init(
        id: Int64?, revision: Int64, status: String, statusSince: String, subject: String? = nil,
        recipient: WireRecipient, comments: String? = nil, assignee: WireAssignee? = nil, createdBy: WireActor,
        createdAt: String, updatedAt: String, schedule: WireSchedule? = nil, expiresAt: String, link: String? = nil,
        code: String? = nil, invitation: WireInvitation, join: WireJoin? = nil, connection: WireConnection? = nil,
        closed: WireClosure? = nil, feedback: WireFeedback? = nil, denials: Int64 = 0, queuePosition: Int64? = nil,
        priority: String, tags: [String] = [], externalReference: WireExternalReference? = nil,
        customFields: [String: String] = [:], allowedActions: [String]? = nil, redacted: Bool = false
    ) {
        self.id = id
        self.revision = revision
        self.status = status
        self.statusSince = statusSince
        self.subject = subject
        self.recipient = recipient
        self.comments = comments
        self.assignee = assignee
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.schedule = schedule
        self.expiresAt = expiresAt
        self.link = link
        self.code = code
        self.invitation = invitation
        self.join = join
        self.connection = connection
        self.closed = closed
        self.feedback = feedback
        self.denials = denials
        self.queuePosition = queuePosition
        self.priority = priority
        self.tags = tags
        self.externalReference = externalReference
        self.customFields = customFields
        self.allowedActions = allowedActions
        self.redacted = redacted
    }
}
