internal import Synchronization

/// Hands out the numbers of requests, rising and never the same twice. A number whose transaction fails is a gap.
final class RequestIDs: Sendable {
    private let last: Mutex<Int64>

    init(last: Int64) {
        self.last = Mutex(last)
    }

    func next() -> Int64 {
        last.withLock { last in
            last += 1
            return last
        }
    }
}
