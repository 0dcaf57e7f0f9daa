/// The bounds that hold for the shape of params, before anybody looks at what they mean.
public enum WireLimits {
    /// Seconds of any duration: ten years at most. Narrower bounds are each method's own.
    public static let seconds: ClosedRange<Double> = 0...315_360_000
    /// Entries of one list in a filter.
    public static let filterEntries = 1000
    /// Operations of one `sessionRequest.bulk`.
    public static let operations = 1000
}
