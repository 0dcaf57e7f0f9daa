public import SessionRequestModel

/// What one commit brought.
public struct CommittedGroup: Sendable {
    /// What was written to the log, in order; empty when the group failed or wrote nothing.
    public var events: [LoggedEvent]
    /// To be run once, in order: each tells one caller of `Store.write` its outcome.
    public var answers: [@Sendable () -> Void]
    /// Why the group failed as a whole; its answers say the same.
    public var failure: StoreError?
    /// The instant at which the next change by the clock alone is due; nil when none is.
    public var nextDeadline: Timestamp?
    /// How the outbox stands; nil when it is as it was.
    public var outbox: OutboxState?
    /// What was given up.
    public var deadLetters: [OutboxEntry] = []
}
