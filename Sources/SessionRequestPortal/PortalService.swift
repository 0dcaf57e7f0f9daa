internal import Glibc
public import Logging
internal import NIOCore
internal import NIOPosix
public import ServiceLifecycle
internal import SessionRequestConfiguration
internal import Systemd
internal import UnixSignals

/// The whole program as one service: listens, answers, and ends when it is told to or nobody is left.
public struct PortalService: Service, CustomStringConvertible {
    /// How it is started.
    public struct Options: Sendable {
        /// The sockets that are listened on, by their descriptors.
        public var sockets: [Int32]
        /// The daemon's gateway socket.
        public var gateway: String
        /// The configuration; nil: the default one, which may be missing.
        public var configuration: String?
        /// Where an admin's texts, templates, style and logo are.
        public var overrides: String
        /// Seconds without a visitor after which it exits; nil: never.
        public var idleSeconds: Int64?

        /// Options with these members.
        public init(
            sockets: [Int32], gateway: String, configuration: String?, overrides: String, idleSeconds: Int64?
        ) {
            self.sockets = sockets
            self.gateway = gateway
            self.configuration = configuration
            self.overrides = overrides
            self.idleSeconds = idleSeconds
        }
    }

    /// What the service group calls it.
    public var description: String { "session-request-portal" }

    private let options: Options
    private let logger: Logger
    private let notifier = ServiceNotifier()

    /// A portal that is yet to run.
    public init(options: Options, logger: Logger) {
        self.options = options
        self.logger = logger
    }

    /// Reads configuration and overrides, and says what is wrong with them; throws when there is anything.
    public static func check(configuration: String?, overrides: String) throws {
        let settings = try PortalSettings.read(file: configuration, isExplicit: configuration != nil)
        let read = Overrides.read(directory: overrides)
        guard read.faults.isEmpty else { throw PortalFault(description: read.faults.joined(separator: "\n")) }
        _ = try Site(settings: settings, overrides: read)
    }

    /// Serves until the group shuts down, the task is canceled, or nobody has come for long enough.
    public func run() async throws {
        Self.raiseDescriptorLimit()
        let hangUps = await UnixSignalsSequence(trapping: .sighup)
        let site = try site()
        let gateway = Gateway(path: options.gateway, now: Clocks.steady)
        let hub = LinkHub(path: options.gateway)
        let budgets = Budgets(site.settings.rateLimits, now: Clocks.steady)
        let portal = Portal(
            site: site, gateway: gateway, hub: hub, budgets: budgets, logger: logger, wallClock: Clocks.wall)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, min(4, System.coreCount)))
        let server = HTTPServer(
            group: group, portal: portal, logger: Logger(label: "http") { _ in SwiftLogNoOpLogHandler() })
        let (ended, ending) = AsyncStream.makeStream(of: String.self)
        let places = try await server.open(descriptors: options.sockets)
        // Behind a proxy, or where the socket is another than the configuration says, links lead elsewhere.
        let links = places == [site.address.text] ? "" : "; links lead to \(site.address.text)"
        logger.notice("ready: \(places.joined(separator: ", "))\(links)")
        notifier.ready(status: "serving")
        let reason = await withTaskGroup(of: String?.self) { tasks in
            tasks.addTask {
                for await reason in ended.cancelOnGracefulShutdown() { return reason }
                return "stopping: told to"
            }
            tasks.addTask { await keepHouse(server, gateway, hub, ending) }
            tasks.addTask { await takeHangUps(hangUps, portal) }
            var reason: String?
            while reason == nil, let next = await tasks.next() { reason = next }
            tasks.cancelAll()
            return reason ?? "stopping"
        }
        notifier.stopping(status: reason)
        logger.notice("\(reason)")
        server.close()
        await hub.stop()
        await settle(server)
        await server.end()
        gateway.closeIdle(after: .zero)
        try await group.shutdownGracefully()
    }

    /// Every visitor who watches is a descriptor, and a shell allows few of them.
    private static func raiseDescriptorLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }

    private func site() throws -> Site {
        let settings = try PortalSettings.read(
            file: options.configuration, isExplicit: options.configuration != nil)
        let overrides = Overrides.read(directory: options.overrides)
        for fault in overrides.faults { logger.error("\(fault)") }
        return try Site(settings: settings, overrides: overrides)
    }

    private func takeHangUps(_ hangUps: UnixSignalsSequence, _ portal: Portal) async -> String? {
        for await _ in hangUps {
            notifier.reloading()
            do {
                portal.configure(try site())
                logger.notice("the configuration and the overrides were read again")
            } catch {
                logger.error("kept the old configuration: \(error)")
            }
            notifier.ready(status: "serving")
        }
        return nil
    }

    /// What is to be done every second: signs of life, connections that nobody needs, and going when nobody comes.
    private func keepHouse(
        _ server: HTTPServer, _ gateway: Gateway, _ hub: LinkHub, _ ending: AsyncStream<String>.Continuation
    ) async -> String? {
        while !Task.isCancelled {
            do { try await Task.sleep(for: .seconds(1)) } catch { break }
            notifier.alive()
            await hub.beat()
            gateway.closeIdle(after: .seconds(PortalLimits.idleSeconds))
            if let idleSeconds = options.idleSeconds, let since = server.idleSince,
                NIODeadline.now() - since >= .seconds(idleSeconds)
            {
                ending.yield("stopping: nobody is connected; the next visitor starts it again")
                break
            }
        }
        return nil
    }

    /// Waits a moment for answers that are under way.
    private func settle(_ server: HTTPServer) async {
        let deadline = NIODeadline.now() + .seconds(PortalLimits.shutdownSeconds)
        while server.answering > 0, NIODeadline.now() < deadline {
            do { try await Task.sleep(for: .milliseconds(20)) } catch { return }
        }
    }
}

/// Why the portal cannot start.
struct PortalFault: Error, CustomStringConvertible {
    let description: String
}
