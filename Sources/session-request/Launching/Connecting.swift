internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What `connect` does, from the question to the disconnect.
struct Connecting {
    typealias Answer = Console.Answer<SessionRequestMethods.Connect>

    let console: Console
    let id: Int64
    let ifRevision: Int64?
    let printsOnly: Bool
    let waits: Bool
    let usesURI: Bool
    let asks: Bool

    func run() async throws {
        let (connection, peer) = try await console.connect()
        let revision = try await confirmed(connection, user: peer.user)
        // From here on a signal ends the connection, too, and not only this program.
        let signals = printsOnly ? nil : Signals.stream(of: [SIGINT, SIGTERM, SIGHUP])
        let params = SessionRequestMethods.Connect.Params(id: id, lease: waits ? true : nil, ifRevision: revision)
        let answer: Answer
        do throws(Failure) {
            answer = try await console.call(SessionRequestMethods.Connect.self, params, on: connection)
        } catch { throw advised(error) }
        if printsOnly {
            try show(answer, user: peer.user)
            // On a terminal the words say so themselves.
            guard !console.isForPeople, Terminal.isTerminal(2) else { return }
            return console.note("session request \(id) is connected: 'session-request disconnect \(id)' ends that")
        }
        do { try await launch(answer, connection, signals, user: peer.user) } catch let failure as Failure {
            await disconnect(connection)
            throw failure
        }
    }

    /// Asks, where somebody can be asked; the revision that was agreed to, or that of the command line.
    private func confirmed(_ connection: Connection, user: String) async throws -> Int64? {
        guard asks, Terminal.isTerminal(0), Terminal.isTerminal(2) else { return ifRevision }
        let request = try await console.call(SessionRequestMethods.Get.self, RequestParams(id: id), on: connection)
            .result.sessionRequest
        // Where it cannot be connected there is nothing to agree to; the service says why.
        guard request.status == "ready", let target = request.join?.target else { return ifRevision }
        let paint = Paint(isOn: Terminal.wantsColor)
        let who = paint(.bold, SafeText.line(request.recipient.name))
        let where_ = paint(.bold, SafeText.line(Words.target(target)))
        Terminal.write("Connect to \(who) at \(where_)? [y/N] ", to: 2)
        let answer = StandardInput.answer()?.lowercased() ?? ""
        guard answer == "y" || answer == "yes" else {
            throw Failure(.refused, "cannot connect session request \(id): you did not agree")
        }
        return ifRevision ?? request.revision
    }

    /// A refusal that time will mend says how to wait for that.
    private func advised(_ failure: Failure) -> Failure {
        guard let refusal = failure.refusal, refusal.reason == .invalidTransition,
            refusal.data.status == "open" || refusal.data.status == "waiting"
        else { return failure }
        var failure = failure
        failure.hint = "'session-request wait \(id) --until ready' waits until the person has allowed access."
        return failure
    }

    private func launch(
        _ answer: Answer, _ connection: Connection, _ signals: AsyncStream<Int32>?, user: String
    ) async throws {
        let scheme = answer.result.target.scheme
        let needsTerminal = !usesURI && ClientProgram.needsTerminal(scheme: scheme)
        if needsTerminal, !waits, !Terminal.isTerminal(0) {
            throw Failure(
                .refused, "cannot start \(scheme): it needs a terminal",
                hint: "Run it in one, or use --print or --wait.")
        }
        let arguments = try arguments(answer.result.launch, scheme: scheme)
        let isAttached = waits || needsTerminal
        if isAttached, ChildProcess.isThere(arguments[0]) { try show(answer, user: user) }
        let child: ChildProcess
        do throws(ChildProcess.LaunchError) {
            child = try ChildProcess.start(arguments, isAttached ? .attached : .detached)
        } catch {
            let program = SafeText.line(arguments[0])
            let hint = error.isMissing ? ClientProgram.advice(program: program, scheme: scheme) : nil
            throw Failure(
                .refused, "cannot start \(program): \(error.isMissing ? "it is not installed" : error.text)", hint: hint
            )
        }
        guard isAttached else { return try show(answer, user: user) }
        let signal = await end(of: child, or: signals)
        await disconnect(connection)
        if let signal { exit(128 + signal) }
    }

    private func arguments(_ launch: WireLaunch, scheme: String) throws(Failure) -> [String] {
        if usesURI {
            guard let uri = launch.uri else {
                throw Failure(
                    .refused, "cannot use a URI for \(scheme): its connector has none", hint: "Leave --uri out.")
            }
            return ["xdg-open", uri]
        }
        guard let program = launch.argv.first, !program.isEmpty else {
            throw Failure(
                .refused, "cannot start a client for \(scheme): its connector names no program",
                hint: "An administrator can name one in the configuration.")
        }
        return launch.argv
    }

    /// Waits for the child's end, or for a signal, which ends the child, too; that signal.
    private func end(of child: ChildProcess, or signals: AsyncStream<Int32>?) async -> Int32? {
        let (endings, ending) = AsyncStream<Int32?>.makeStream()
        let waiting = Task {
            _ = await child.end()
            ending.yield(nil)
        }
        let heeding = Task {
            guard let signals else { return }
            for await signal in signals { ending.yield(signal) }
        }
        defer {
            waiting.cancel()
            heeding.cancel()
        }
        for await signal in endings {
            if signal != nil { child.terminate() }
            return signal
        }
        return nil
    }

    /// Ends the connection; that it has ended already is as good.
    private func disconnect(_ connection: Connection) async {
        let params = SessionRequestMethods.Disconnect.Params(id: id)
        do {
            _ = try await connection.call(
                SessionRequestMethods.Disconnect.self, params, deadline: .seconds(Console.patience))
        } catch {
            if case .service(let refusal) = error, refusal.reason == .invalidTransition { return }
            if case .unreachable = error, waits { return }
            console.note(
                "\(Failure(error).message); if it is still connected, use 'session-request disconnect \(id)'")
        }
    }

    private func show(_ answer: Answer, user: String) throws {
        if console.isForPeople {
            let screen = console.screen(user: user)
            console.show(
                ConnectedView.lines(answer.result, printsOnly: printsOnly, usesURI: usesURI, waits: waits, on: screen))
        } else {
            console.print(json: answer.node)
        }
    }
}
