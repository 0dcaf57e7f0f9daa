internal import Glibc

/// An instant as the text log shows it: RFC 3339, in UTC, with milliseconds.
package struct LogTime: Sendable, CustomStringConvertible {
    /// Seconds since 1970.
    package let seconds: Int
    /// Milliseconds in that second.
    package let milliseconds: Int

    package init(seconds: Int, milliseconds: Int) {
        self.seconds = seconds
        self.milliseconds = milliseconds
    }

    static func now() -> LogTime {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return LogTime(seconds: now.tv_sec, milliseconds: now.tv_nsec / 1_000_000)
    }

    package var description: String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        let date = [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map(Int.init)
        let day = date.map { Self.padded($0, to: 2) }.joined(separator: "-")
        let hour = clock.map { Self.padded($0, to: 2) }.joined(separator: ":")
        return "\(day)T\(hour).\(Self.padded(milliseconds, to: 3))Z"
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
