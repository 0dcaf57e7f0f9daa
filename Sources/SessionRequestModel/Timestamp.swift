/// An instant on the UTC time line, in whole milliseconds since 1970-01-01T00:00:00Z (leap seconds not counted).
///
/// The model never reads a clock: every method that needs the time takes it as a parameter of this type.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Milliseconds since the epoch; negative before it.
    public var milliseconds: Int64

    /// The instant that lies `milliseconds` after the epoch.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Whether `lhs` is the earlier instant.
    public static func < (lhs: Timestamp, rhs: Timestamp) -> Bool {
        lhs.milliseconds < rhs.milliseconds
    }

    /// The instant `seconds` later, earlier when negative; what lies beyond the ends of `Int64` stays at that end.
    public func adding(seconds: Int64) -> Timestamp {
        let end = seconds < 0 ? Int64.min : Int64.max
        let (span, spanOverflows) = seconds.multipliedReportingOverflow(by: 1000)
        let (sum, sumOverflows) = milliseconds.addingReportingOverflow(span)
        return Timestamp(milliseconds: spanOverflows || sumOverflows ? end : sum)
    }

    /// Milliseconds from `other` to this instant.
    public func milliseconds(since other: Timestamp) -> Int64 {
        milliseconds - other.milliseconds
    }
}
