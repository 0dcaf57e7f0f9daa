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

/// The part of the log that can be read: after `earliest`, up to and with `latest`.
public struct LogBounds: Sendable, Hashable {
    /// The last place that retention has removed, 0 when it never did.
    public var earliest: Int64
    /// The last place written, 0 when nothing was.
    public var latest: Int64

    /// Bounds with these ends.
    public init(earliest: Int64, latest: Int64) {
        self.earliest = earliest
        self.latest = latest
    }
}
