internal import ArgumentParser
internal import Glibc
internal import Logging
internal import ServiceLifecycle
internal import SessionRequestModel
internal import SessionRequestServer
internal import Systemd
internal import UnixSignals

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session-requestd",
        abstract: "Serves session requests on Unix sockets, as JSON-RPC 2.0.",
        discussion: """
            Under systemd the sockets come from its socket units, by the names agent, viewer, gateway and courier. By hand, each is \
            named with --listen.
            """,
        version: ServiceIdentity.version)

    @Option(name: .long, help: ArgumentHelp("A socket to listen on; once for each door.", valueName: "door=path"))
    var listen: [DoorOption] = []

    @Option(name: .long, help: ArgumentHelp("Where the database and the key are kept.", valueName: "directory"))
    var stateDirectory: String?

    @Option(
        name: .long,
        help: ArgumentHelp("Where outbox-pending is kept while something must be sent.", valueName: "directory"))
    var runtimeDirectory: String?

    @Option(name: .long, help: ArgumentHelp("The configuration to read.", valueName: "file"))
    var config: String?

    @Option(name: .long, help: ArgumentHelp("Exit after so long without a connection.", valueName: "seconds"))
    var idleExit: Int64?

    @Flag(name: .long, help: "Say what is wrong with the configuration, and where; exit 1 if anything is.")
    var checkConfig = false

    @Flag(name: .long, help: "Print the methods, who may call them, and whether they block, one JSON object a line.")
    var printMethods = false

    @Flag(name: .long, help: "Print the life of a session request as a Mermaid diagram.")
    var printLifecycle = false

    /// Started before the options are read, which takes as long.
    private static let threads = Task {
        ProcessMemory.prefault()
        return ServerThreads()
    }

    static func main() async {
        // Until somebody listens for it, a hang-up has nothing to tell: what is configured is yet to be read.
        signal(SIGHUP, SIG_IGN)
        _ = threads
        SystemdLibrary.prepare()
        do {
            // Not by the library's own main, which reads the options on a thread that has to be made first.
            var command = try parseAsRoot()
            if let main = command as? Self { try await main.run() } else { try command.run() }
        } catch { exit(withError: error) }
    }

    func validate() throws {
        if let idleExit, idleExit < 1 { throw ValidationError("--idle-exit must be at least 1 second") }
    }

    func run() async throws {
        if printLifecycle { return print(Lifecycle.diagram) }
        if printMethods { return print(MethodList.lines.joined(separator: "\n")) }
        do {
            if checkConfig {
                _ = try ConfigurationFile(path: config)
                return print("the configuration is in order")
            }
            try await serve()
        } catch let error as any CustomStringConvertible & Error {
            report(error)
            throw ExitCode.failure
        }
    }

    /// Says why there is no daemon: to the journal with its id, by which the catalogue explains it, or to a person.
    private func report(_ error: any CustomStringConvertible & Error) {
        let destination = LogDestination.detect()
        guard destination == .journal else {
            let line = Array("session-requestd: \(error.description)\n".utf8)
            _ = write(STDERR_FILENO, line, line.count)
            return
        }
        let logger = Logger(label: "session-requestd") { JournalLogHandler(label: $0, destination: destination) }
        logger.critical("\(error.description)", metadata: StartFailure.messageID(of: error)?.metadata())
    }

    private func serve() async throws {
        let destination = LogDestination.detect()
        let file = try ConfigurationFile(path: config)
        LoggingSystem.bootstrap { label in
            AdjustableLogHandler(
                handler: JournalLogHandler(label: label, destination: destination), level: file.level)
        }
        guard let directory = stateDirectory ?? getenv("STATE_DIRECTORY").map({ String(cString: $0) }) else {
            throw ValidationError("--state-directory is missing")
        }
        let listen = listen
        let options = Daemon.Options(
            doors: { try Doors.open(listen) }, stateDirectory: directory,
            runtimeDirectory: runtimeDirectory ?? getenv("RUNTIME_DIRECTORY").map { String(cString: $0) },
            configuration: file.configuration, idleSeconds: idleExit)
        let logger = Logger(label: "session-requestd")
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(
                        service: Daemon(options: options, threads: Self.threads, logger: logger),
                        successTerminationBehavior: .gracefullyShutdownGroup, failureTerminationBehavior: .cancelGroup)
                ],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: Logger(label: "lifecycle") { _ in SwiftLogNoOpLogHandler() }))
        try await group.run()
    }
}
