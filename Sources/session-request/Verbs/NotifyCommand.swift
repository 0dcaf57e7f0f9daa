internal import ArgumentParser
internal import SessionRequestWire

struct NotifyCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "notify", abstract: "Show desktop notifications, with a button that connects.",
        discussion: """
            Tells when somebody waits, and when somebody allows access: then Connect connects, as 'session-request connect' \
            does, to what the notification shows and nothing else. What belongs to another agent is not told. It needs \
            notify-send (Debian: libnotify-bin) and runs until it is ended.

              session-request notify --queue tier-1
            """)

    @Flag(help: "Only what is assigned to you.") var mine = false
    @Option(help: ArgumentHelp("Only what is in this queue; give it again for more.", valueName: "id"))
    var queue: [String] = []
    @Flag(help: "Wait for the client, then disconnect.") var wait = false
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        guard ChildProcess.isThere("notify-send") else {
            throw Failure(
                .refused, "cannot show notifications: notify-send is not installed",
                hint: "It is in Debian's package libnotify-bin.")
        }
        let filter = WireFilter(queues: queue.isEmpty ? nil : queue, mine: mine ? true : nil)
        let notifying = Notifying(console: console, filter: filter, waits: wait)
        try await Deadline.within(global.timeout, of: "show notifications") { await notifying.run() }
    }
}
