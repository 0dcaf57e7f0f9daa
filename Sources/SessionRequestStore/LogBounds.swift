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
