/// A request for a remote-support session: one person who needs help, one link, at most one agent at a time.
///
/// A value. Its life goes through the methods of `SessionRequest+Lifecycle.swift` and `SessionRequest+Editing.swift`,
/// which return the events to be recorded with it. The link and the code are computed where they are answered, from
/// `id`, `linkGeneration` and `codeAttempt` under a key that the model never sees.
public struct SessionRequest: Sendable, Hashable {
    /// Never reused.
    public package(set) var id: Int64
    /// Counts its events, from 1.
    public package(set) var revision: Int64 = 1
    /// Where it stands, as of the last change: time may have brought more about (`timePassed(to:)`).
    public package(set) var status: Status = .open
    /// When it came to `status`.
    public package(set) var statusSince: Timestamp
    /// What it is about, in a few words that the recipient sees.
    public package(set) var subject: String?
    /// The person who needs help.
    public package(set) var recipient: Recipient
    /// Notes of the agents, which the recipient never sees.
    public package(set) var comments: String?
    /// Nil: nobody yet.
    public package(set) var assignee: Assignee?
    /// An agent, or the recipient through a queue's public page.
    public package(set) var createdBy: Actor
    /// When it was made.
    public package(set) var createdAt: Timestamp
    /// The time of its latest event.
    public package(set) var updatedAt: Timestamp
    /// When the session is meant to happen.
    public package(set) var schedule: Schedule?
    /// When it expires unless it is closed before; past it, a connected request stays connected.
    public package(set) var expiresAt: Timestamp
    /// What was sent to the recipient.
    public package(set) var invitation: Invitation = .notRequested
    /// How the recipient joined, from the grant to a denial, a revocation or a reopening.
    public package(set) var join: Join?
    /// The agent's running session; only while connected.
    public package(set) var connection: Connection?
    /// How it ended; only while closed.
    public package(set) var closed: Closure?
    /// What the recipient said afterwards; dropped when the request is reopened.
    public package(set) var feedback: Feedback?
    /// How often the recipient denied since it was created or reopened.
    public package(set) var denials: Int = 0
    /// How urgent it is.
    public package(set) var priority: Priority
    /// Words to find it by, each once, at most `Limits.tags`.
    public package(set) var tags: [String]
    /// The record in another system that it belongs to.
    public package(set) var externalReference: ExternalReference?
    /// Names to values, at most `Limits.customFields`.
    public package(set) var customFields: [String: String]
    /// When an agent last asked the recipient to allow access; cleared by the answer.
    public package(set) var accessRequestedAt: Timestamp?
    /// The same, whatever the recipient has answered; cleared by another link, and by reopening.
    public package(set) var accessLastRequestedAt: Timestamp?
    /// Counts its links, from 1; a link of an earlier generation is dead.
    public package(set) var linkGeneration: Int64 = 1
    /// How often a code had to be derived anew because another live request had it.
    public package(set) var codeAttempt: Int64 = 0

    /// When the recipient is to be reminded of the schedule, earliest first.
    public package(set) var reminders: [Timestamp] = []
    /// Whether the recipient allowed access since it was created or reopened.
    public package(set) var hasJoined = false
    /// Counts the changes of the schedule that a calendar must take: the SEQUENCE of iCalendar.
    public package(set) var calendarSequence: Int = 0
    /// Whether the schedule that it had was taken back, so that calendars are to lose it.
    public package(set) var isUnscheduled = false

    /// A request as it is kept, read back; for the store.
    package init(
        id: Int64, recipient: Recipient, createdBy: Actor, createdAt: Timestamp, expiresAt: Timestamp,
        priority: Priority,
        tags: [String], customFields: [String: String]
    ) {
        self.id = id
        self.recipient = recipient
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.updatedAt = createdAt
        self.statusSince = createdAt
        self.expiresAt = expiresAt
        self.priority = priority
        self.tags = tags
        self.customFields = customFields
    }

    /// When its next change is due by the clock alone, nil when none is: the expiry, the end of the grant's lease, or a
    /// reminder.
    public var nextDeadline: Timestamp? {
        var nearest = Lifecycle.ruling(on: .expired, in: status) == .moves(to: .expired) ? expiresAt : nil
        if let lease = leaseDeadline { nearest = nearest.map { min($0, lease) } ?? lease }
        if let reminder = nextReminder { nearest = nearest.map { min($0, reminder) } ?? reminder }
        return nearest
    }

    /// When the recipient's lease runs out; nil without a lease or when there is no grant to take back.
    var leaseDeadline: Timestamp? {
        Lifecycle.ruling(on: .revoked, in: status) == .refused ? nil : join?.leaseExpiresAt
    }
}
