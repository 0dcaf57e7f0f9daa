internal import ArgumentParser
internal import JSONRPC
internal import SessionRequestWire

struct ShowCommand: Verb {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a session request.")

    @OptionGroup var request: RequestArgument
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        try await console.change(SessionRequestMethods.Get.self, RequestParams(id: request.id)) { request, screen in
            RequestSheet.lines(request, on: screen)
        }
    }
}

struct ExplainCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say why a session request cannot be connected now, or that it can.")

    @OptionGroup var request: RequestArgument
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let answer = try await console.call(SessionRequestMethods.Explain.self, RequestParams(id: request.id))
        guard console.isForPeople else { return console.print(json: answer.node) }
        let screen = console.screen()
        let message = SafeText.line(answer.result.message)
        let reason = answer.result.reason.map { " [\(SafeText.line($0))]" } ?? ""
        let ink: Paint.Ink = answer.result.connectable ? .green : .yellow
        console.show(DisplayWidth.wrap(message + reason, to: screen.columns).map { screen.paint(ink, $0) })
    }
}

struct HistoryCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Show what happened to a session request, oldest first.")

    @OptionGroup var request: RequestArgument
    @Option(help: ArgumentHelp("At most so many events.", valueName: "number")) var limit: Int?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
    }

    func run(with console: Console) async throws {
        let (connection, peer) = try await console.connect()
        var params = SessionRequestMethods.History.Params(id: request.id)
        var events: [WireEvent] = []
        var left = limit ?? .max
        repeat {
            params.limit = Int64(min(left, Int(WireLimits.pageItems.upperBound)))
            let answer = try await console.call(SessionRequestMethods.History.self, params, on: connection)
            left -= answer.result.events.count
            params.page = answer.result.nextPage
            if console.isForPeople {
                events += answer.result.events
            } else if let nodes = answer.node["events"] {
                for event in nodes.elements { console.print(json: event) }
            }
        } while params.page != nil && left > 0
        if console.isForPeople { console.show(HistoryTable.lines(events, on: console.screen(user: peer.user))) }
    }
}

struct SummaryCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "summary", abstract: "Show the desk in one look: how many in each status, and what is next.")

    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let (connection, peer) = try await console.connect()
        let answer = try await console.call(SessionRequestMethods.Summary.self, NoParams(), on: connection)
        guard console.isForPeople else { return console.print(json: answer.node) }
        console.show(SummaryView.lines(answer.result, on: console.screen(user: peer.user)))
    }
}
