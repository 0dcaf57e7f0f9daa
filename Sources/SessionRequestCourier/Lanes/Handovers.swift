internal import Synchronization

/// What is being handed over at this moment, and what was handed over without the desk having heard of it.
///
/// A desk that is started anew, or that lost a connection, hands out again what it got no word of, perhaps to another
/// lane. Nothing that this process has handed over is handed over by it once more.
package final class Handovers: Sendable {
    private struct State {
        var underWay: [String: Task<DeliveryOutcome, Never>] = [:]
        /// In the order in which they were handed over.
        var unacknowledged: [String] = []
    }

    private let limit: Int
    private let state = Mutex(State())

    /// - Parameter limit: of keys that are kept; the oldest go first.
    package init(limit: Int = CourierLimits.unacknowledged) { self.limit = limit }

    /// What became of a delivery: carried now, unless it was handed over before; one that another lane is carrying is
    /// waited for.
    package func outcome(
        of key: String, carry: @escaping @Sendable () async -> DeliveryOutcome
    ) async -> DeliveryOutcome {
        let attempt: Task<DeliveryOutcome, Never>? = state.withLock { state in
            if state.unacknowledged.contains(key) { return nil }
            if let other = state.underWay[key] { return other }
            let attempt = Task {
                let outcome = await carry()
                self.ended(key, outcome)
                return outcome
            }
            state.underWay[key] = attempt
            return attempt
        }
        return await attempt?.value ?? .delivered
    }

    /// The desk knows what became of it.
    package func acknowledged(_ key: String) {
        state.withLock { state in state.unacknowledged.removeAll { $0 == key } }
    }

    private func ended(_ key: String, _ outcome: DeliveryOutcome) {
        state.withLock { state in
            state.underWay[key] = nil
            guard outcome == .delivered else { return }
            state.unacknowledged.append(key)
            if state.unacknowledged.count > limit { state.unacknowledged.removeFirst() }
        }
    }
}
