internal import NIOCore
internal import SessionRequestService
internal import SessionRequestStore

/// What the start had to write and there was no room for: it comes before every other change, which wait for it or are
/// refused with it. Reading needs none of it. Lives on the event loop.
final class OwedChange {
    private let change: Change<Int>
    private var waiting: [(Result<Void, any Error>) -> Void] = []
    private var isTrying = false
    /// Whether it is written.
    private(set) var isPaid = false

    init(_ change: @escaping Change<Int>) {
        self.change = change
    }

    /// Tries to write it, unless somebody is at it, and then runs `then`, with why it could not be written.
    func pay(from store: Store, on loop: any EventLoop, _ then: @escaping (Result<Void, any Error>) -> Void) {
        waiting.append(then)
        guard !isTrying else { return }
        isTrying = true
        let bound = NIOLoopBound(self, eventLoop: loop)
        store.write(change) { result in bound.value.tried(result.map { _ in }) }
    }

    private func tried(_ result: Result<Void, any Error>) {
        isTrying = false
        if case .success = result { isPaid = true }
        let told = waiting
        waiting = []
        for then in told { then(result) }
    }
}
