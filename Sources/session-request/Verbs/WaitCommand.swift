internal import ArgumentParser
internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire

struct WaitCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "wait", abstract: "Wait until a session request has a status.",
        discussion: """
            Exits 0 once it has, 4 when --timeout is over before. A lost connection is made again. Prints the session request as it is then.

              session-request wait 42 --until ready && session-request connect 42
            """)

    @OptionGroup var request: RequestArgument
    @Option(
        help: ArgumentHelp("The status to wait for; more with commas.", valueName: "status"),
        completion: .list(Choices.statuses.all))
    var until: [String]
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let statuses = try Choices.statuses.some(until)
        guard !statuses.isEmpty else { throw ValidationError("Name a status with --until.") }
        let clock = ContinuousClock()
        let end = global.timeout.map { clock.now + .seconds($0) }
        var hasReached = false
        var absence = Absence()
        while true {
            let left = end.map { max(0, ($0 - clock.now) / .seconds(1)) } ?? WireLimits.timeout.upperBound
            let round = min(left, WireLimits.timeout.upperBound)
            do throws(Failure) {
                let (connection, peer) = try await console.connect()
                hasReached = true
                if absence.succeeded() { console.note("connected again") }
                let answer = try await ask(statuses, round, connection)
                if answer.result.timedOut, end == nil || left > round { continue }
                return try report(answer, peer.user, statuses, console)
            } catch {
                let isPassing = error.status == .unreachable || error.refusal?.data.retryable == true
                guard hasReached, isPassing else { throw error }
                // The service went away while we waited; under socket activation it is back in a moment.
                let pause = end.map { min($0 - clock.now, Self.pause) } ?? Self.pause
                guard pause > .zero else { throw late(statuses, error) }
                if absence.failed(at: clock.now) { console.note("\(error.message); trying again") }
                try await Task.sleep(for: pause)
            }
        }
    }

    /// Between two tries.
    private static let pause = Duration.milliseconds(500)

    private func late(_ statuses: [String], _ failure: Failure) -> Failure {
        Failure(
            .timedOut,
            "cannot wait any longer for session request \(request.id) to be \(statuses.joined(separator: " or ")): "
                + failure.message, hint: failure.hint)
    }

    private func ask(
        _ statuses: [String], _ timeout: Double, _ connection: Connection
    ) async throws(Failure) -> Console.Answer<SessionRequestMethods.Wait> {
        let params = SessionRequestMethods.Wait.Params(id: request.id, until: statuses, timeout: timeout)
        do throws(ClientError) {
            // The service keeps the time; the rest is for an answer that is under way.
            let node = try await connection.call(
                method: SessionRequestMethods.Wait.name, params: params, deadline: .seconds(timeout + 10))
            return try Console.Answer(node)
        } catch { throw Failure(error) }
    }

    private func report(
        _ answer: Console.Answer<SessionRequestMethods.Wait>, _ user: String, _ statuses: [String], _ console: Console
    ) throws(Failure) {
        let request = answer.result.sessionRequest
        if console.isForPeople {
            let screen = console.screen(user: user)
            let status = screen.paint(Paint.ink(ofStatus: request.status), SafeText.line(request.status))
            let since = SafeText.line(screen.full(request.statusSince))
            console.show(["\(RequestSheet.title(request, on: screen)) is \(status) since \(since)."])
        } else if let node = answer.node["sessionRequest"] {
            console.print(json: node)
        }
        guard answer.result.timedOut else { return }
        throw Failure(
            .timedOut,
            "cannot wait any longer for session request \(self.request.id) to be \(statuses.joined(separator: " or ")): "
                + "it is \(request.status)",
            hint: "--timeout allows more time; 'session-request explain \(self.request.id)' says what is missing.")
    }
}
