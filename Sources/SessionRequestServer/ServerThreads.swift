internal import NIOCore
internal import NIOPosix

/// The threads that a daemon serves on: one for its event loop, and a few for what would hold that up.
///
/// They depend on nothing that is configured, so that a program can start them while it reads what it is told. Whoever
/// serves on them ends them.
public struct ServerThreads: Sendable {
    let group: MultiThreadedEventLoopGroup
    let pool: NIOThreadPool

    /// Starts them.
    public init() {
        group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        pool = NIOThreadPool(numberOfThreads: ServerLimits.readers)
        pool.start()
        // Made when it is first asked for; nobody waits for the loop yet.
        group.next().execute { _ = Routes.table }
    }
}
