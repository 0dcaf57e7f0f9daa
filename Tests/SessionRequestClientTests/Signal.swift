internal import Synchronization

/// Something that happens once, for which any number may wait.
final class Signal: Sendable {
    private struct State {
        var isFired = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func fire() {
        let waiters = state.withLock { state in
            state.isFired = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    func wait() async {
        await withCheckedContinuation { waiter in
            let isFired = state.withLock { state in
                if !state.isFired { state.waiters.append(waiter) }
                return state.isFired
            }
            if isFired { waiter.resume() }
        }
    }
}
