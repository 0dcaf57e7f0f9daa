internal import Glibc

/// The machine's clocks.
enum Clocks {
    /// A time that never goes back, since some moment.
    @Sendable static func steady() -> Duration {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    /// The time of the wall, RFC 3339 in UTC with milliseconds.
    @Sendable static func wall() -> String {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        var parts = tm()
        gmtime_r(&time.tv_sec, &parts)
        func text(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let day =
            "\(text(Int(parts.tm_year) + 1900, 4))-\(text(Int(parts.tm_mon) + 1, 2))-\(text(Int(parts.tm_mday), 2))"
        let clock = "\(text(Int(parts.tm_hour), 2)):\(text(Int(parts.tm_min), 2)):\(text(Int(parts.tm_sec), 2))"
        return "\(day)T\(clock).\(text(time.tv_nsec / 1_000_000, 3))Z"
    }
}
