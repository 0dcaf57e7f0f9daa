public import SessionRequestModel

/// An event with its place in the log.
public struct LoggedEvent: Sendable {
    /// Its place: the order of the world. Never reused, rising by commit.
    public var sequence: Int64
    /// What happened.
    public var event: Event

    /// An event at a place.
    public init(sequence: Int64, event: Event) {
        self.sequence = sequence
        self.event = event
    }
}
