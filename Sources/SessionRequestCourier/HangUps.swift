internal import Synchronization
internal import UnixSignals

/// The hang-ups of the whole process, for one listener after another; one that comes while nobody listens is kept.
final class HangUps: Sendable {
    private struct State {
        var listener: AsyncStream<Void>.Continuation?
        var isKept = false
    }

    private let state = Mutex(State())

    /// Takes what comes from the signals until the task is cancelled. To be called once: signals have one reader.
    func follow(_ signals: UnixSignalsSequence) async {
        for await _ in signals { heard() }
    }

    /// A hang-up came.
    func heard() {
        state.withLock { state in
            guard let listener = state.listener, case .enqueued = listener.yield() else {
                state.isKept = true
                return
            }
        }
    }

    /// The hang-ups from now on, in place of who listened before.
    func listen() -> AsyncStream<Void> {
        let (stream, listener) = AsyncStream.makeStream(of: Void.self)
        state.withLock { state in
            if state.isKept { listener.yield() }
            state.isKept = false
            state.listener = listener
        }
        return stream
    }
}
