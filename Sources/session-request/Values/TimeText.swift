/// Times as people write them: RFC 3339, or `2026-11-24 14:30`, `tomorrow 14:30`, `friday 9:00`, `14:30`, `+2h` and `now`
/// by the clocks of a place.
package struct TimeText {
    private let now: Instant
    private let clock: LocalClock
    private let start: Instant

    /// Reads times as somebody means them at `now`, by the clocks of a place. For the end of something `start` is when it
    /// begins: durations and a time of day alone count from then, days and weekdays from `now` all the same.
    package init(now: Instant, clock: LocalClock, start: Instant? = nil) {
        self.now = now
        self.clock = clock
        self.start = start ?? now
    }

    /// The instant that a text means; a time of day alone is the next such one. Throws what would be right.
    package func instant(_ text: String) throws(Unreadable) -> Instant {
        let words = text.lowercased().split(separator: " ")
        if words == ["now"] { return now }
        if let instant = Instant(text) { return instant }
        if text.hasPrefix("+") { return start.after(seconds: try DurationText.seconds(String(text.dropFirst()))) }
        if words.count == 2, words[0] == "in" {
            return start.after(seconds: try DurationText.seconds(String(words[1])))
        }
        guard let civil = civil(text, words) else {
            throw Unreadable(
                "cannot read the time '\(text)': write 2026-11-24T14:30:00Z, \"2026-11-24 14:30\", \"tomorrow 14:30\", "
                    + "14:30 or +2h")
        }
        guard let instant = clock.instant(civil) else {
            throw Unreadable(
                "cannot use the time '\(text)': clocks skip \(civil.clockText) on \(civil.dateText); name another")
        }
        return instant
    }

    private func civil(_ text: String, _ words: [Substring]) -> CivilTime? {
        var rest = Substring(text)
        if let civil = CivilTime(consuming: &rest, needsClock: true) { return rest.isEmpty ? civil : nil }
        guard let last = words.last, words.count <= 2 else { return nil }
        let today = clock.civil(words.count == 2 ? now : start)
        var civil = today
        rest = last
        guard civil.takeClock(from: &rest), rest.isEmpty else { return nil }
        if words.count == 2 {
            guard let days = days(until: words[0], from: today) else { return nil }
            return civil.addingDays(days)
        }
        // Comparing what clocks show is enough: the next such time is today's or tomorrow's.
        let isOver = (civil.hour, civil.minute, civil.second) <= (today.hour, today.minute, today.second)
        return isOver ? civil.addingDays(1) : civil
    }

    private func days(until word: Substring, from today: CivilTime) -> Int? {
        if word == "today" { return 0 }
        if word == "tomorrow" { return 1 }
        let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        guard word.count >= 3, let weekday = names.firstIndex(where: { $0.hasPrefix(word) }) else { return nil }
        let days = (weekday - today.weekday + 7) % 7
        return days == 0 ? 7 : days
    }
}
