/// The bounds that hold for the shape of params, before anybody looks at what they mean.
public enum WireLimits {
    /// Seconds of any duration: ten years at most. Narrower bounds are each method's own.
    public static let seconds: ClosedRange<Double> = 0...315_360_000
    /// Seconds that a blocking call may ask for.
    public static let timeout: ClosedRange<Double> = 0...3600
    /// Seconds between two signs of life on a quiet stream.
    public static let heartbeat: ClosedRange<Double> = 1...3600
    /// Numbers of requests: what a double holds exactly.
    public static let numbers: ClosedRange<Int64> = 1...9_007_199_254_740_991
    /// Revisions of a request or a queue.
    public static let revisions = numbers
    /// Items of one page.
    public static let pageItems: ClosedRange<Int64> = 1...500
    /// Entries of one list in a filter.
    public static let filterEntries = 1000
    /// Operations of one `sessionRequest.bulk`.
    public static let operations = 1000
    /// Kinds of deliveries that one call may name.
    public static let deliveryKinds = 3
    /// Endpoints that one call may name.
    public static let endpoints = 64
    /// Seconds that a delivery may stay with who took it.
    public static let deliveryLease: ClosedRange<Double> = 5...3600
    /// Seconds that a failed attempt may put the next one off: a week.
    public static let retryAfter: ClosedRange<Double> = 0...604_800
}
