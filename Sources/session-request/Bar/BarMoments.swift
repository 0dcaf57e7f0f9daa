internal import Synchronization

/// What has happened since a bar was last drawn: however much it is, it is one thing to look at.
final class BarMoments: Sendable {
    /// What there is to do.
    struct Pending: Equatable, Sendable {
        /// Something on the desk may have changed.
        var hasChanged = false
        /// Nothing has been heard of the desk for longer than a restart takes; how that is to be told.
        var lost: BarState?
    }

    /// An element for whatever has happened, and for time that has passed.
    let rings: AsyncStream<Void>

    private let ringing: AsyncStream<Void>.Continuation
    private let pending = Mutex(Pending())
    private let reason = Mutex(BarState.offline(""))

    init() { (rings, ringing) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    /// Something on the desk may have changed, so the service is there.
    func changed() {
        pending.withLock { $0 = Pending(hasChanged: true) }
        ringing.yield()
    }

    /// The service is away, for now: what is known of it.
    func interrupted(_ why: BarState) { reason.withLock { $0 = why } }

    /// It has been away for too long.
    func lost() {
        let why = reason.withLock { $0 }
        pending.withLock { $0.lost = why }
        ringing.yield()
    }

    /// Time has passed.
    func ticked() { ringing.yield() }

    /// What there is to do, which is then done.
    func take() -> Pending {
        pending.withLock { pending in
            defer { pending = Pending() }
            return pending
        }
    }
}
