internal import Glibc

/// An instant as the text log shows it: RFC 3339, in UTC, with milliseconds.
package struct LogTime: Sendable {
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

    /// Appends the text to a line.
    func append(to line: inout LogLine) {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        line.append(Int(parts.tm_year) + 1900, width: 4)
        line.append("-")
        line.append(Int(parts.tm_mon) + 1, width: 2)
        line.append("-")
        line.append(Int(parts.tm_mday), width: 2)
        line.append("T")
        line.append(Int(parts.tm_hour), width: 2)
        line.append(":")
        line.append(Int(parts.tm_min), width: 2)
        line.append(":")
        line.append(Int(parts.tm_sec), width: 2)
        line.append(".")
        line.append(milliseconds, width: 3)
        line.append("Z")
    }
}
