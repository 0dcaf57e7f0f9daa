internal import Synchronization

/// One who listens to a link: the latest news, and a poke when there are some, or as a sign of life. However slowly it is
/// read, it holds one piece of news.
final class LinkListener: Sendable {
    private let latest = Mutex<LinkNews?>(nil)
    private let pokes: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    /// - Parameter ended: called once, when nobody listens any more.
    init(ended: @escaping @Sendable () -> Void) {
        (pokes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        continuation.onTermination = { _ in ended() }
    }

    /// There are news.
    func tell(_ news: LinkNews) {
        latest.withLock { $0 = news }
        continuation.yield()
    }

    /// A sign of life.
    func poke() { continuation.yield() }

    /// Ends it, from either side; what was told before is still taken.
    func end() { continuation.finish() }

    /// News that were not taken yet; nil for a sign of life. Ends when it is ended; for one reader.
    func forEach(_ take: (LinkNews?) async throws -> Void) async throws {
        for await _ in pokes { try await take(taken()) }
        if let last = taken() { try await take(last) }
    }

    private func taken() -> LinkNews? {
        latest.withLock { latest in
            defer { latest = nil }
            return latest
        }
    }
}
