internal import ArgumentParser
internal import Glibc
internal import Logging
internal import ServiceLifecycle
internal import SessionRequestCourier
internal import Systemd
internal import UnixSignals

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Send what is due, until told to end; what is done without a verb.")

    @Option(name: .long, help: ArgumentHelp("The desk's socket for couriers.", valueName: "path"), completion: .file())
    var socket = "/run/session-requestd/courier.sock"

    @OptionGroup var places: PlaceOptions

    @Option(name: .long, help: ArgumentHelp("Exit after so long with nothing to send.", valueName: "seconds"))
    var exitWhenIdle: Int64?

    func validate() throws {
        if let exitWhenIdle, exitWhenIdle < 1 { throw ValidationError("--exit-when-idle must be at least 1 second") }
    }

    func run() async throws {
        let destination = LogDestination.detect()
        LoggingSystem.bootstrap { JournalLogHandler(label: $0, destination: destination) }
        let logger = Logger(label: "session-request-courier")
        let courier = Courier(
            options: Courier.Options(
                socket: socket, configuration: places.config, overrides: places.overrides,
                credentials: getenv("CREDENTIALS_DIRECTORY").map { String(cString: $0) }, idleSeconds: exitWhenIdle),
            logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(
                        service: courier, successTerminationBehavior: .gracefullyShutdownGroup,
                        failureTerminationBehavior: .cancelGroup)
                ],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Logger(label: "lifecycle") { _ in SwiftLogNoOpLogHandler() }))
        do { try await group.run() } catch let error as any CustomStringConvertible & Error {
            logger.critical("\(error.description)")
            throw ExitCode.failure
        }
    }
}
