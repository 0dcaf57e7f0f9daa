internal import SessionRequestModel
internal import Synchronization

/// A clock that stands still until it is told to go on. It begins at 2026-11-23T10:00:00Z.
final class ManualClock: Sendable {
    private let instant = Mutex(Timestamp(milliseconds: 1_795_428_000_000))

    var now: Timestamp { instant.withLock { $0 } }

    func advance(seconds: Int64) {
        instant.withLock { $0 = $0.adding(seconds: seconds) }
    }

    func advance(milliseconds: Int64) {
        instant.withLock { $0.milliseconds += milliseconds }
    }
}
