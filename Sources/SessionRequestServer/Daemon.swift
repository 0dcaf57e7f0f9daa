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
        /// Opens the doors; called once, on the event loop's thread.
        public var doors: @Sendable () throws -> [ListeningDoor]
        /// Where the database and the key are kept; made when missing, mode 0700.
        public var stateDirectory: String
        /// Where `outbox-pending` is kept, which starts the courier; nil: in the state directory.
        public var runtimeDirectory: String?
        /// Reads the configuration; called at the start and at each SIGHUP.
        public var configuration: @Sendable () throws -> Configuration
        /// Seconds without a connection after which it exits; nil: never.
        public var idleSeconds: Int64?

        /// Options with these members.
        public init(
            doors: @escaping @Sendable () throws -> [ListeningDoor], stateDirectory: String,
            runtimeDirectory: String? = nil, configuration: @escaping @Sendable () throws -> Configuration,
            idleSeconds: Int64?
        ) {
            self.doors = doors
            self.stateDirectory = stateDirectory
            self.runtimeDirectory = runtimeDirectory
            self.configuration = configuration
            self.idleSeconds = idleSeconds
        }
    }

    /// What the service group calls it; without a name of its own it would be taken apart by reflection at each start.
    public var description: String { ServiceIdentity.name }

    private let options: Options
    private let logger: Logger
    private let notifier: ServiceNotifier
    private let opening: Task<OpenedDesk, any Error>

    /// A daemon that is yet to run. It begins to open what it needs at once, so that whoever runs it can get ready
    /// meanwhile.
    /// - Parameter threads: its own from here on.
    public init(options: Options, threads: Task<ServerThreads, Never>, logger: Logger) {
        self.options = options
        self.logger = logger
        opening = Task { try await OpenedDesk.open(options, on: threads, logger: logger) }
        // Waits for libsystemd, while the store is opened.
        notifier = ServiceNotifier()
    }

    /// Serves until the task is canceled, the group shuts down, or the daemon has been idle for long enough. Throws what
    /// keeps it from starting, as an error that describes itself in one sentence.
    public func run() async throws {
        async let trapping = UnixSignalsSequence(trapping: .sighup)
        let opened = try await opening.value
        let (loop, store, desk) = (opened.loop, opened.store, opened.desk)
        let (ended, endedSignal) = AsyncStream.makeStream(of: Ending.self)
        let (options, logger, notifier) = (options, logger, notifier)
        let hangUps = await trapping
        let run = try await loop.submit {
            let server = Server(
                loop: loop, desk: desk, store: store, pool: opened.threads.pool, log: ServerLog(logger: logger),
                limits: opened.configuration.limits, bounds: opened.bounds, nextDeadline: opened.nextDeadline,
                outbox: opened.outbox, owed: opened.owed)
            let run = DaemonRun(
                server: server, names: opened.threads.names, roles: opened.configuration.roles,
                doors: opened.doorChannels,
                marks: OutboxMarks(
                    server: server, runtimeDirectory: options.runtimeDirectory ?? options.stateDirectory,
                    stateDirectory: options.stateDirectory),
                idleSeconds: options.idleSeconds, notifier: notifier,
                ended: { endedSignal.yield($0) })
            opened.commits.value = { server.committed($0) }
            run.open()
            return NIOLoopBound(run, eventLoop: loop)
        }.get()
        logger.notice(
            "ready: \(opened.doorChannels.doors.map(\.door.rawValue).joined(separator: ", "))",
            metadata: MessageID.daemonStarted.metadata())
        notifier.ready(status: "serving")
        let ending = await withGracefulShutdownHandler {
            await serve(run, loop, hangUps, ended)
        } onGracefulShutdown: {
            endedSignal.yield(.told)
        }
        notifier.stopping(status: ending.phrase)
        logger.notice("\(ending.phrase)", metadata: ending.messageID.metadata())
        try await loop.flatSubmit { run.value.stop() }.get()
        // While the directory is still this process's: the next one leaves a mark of its own.
        opened.directory.markStopped()
        store.close()
        // What the last commits brought is on the loop by now.
        try await loop.submit { run.value.leaveMarks() }.get()
        try await opened.threads.end()
    }

    private func serve(
        _ run: NIOLoopBound<DaemonRun>, _ loop: any EventLoop, _ hangUps: UnixSignalsSequence,
        _ ended: AsyncStream<Ending>
    ) async -> Ending {
        let (logger, configuration, notifier) = (logger, options.configuration, notifier)
        return await withTaskGroup(of: Ending?.self) { tasks in
            tasks.addTask {
                for await ending in ended { return ending }
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
