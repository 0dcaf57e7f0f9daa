/// What somebody looks at: its size, its colours, and what the clock shows there.
package struct Screen: Sendable {
    /// Columns and rows, at least 20 and 5.
    package let columns: Int
    package let rows: Int
    package let paint: Paint
    package let now: Instant
    package let clock: LocalClock
    /// The user to whom "me" applies; nil when it is not known.
    package let user: String?

    /// Just these figures, the size no smaller than is usable.
    package init(columns: Int, rows: Int, paint: Paint, now: Instant, clock: LocalClock, user: String? = nil) {
        self.columns = max(columns, 20)
        self.rows = max(rows, 5)
        self.paint = paint
        self.now = now
        self.clock = clock
        self.user = user
    }

    /// Times in words, as they are now.
    package var relative: RelativeTime { RelativeTime(now: now, clock: clock) }

    /// How far away a time of the wire is; the text itself where it is none.
    package func words(_ time: String?) -> String {
        time.map { text in Instant(text).map(relative.words) ?? text } ?? ""
    }

    /// How long ago a time of the wire was.
    package func age(_ time: String) -> String { Instant(time).map(relative.age) ?? time }

    /// A time of the wire by the clock and in words.
    package func full(_ time: String) -> String { Instant(time).map(relative.full) ?? time }
}
