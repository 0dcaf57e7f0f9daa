/// When a delivery that failed is tried again, and when it is given up.
public struct DeliveryBackoff: Sendable, Hashable {
    /// Attempts after which it is given up.
    public var maxAttempts: Int
    /// Seconds from the first attempt that failed to the second one; they double with each.
    public var firstRetrySeconds: Int64
    /// Seconds at most between two attempts, before chance varies them.
    public var longestRetrySeconds: Int64

    /// The share of the wait by which chance makes it longer or shorter, so that what failed together is not tried together.
    public static let jitter = 0.2

    /// A back-off with just these properties.
    public init(maxAttempts: Int = 12, firstRetrySeconds: Int64 = 30, longestRetrySeconds: Int64 = 3600) {
        self.maxAttempts = maxAttempts
        self.firstRetrySeconds = firstRetrySeconds
        self.longestRetrySeconds = longestRetrySeconds
    }

    /// When the next attempt is due; nil: it is given up.
    ///
    /// - Parameters:
    ///   - attempt: the one that failed at `now`, from 1.
    ///   - seconds: what who tried it asks for, which makes the wait longer but never shorter: an endpoint that asks for
    ///     the next attempt at once would use up all of them in a moment. Nil: as the back-off says.
    ///   - chance: from -1 to 1.
    public func nextAttempt(after attempt: Int, at now: Timestamp, retryAfter seconds: Double?, chance: Double)
        -> Timestamp?
    {
        guard attempt < maxAttempts else { return nil }
        var wait = min(firstRetrySeconds, longestRetrySeconds)
        for _ in 1..<max(attempt, 1) where wait < longestRetrySeconds { wait = min(wait * 2, longestRetrySeconds) }
        let varied = Double(wait) * 1000 * (1 + Self.jitter * min(max(chance, -1), 1))
        return Timestamp(milliseconds: now.milliseconds + Int64(max(varied, (seconds ?? 0) * 1000)))
    }
}
