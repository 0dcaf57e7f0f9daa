internal import SessionRequestModel
internal import Synchronization

/// How often visitors may guess and ask. Counted in windows; forgotten with the process.
final class Budgets: Sendable {
    private let wrongCodes = Mutex(SlidingCounts())
    private let allWrongCodes = Mutex(SlidingCounts())
    private let publicRequests = Mutex(SlidingCounts())
    private let prefetches = Mutex(SlidingCounts())

    /// Seconds until a code may be tried again; nil: now.
    func secondsUntilCode(source: String?, settings: DeskSettings, now: Timestamp) -> Double? {
        if let source,
            let wait = wrongCodes.withLock({
                $0.wait(for: source, limit: settings.wrongCodesPerSourcePerHour, seconds: 3600, now: now)
            })
        {
            return wait
        }
        return allWrongCodes.withLock {
            $0.wait(for: "", limit: settings.wrongCodesPerMinute, seconds: 60, now: now)
        }
    }

    func codeWasWrong(source: String?, now: Timestamp) {
        if let source { wrongCodes.withLock { $0.count(source, seconds: 3600, now: now) } }
        allWrongCodes.withLock { $0.count("", seconds: 60, now: now) }
    }

    /// Counts a request at a public page; seconds to wait instead when there were too many.
    func countPublicRequest(source: String?, settings: DeskSettings, now: Timestamp) -> Double? {
        publicRequests.withLock { counts in
            let key = source ?? ""
            if let wait = counts.wait(
                for: key, limit: settings.publicRequestsPerSourcePerHour, seconds: 3600, now: now)
            {
                return wait
            }
            counts.count(key, seconds: 3600, now: now)
            return nil
        }
    }

    /// Whether a prefetch of a request's page is worth an event: the first in ten minutes is.
    func countPrefetch(of id: Int64, now: Timestamp) -> Bool {
        prefetches.withLock { counts in
            let key = String(id)
            guard counts.wait(for: key, limit: 1, seconds: 600, now: now) == nil else { return false }
            counts.count(key, seconds: 600, now: now)
            return true
        }
    }
}

/// Counts by key in windows of a fixed length, each begun by its first count. Bounded: when there are too many keys, the
/// windows that are over go first, then all of them, for a flood of keys must not cost memory.
struct SlidingCounts {
    private struct Window {
        var start: Timestamp
        var count: Int
    }

    private static let largest = 16_384
    private var windows: [String: Window] = [:]

    /// Seconds until the key is under its limit again; nil when it is now.
    func wait(for key: String, limit: Int, seconds: Int64, now: Timestamp) -> Double? {
        guard let window = windows[key], window.count >= limit else { return nil }
        let rest = window.start.adding(seconds: seconds).milliseconds(since: now)
        return rest > 0 ? Double(rest) / 1000 : nil
    }

    mutating func count(_ key: String, seconds: Int64, now: Timestamp) {
        if var window = windows[key], window.start.adding(seconds: seconds) > now {
            window.count += 1
            windows[key] = window
            return
        }
        if windows.count >= Self.largest {
            windows = windows.filter { $0.value.start.adding(seconds: seconds) > now }
            if windows.count >= Self.largest { windows.removeAll() }
        }
        windows[key] = Window(start: now, count: 1)
    }
}
