/// A line is longer than its framer allows; nothing behind its beginning can be trusted, so the connection ends.
public struct LineTooLong: Error, Equatable, Sendable, CustomStringConvertible {
    /// The most bytes that a line may have, its line feed not counted.
    public var limit: Int

    /// A line that exceeds this limit.
    public init(limit: Int) {
        self.limit = limit
    }

    /// One sentence for people; safe to send to a peer.
    public var description: String { "cannot read a line of more than \(limit) bytes: send less at a time" }
}
