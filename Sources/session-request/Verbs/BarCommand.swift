internal import ArgumentParser
internal import SessionRequestWire

struct BarCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "bar", abstract: "Feed a status bar.",
        discussion: """
            Prints one line at once and one whenever it changes, in the way of a bar: how many wait and are ready, who they \
            are, and that the service cannot be reached. It ends with the bar. With --once it prints one line and ends, \
            with success even when the service is away: bars would show an error of their own.

              session-request bar --format waybar
              session-request bar --format tmux --once --queue tier-1
            """)

    @Option(
        help: ArgumentHelp(
            "How the bar wants it: \(BarFormat.allCases.map(\.rawValue).joined(separator: ", ")); plain unless said, with "
                + "--json waybar, whose lines are JSON.", valueName: "bar"))
    var format: BarFormat?
    @Flag(help: "Print one line and end.") var once = false
    @Flag(help: "Only what is assigned to you.") var mine = false
    @Option(help: ArgumentHelp("Only what is in this queue; give it again for more.", valueName: "id"))
    var queue: [String] = []
    @Option(
        help: ArgumentHelp("Who waits longer is urgent: 90s, 5m, 1h.", valueName: "duration"),
        transform: DurationText.seconds)
    var urgentAfter: Double = 300
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func validate() throws {
        guard global.json, let format, format != .waybar else { return }
        throw ValidationError("Give --json or --format \(format.rawValue), not both: only waybar's lines are JSON.")
    }

    func run(with console: Console) async throws {
        let filter = WireFilter(queues: queue.isEmpty ? nil : queue, mine: mine ? true : nil)
        let feed = BarFeed(
            console: console, format: format ?? (global.json ? .waybar : .plain), scope: BarScope(filter: filter),
            patience: urgentAfter)
        if once { return await feed.printOnce() }
        Reader.outliveNobody()
        try await Deadline.within(global.timeout, of: "feed the bar") { await feed.run() }
    }
}
