internal import ArgumentParser
internal import SessionRequestClient
internal import SessionRequestWire

struct WatchCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Follow what happens.",
        discussion: """
            On a terminal: a live table; Ctrl-C ends it. With --since, --type, --count or --snapshot: a line for each event. \
            In a pipe, or with --json: each event as JSON. A lost connection is made again, and nothing is missed.

              session-request watch --mine
              session-request watch --type granted --count 1
              session-request watch --since earliest --json | jq .type
            """)

    @OptionGroup var filter: FilterOptions
    @Option(
        help: ArgumentHelp("Where to begin: now, earliest or a cursor.", valueName: "place"),
        completion: .list(["now", "earliest"]))
    var since: String?
    @Option(
        help: ArgumentHelp(
            "Only this type, such as granted or queue.created; give it again for more.", valueName: "type"))
    var type: [String] = []
    @Flag(help: "Begin with the session requests as they are.") var snapshot = false
    @Option(help: ArgumentHelp("End after so many events.", valueName: "number")) var count: Int?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func validate() throws {
        if let count, count < 1 { throw ValidationError("--count must be at least 1.") }
    }

    func run(with console: Console) async throws {
        let (_, peer) = try await console.connect()
        let isPlain = since == nil && type.isEmpty && !snapshot && count == nil
        if console.isForPeople, isPlain, Terminal.isTerminal(1) {
            let table = LiveTable(console, user: peer.user, filter: try filter.board(user: peer.user))
            return try await Deadline.within(global.timeout, of: "watch") { try await table.run() }
        }
        let types = type.map { $0.contains(".") ? $0 : "sessionRequest.\($0)" }
        let events = WireEventFilter(requests: try filter.wire(), types: types.isEmpty ? nil : types)
        let options = WatchOptions(since: since, filter: events, snapshot: snapshot)
        let printer = EventPrinter(console: console, user: peer.user, limit: count)
        try await Deadline.within(global.timeout, of: "watch") { try await printer.run(options) }
    }
}
