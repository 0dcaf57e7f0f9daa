public import SessionRequestModel

/// The desk at a glance.
public struct DeskSummary: Sendable, Hashable {
    /// A request and an instant that matters for it.
    public struct Moment: Sendable, Hashable {
        /// The request's number.
        public var id: Int64
        /// The instant.
        public var at: Timestamp
    }

    /// How many requests there are in each status; a missing one is 0.
    public var byStatus: [Status: Int] = [:]
    /// How many live requests each queue has.
    public var byQueue: [String: Int] = [:]
    /// How many live requests each agent has.
    public var byAgent: [String: Int] = [:]
    /// The longest waiting request, since when.
    public var oldestWaiting: Moment?
    /// The next planned start.
    public var nextScheduled: Moment?
    /// The next expiry.
    public var nextExpiry: Moment?

    /// A desk without requests.
    public init() {}
}
