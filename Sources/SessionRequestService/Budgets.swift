internal import SessionRequestModel
internal import Synchronization

/// How often visitors may guess and ask. Counted in windows; forgotten with the process.
final class Budgets: Sendable {
    private let wrongCodes = Mutex(WindowedCounts(seconds: 3600))
    private let allWrongCodes = Mutex(WindowedCounts(seconds: 60))
    private let publicRequests = Mutex(WindowedCounts(seconds: 3600))
    private let prefetches = Mutex(WindowedCounts(seconds: 600))

    /// Seconds until a code may be tried again; nil: now.
    func secondsUntilCode(source: String?, policy: Policy, now: Timestamp) -> Double? {
        if let source {
            let limit = policy.settings.wrongCodesPerSourcePerHour
            if let wait = wrongCodes.withLock({ $0.wait(for: source, limit: limit, now: now) }) { return wait }
        }
        return allWrongCodes.withLock { $0.wait(for: "", limit: policy.settings.wrongCodesPerMinute, now: now) }
    }

    /// A well-formed code was nobody's.
    func codeWasWrong(source: String?, now: Timestamp) {
        if let source { wrongCodes.withLock { $0.count(source, now: now) } }
        allWrongCodes.withLock { $0.count("", now: now) }
    }

    /// Counts a request at a public page; seconds to wait instead when there were too many.
    func countPublicRequest(source: String?, policy: Policy, now: Timestamp) -> Double? {
        guard let source else { return nil }
        return publicRequests.withLock { counts in
            let limit = policy.settings.publicRequestsPerSourcePerHour
            if let wait = counts.wait(for: source, limit: limit, now: now) { return wait }
            counts.count(source, now: now)
            return nil
        }
    }

    /// Whether a prefetch of a request's page is worth an event: the first in ten minutes is.
    func countPrefetch(of id: Int64, now: Timestamp) -> Bool {
        prefetches.withLock { counts in
            let key = String(id)
            guard counts.wait(for: key, limit: 1, now: now) == nil else { return false }
            counts.count(key, now: now)
            return true
        }
    }
}
