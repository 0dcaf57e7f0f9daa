package import SessionRequestModel

/// Counts by key in windows of a fixed length, each begun by its first count.
///
/// Bounded, for a flood of keys must not cost memory: when there are too many, the windows that are over go, and then the
/// older half of the rest.
package struct WindowedCounts {
    private struct Window {
        var start: Timestamp
        var count: Int

        /// Whether it holds the instant. One that begins later is of a clock that was ahead.
        func holds(_ now: Timestamp, seconds: Int64) -> Bool {
            start <= now && now < start.adding(seconds: seconds)
        }
    }

    private let seconds: Int64
    private let largest: Int
    private var windows: [String: Window] = [:]

    package init(seconds: Int64, largest: Int = DeskLimits.budgetedVisitors) {
        self.seconds = seconds
        self.largest = largest
    }

    /// How many keys are remembered.
    package var keys: Int { windows.count }

    /// Seconds until the key is under its limit again; nil when it is now.
    package func wait(for key: String, limit: Int, now: Timestamp) -> Double? {
        guard let window = windows[key], window.count >= limit, window.holds(now, seconds: seconds) else { return nil }
        return Double(window.start.adding(seconds: seconds).milliseconds(since: now)) / 1000
    }

    package mutating func count(_ key: String, now: Timestamp) {
        if var window = windows[key], window.holds(now, seconds: seconds) {
            window.count += 1
            windows[key] = window
            return
        }
        if windows.count >= largest { makeRoom(now) }
        windows[key] = Window(start: now, count: 1)
    }

    private mutating func makeRoom(_ now: Timestamp) {
        windows = windows.filter { $0.value.holds(now, seconds: seconds) }
        guard windows.count >= largest else { return }
        let starts = windows.values.map(\.start).sorted()
        let middle = starts[starts.count / 2]
        windows = windows.filter { $0.value.start > middle }
    }
}
