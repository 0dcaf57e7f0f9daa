internal import Glibc
public import Logging
internal import NIOCore
internal import NIOPosix
public import ServiceLifecycle
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import Synchronization
internal import Systemd
internal import UnixSignals

/// The whole daemon as one service: opens the store, serves at the doors, and ends when it is told to or nobody is left.
public struct Daemon: Service, CustomStringConvertible {
    /// How it is started.
    public struct Options: Sendable {
        /// Opens the doors; called once, when the daemon is ready to be told to stop.
        public var doors: @Sendable () throws -> [ListeningDoor]
        /// Where the database and the key are kept; made when missing, mode 0700.
        public var stateDirectory: String
        /// Reads the configuration; called at the start and at each SIGHUP.
        public var configuration: @Sendable () throws -> Configuration
        /// Seconds without a connection after which it exits; nil: never.
        public var idleSeconds: Int64?

        /// Options with these members.
        public init(
            doors: @escaping @Sendable () throws -> [ListeningDoor], stateDirectory: String,
            configuration: @escaping @Sendable () throws -> Configuration,
            idleSeconds: Int64?
        ) {
            self.doors = doors
            self.stateDirectory = stateDirectory
            self.configuration = configuration
            self.idleSeconds = idleSeconds
        }
    }

    /// What the service group calls it; without a name of its own it would be taken apart by reflection at each start.
    public var description: String { ServiceIdentity.name }

    private let options: Options
    private let logger: Logger
    private let notifier = ServiceNotifier()

    /// A daemon that is yet to run.
    public init(options: Options, logger: Logger) {
        self.options = options
        self.logger = logger
    }

    /// Serves until the task is canceled, the group shuts down, or the daemon has been idle for long enough. Throws what
    /// keeps it from starting, as an error that describes itself in one sentence.
    public func run() async throws {
        umask(0o077)
        let hangUps = await UnixSignalsSequence(trapping: .sighup)
        let configuration = try options.configuration()
        let doors = try options.doors()
        let directory = try StateDirectory(path: options.stateDirectory)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let pool = NIOThreadPool(numberOfThreads: ServerLimits.readers)
        pool.start()
        let loop = group.next()
        let commits = NIOLoopBoundBox<((CommittedGroup) -> Void)?>.makeEmptyBox(eventLoop: loop)
        let store = try Store(directory: directory.path, newEpoch: StateDirectory.newEpoch) { group in
            loop.execute { commits.value?(group) }
        }
        let desk = Desk(
            epoch: store.epoch, secret: try directory.linkSecret(), settings: configuration.desk,
            clock: SystemClock.now, timeZoneExists: TimeZones.exists)
        try await recover(store, desk, loop, commits)
        let (ended, endedSignal) = AsyncStream.makeStream(of: Ending.self)
        let (options, logger, notifier) = (options, logger, notifier)
        let bounds = try store.read { ($0.logBoundsOrEmpty(), try $0.nextDeadline()) }
        let run = try await loop.submit {
            let server = Server(
                loop: loop, desk: desk, store: store, pool: pool, log: ServerLog(logger: logger),
                limits: configuration.limits, bounds: bounds.0, nextDeadline: bounds.1)
            let run = DaemonRun(
                server: server, group: group, pool: pool, roles: configuration.roles, doors: doors,
                idleSeconds: options.idleSeconds, notifier: notifier, ended: { endedSignal.yield($0) })
            commits.value = { server.committed($0) }
            return NIOLoopBound(run, eventLoop: loop)
        }.get()
        try await loop.flatSubmit { run.value.open() }.get()
        logger.notice(
            "ready: \(doors.map(\.door.rawValue).joined(separator: ", "))",
            metadata: MessageID.daemonStarted.metadata())
        notifier.ready(status: "serving")
        let ending = await serve(run, loop, hangUps, ended)
        notifier.stopping(status: ending.phrase)
        logger.notice("\(ending.phrase)", metadata: ending.messageID.metadata())
        try await loop.flatSubmit { run.value.stop() }.get()
        store.close()
        directory.markStopped()
        try await pool.shutdownGracefully()
        try await group.shutdownGracefully()
    }

    /// Ends what the process before this one could not: sessions that lived by its connections.
    private func recover(
        _ store: Store, _ desk: Desk, _ loop: any EventLoop, _ commits: NIOLoopBoundBox<((CommittedGroup) -> Void)?>
    ) async throws {
        try await loop.submit { commits.value = { group in for answer in group.answers { answer() } } }.get()
        let lost: Int = try await withCheckedThrowingContinuation { continuation in
            store.write(desk.allLeasesLost()) { continuation.resume(with: $0) }
        }
        guard StateDirectory.wasRunning(options.stateDirectory) else { return }
        logger.notice(
            "the last run ended without a goodbye; its data was read back, \(lost) sessions were ended",
            metadata: MessageID.recoveredAfterCrash.metadata())
    }

    private func serve(
        _ run: NIOLoopBound<DaemonRun>, _ loop: any EventLoop, _ hangUps: UnixSignalsSequence,
        _ ended: AsyncStream<Ending>
    ) async -> Ending {
        let (logger, configuration, notifier) = (logger, options.configuration, notifier)
        return await withTaskGroup(of: Ending?.self) { tasks in
            tasks.addTask {
                for await ending in ended.cancelOnGracefulShutdown() { return ending }
                return .told
            }
            tasks.addTask {
                for await _ in hangUps {
                    notifier.reloading()
                    do {
                        let read = try configuration()
                        loop.execute { run.value.configure(read) }
                        logger.notice(
                            "the configuration was read again", metadata: MessageID.configurationReloaded.metadata())
                    } catch {
                        logger.error(
                            "kept the old configuration: \(error)",
                            metadata: MessageID.configurationRefused.metadata())
                    }
                    notifier.ready(status: "serving")
                }
                return nil
            }
            let ending = await tasks.next().flatMap { $0 } ?? .told
            tasks.cancelAll()
            return ending
        }
    }
}

/// Why the daemon ends.
enum Ending: Sendable {
    case told
    case idle

    var phrase: String {
        switch self {
        case .told: "stopping: told to"
        case .idle: "stopping: nobody is connected; the next connection starts it again"
        }
    }

    var messageID: MessageID {
        switch self {
        case .told: .daemonStopping
        case .idle: .idleExit
        }
    }
}

extension Snapshot {
    fileprivate func logBoundsOrEmpty() -> LogBounds {
        (try? logBounds()) ?? LogBounds(earliest: 0, latest: 0)
    }
}
