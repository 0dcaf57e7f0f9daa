/// How a request ended.
public struct Closure: Sendable, Hashable {
    /// Why.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case done, canceled, denied, duplicate, other
        /// The person behind the link called it off.
        case canceledByRecipient
    }

    /// Why.
    public var reason: Reason
    /// By whom.
    public var by: Actor
    /// When.
    public var at: Timestamp
    /// What the agent wrote down.
    public var note: String?

    /// A closure with just these properties.
    public init(reason: Reason, by: Actor, at: Timestamp, note: String?) {
        self.reason = reason
        self.by = by
        self.at = at
        self.note = note
    }
}
