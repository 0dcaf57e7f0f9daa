internal import SessionRequestClient
internal import Synchronization

/// What all lanes together have to do, and whether they can.
final class Traffic: Sendable {
    private struct State {
        var idleness = Idleness(since: .now)
        var isReached = false
        var missed: ClientError?
        var failure: ClientError?
    }

    private let state = Mutex(State())

    /// Whether the desk was reached at all.
    var isReached: Bool { state.withLock { $0.isReached } }

    /// Why a lane gave up for good; nil while none has.
    var failure: ClientError? { state.withLock { $0.failure } }

    /// Why the desk was never reached; nil when it was.
    var unreachable: ClientError? { state.withLock { $0.isReached ? nil : $0.missed } }

    func reached() { state.withLock { $0.isReached = true } }

    func missed(_ error: ClientError) { state.withLock { $0.missed = error } }

    func failed(_ error: ClientError) { state.withLock { $0.failure = error } }

    func taken() { state.withLock { $0.idleness.taken() } }

    func finished() { state.withLock { $0.idleness.finished(at: .now) } }

    /// As `Idleness.remaining`.
    func remaining(of patience: Duration) -> Duration? {
        state.withLock { $0.idleness.remaining(of: patience, at: .now) }
    }
}
