/// Times as people say them: "in 2 h", "3 min ago".
package struct RelativeTime {
    private let now: Instant
    private let clock: LocalClock

    /// As somebody says them at `now`, by the clocks of a place.
    package init(now: Instant, clock: LocalClock) {
        self.now = now
        self.clock = clock
    }

    /// How far away an instant is: "now", "in 40 s", "3 min ago"; its date when it is more than two weeks away.
    package func words(_ instant: Instant) -> String {
        let milliseconds = instant.milliseconds - now.milliseconds
        let span = span(milliseconds.magnitude)
        guard let span else { return clock.civil(instant).dateText }
        if span.isEmpty { return "now" }
        return milliseconds < 0 ? "\(span) ago" : "in \(span)"
    }

    /// How long something has lasted: "40 s", "3 min", "2 h".
    package func age(of instant: Instant) -> String {
        let milliseconds = max(0, now.milliseconds - instant.milliseconds).magnitude
        let span = span(milliseconds)
        return span.map { $0.isEmpty ? "now" : $0 } ?? "\(milliseconds / 86_400_000) d"
    }

    /// When, by the clock: "14:30" today, "tomorrow 14:30", else "2026-11-24 14:30".
    package func clockTime(_ instant: Instant) -> String {
        let civil = clock.civil(instant)
        let today = clock.civil(now)
        switch civil.daysSince1970 - today.daysSince1970 {
        case 0: return civil.clockText
        case 1: return "tomorrow \(civil.clockText)"
        case -1: return "yesterday \(civil.clockText)"
        default: return "\(civil.dateText) \(civil.clockText)"
        }
    }

    /// Both: "tomorrow 14:30 (in 23 h)".
    package func full(_ instant: Instant) -> String {
        let words = words(instant)
        let civil = clock.civil(instant)
        return words == civil.dateText ? clockTime(instant) : "\(clockTime(instant)) (\(words))"
    }

    /// Empty for less than five seconds, nil for more than two weeks.
    private func span(_ milliseconds: UInt64) -> String? {
        // Rounded, so that what is two hours away when it is made does not say one hour a moment later.
        let seconds = (milliseconds + 500) / 1000
        switch seconds {
        case ..<5: return ""
        case ..<60: return "\(seconds) s"
        case ..<3570: return "\((seconds + 30) / 60) min"
        case ..<171_000: return "\((seconds + 1800) / 3600) h"
        case ..<1_209_600: return "\((seconds + 43200) / 86400) d"
        default: return nil
        }
    }
}
