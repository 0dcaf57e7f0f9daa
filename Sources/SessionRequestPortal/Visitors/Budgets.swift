package import SessionRequestConfiguration
internal import Synchronization

/// What all visitors may do, by their addresses.
package final class Budgets: Sendable {
    /// What is counted.
    package enum Kind: Sendable {
        /// A page, or a reading of the interface.
        case page
        /// A press of a button, or a call that changes something.
        case form
        /// A code, right or wrong.
        case code
    }

    private struct State {
        var pages: Budget
        var forms: Budget
        var codes: Budget
        var streams: [[UInt8]: Int] = [:]
        var allStreams = 0
        var limits: PortalSettings.RateLimits
    }

    private let state: Mutex<State>
    private let now: @Sendable () -> Duration

    /// - Parameter now: a time that never goes back.
    package init(_ limits: PortalSettings.RateLimits, now: @escaping @Sendable () -> Duration) {
        state = Mutex(Self.fresh(limits))
        self.now = now
    }

    /// Takes other limits; counting begins anew, but for what is live.
    package func configure(_ limits: PortalSettings.RateLimits) {
        state.withLock { state in
            guard state.limits != limits else { return }
            let (streams, all) = (state.streams, state.allStreams)
            state = Self.fresh(limits)
            (state.streams, state.allStreams) = (streams, all)
        }
    }

    /// Takes one; seconds to wait instead when there is none left. Visitors from nowhere share a budget.
    package func take(_ kind: Kind, for source: IPAddress?) -> Double? {
        let key = source?.network ?? []
        let now = now()
        return state.withLock { state in
            switch kind {
            case .page: state.pages.take(for: key, now: now)
            case .form: state.forms.take(for: key, now: now)
            case .code: state.codes.take(for: key, now: now)
            }
        }
    }

    /// Whether one more live page may begin; it is given back with `endStream`.
    package func beginStream(for source: IPAddress?) -> Bool {
        let key = source?.network ?? []
        return state.withLock { state in
            guard state.allStreams < PortalLimits.streams, state.streams[key, default: 0] < state.limits.streams else {
                return false
            }
            state.allStreams += 1
            state.streams[key, default: 0] += 1
            return true
        }
    }

    /// A live page is over.
    package func endStream(for source: IPAddress?) {
        let key = source?.network ?? []
        state.withLock { state in
            state.allStreams -= 1
            state.streams[key, default: 0] -= 1
            if state.streams[key, default: 0] <= 0 { state.streams[key] = nil }
        }
    }

    private static func fresh(_ limits: PortalSettings.RateLimits) -> State {
        State(
            pages: Budget(perMinute: limits.pagesPerMinute), forms: Budget(perMinute: limits.formsPerMinute),
            codes: Budget(perMinute: limits.codesPerMinute), limits: limits)
    }
}
