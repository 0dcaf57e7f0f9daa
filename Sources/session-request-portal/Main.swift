internal import ArgumentParser
internal import Logging
internal import ServiceLifecycle
internal import SessionRequestPortal
internal import Systemd
internal import UnixSignals

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session-request-portal",
        abstract: "Serves the web page that the link of a session request leads to.",
        discussion: """
            Under systemd the socket comes from its socket unit, by the name http. By hand, each is named with --listen. TLS \
            is the business of a proxy in front of it. SIGHUP reads configuration and overrides again.
            """,
        version: "1.0.0")

    @Option(
        name: .long,
        help: ArgumentHelp("Where to listen: 127.0.0.1:7080, [::1]:7080 or unix:PATH.", valueName: "address"))
    var listen: [ListenOption] = []

    @Option(name: .long, help: ArgumentHelp("The daemon's gateway socket.", valueName: "path"))
    var gateway = "/run/session-requestd/gateway.sock"

    @Option(name: .long, help: ArgumentHelp("The configuration to read.", valueName: "file"))
    var config: String?

    @Option(name: .long, help: ArgumentHelp("An admin's texts, templates, style and logo.", valueName: "directory"))
    var overrides = "/etc/session-requestd/portal"

    @Option(name: .long, help: ArgumentHelp("Exit after so long without a visitor.", valueName: "seconds"))
    var idleExit: Int64?

    @Flag(name: .long, help: "Say what is wrong with the configuration and the overrides; exit 1 if anything is.")
    var checkConfig = false

    func validate() throws {
        if let idleExit, idleExit < 1 { throw ValidationError("--idle-exit must be at least 1 second") }
    }

    func run() async throws {
        let destination = LogDestination.detect()
        LoggingSystem.bootstrap { JournalLogHandler(label: $0, destination: destination) }
        let logger = Logger(label: "session-request-portal")
        do {
            if checkConfig {
                try PortalService.check(configuration: config, overrides: overrides)
                return print("the configuration is in order")
            }
            try await serve(logger)
        } catch let error as any CustomStringConvertible & Error {
            logger.critical("\(error.description)")
            throw ExitCode.failure
        }
    }

    private func serve(_ logger: Logger) async throws {
        let service = PortalService(
            options: PortalService.Options(
                sockets: try sockets(), gateway: gateway, configuration: config, overrides: overrides,
                idleSeconds: idleExit),
            logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(
                        service: service, successTerminationBehavior: .gracefullyShutdownGroup,
                        failureTerminationBehavior: .cancelGroup)
                ],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Logger(label: "lifecycle") { _ in SwiftLogNoOpLogHandler() }))
        try await group.run()
    }

    /// The sockets that systemd opened, and those of the command line.
    private func sockets() throws -> [Int32] {
        let inherited = try ListenSockets.adopt(internet: true)
        var sockets: [Int32] = []
        for name in inherited.names {
            guard name == "http" else {
                throw ValidationError("the socket unit's FileDescriptorName \(name) is not http")
            }
            sockets += inherited[name]
        }
        for option in listen { sockets.append(try option.address.open()) }
        guard !sockets.isEmpty else {
            throw ValidationError(
                "there is nothing to listen on: give --listen 127.0.0.1:7080, or start it by its socket unit")
        }
        return sockets
    }
}

/// An address on the command line.
struct ListenOption: ExpressibleByArgument, Sendable {
    let address: ListenAddress

    init?(argument: String) {
        guard let address = ListenAddress(argument) else { return nil }
        self.address = address
    }
}
