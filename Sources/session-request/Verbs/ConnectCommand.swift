internal import ArgumentParser

struct ConnectCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "connect", abstract: "Connect, and start your remote-desktop client.",
        discussion: """
            On a terminal it asks first. With --wait the session request is connected as long as the client runs, and ready \
            again when it ends, however it does; a client that hands over to one that runs already ends at once. Clients of \
            the terminal, such as ssh, are always waited for. --print connects, too: starting the client is then yours.

              session-request connect 42
              session-request connect 42 --wait --yes
              session-request connect 42 --print
            """)

    @OptionGroup var change: ChangeArguments
    @Flag(name: .customLong("print"), help: "Connect, but start nothing: print the target and what would be started.")
    var printsOnly = false
    @Flag(help: "Wait for the client, then disconnect.") var wait = false
    @Flag(help: "Start what the desktop has for the address's scheme, instead of the client's program.")
    var uri = false
    @Flag(name: .shortAndLong, help: "Do not ask.") var yes = false
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func validate() throws {
        if printsOnly, wait { throw ValidationError("Give --print or --wait, not both.") }
        if uri, wait {
            throw ValidationError("Give --uri or --wait, not both: a desktop's handler cannot be waited for.")
        }
    }

    func run(with console: Console) async throws {
        try await Connecting(
            console: console, id: change.id, ifRevision: change.ifRevision, printsOnly: printsOnly, waits: wait,
            usesURI: uri, asks: !yes && !printsOnly
        ).run()
    }
}
