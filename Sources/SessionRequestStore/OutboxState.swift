public import SessionRequestModel

/// How the outbox stands, as far as those who wait for it must know.
public struct OutboxState: Sendable, Hashable {
    /// What leaves in one order: all mail, all text messages, or all events to one endpoint.
    public struct Line: Sendable, Hashable {
        /// By what way it leaves.
        public var kind: DeliveryKind
        /// Of webhooks: to whom.
        public var endpoint: String?
        /// When the next one can be taken, unless another is done with before.
        public var due: Timestamp
        /// Whether somebody has one of them.
        public var isHeld: Bool

        /// A line with just these properties.
        public init(kind: DeliveryKind, endpoint: String? = nil, due: Timestamp, isHeld: Bool) {
            self.kind = kind
            self.endpoint = endpoint
            self.due = due
            self.isHeld = isHeld
        }
    }

    /// The lines in which something waits or is held.
    public var lines: [Line] = []
    /// When the next recipient is to be reminded; nil: none is.
    public var nextReminder: Timestamp?

    /// An outbox with nothing in it.
    public init() {}
}

/// How many deliveries there are, for a monitor.
public struct OutboxCounts: Sendable, Hashable {
    /// Those that wait.
    public var waiting: [DeliveryKind: Int] = [:]
    /// Those that somebody has.
    public var held: [DeliveryKind: Int] = [:]
    /// Those that were given up.
    public var failed: [DeliveryKind: Int] = [:]
}
