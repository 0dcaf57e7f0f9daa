internal import NIOCore
internal import NIOPosix

/// The threads that a daemon serves on: one for its event loop, a few for what would hold that up, and one for the names
/// of users and groups, which may have to be asked for elsewhere.
///
/// They depend on nothing that is configured, so that a program can start them while it reads what it is told. Whoever
/// serves on them ends them.
public struct ServerThreads: Sendable {
    let group: MultiThreadedEventLoopGroup
    let pool: NIOThreadPool
    let names: NIOThreadPool

    /// Starts them.
    public init() {
        group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        pool = NIOThreadPool(numberOfThreads: ServerLimits.readers)
        pool.start()
        names = NIOThreadPool(numberOfThreads: 1)
        names.start()
        // Made when it is first asked for; nobody waits for the loop yet.
        group.next().execute { _ = Routes.table }
    }

    /// Ends them, when what they were given to do is done.
    func end() async throws {
        try await names.shutdownGracefully()
        try await pool.shutdownGracefully()
        try await group.shutdownGracefully()
    }
}
