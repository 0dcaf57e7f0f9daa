internal import Glibc
internal import Synchronization

/// The value of `Date` (RFC 9110, 5.6.7), written once a second.
package final class HTTPDate: Sendable {
    private struct Written {
        var second = 0
        var text = ""
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    private let written = Mutex(Written())

    /// Now.
    package var text: String {
        let now = time(nil)
        return written.withLock { written in
            if written.second != now { written = Written(second: now, text: Self.text(at: now)) }
            return written.text
        }
    }

    package static func text(at seconds: Int) -> String {
        var seconds = seconds
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = "\(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900)"
        let clock = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
        return "\(days[Int(parts.tm_wday)]), \(day) \(clock) GMT"
    }
}
