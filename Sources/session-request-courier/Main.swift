internal import ArgumentParser
internal import SessionRequestCourier

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session-request-courier",
        abstract: "Sends what must leave the machine: mail, text messages and webhooks.",
        discussion: """
            Takes deliveries from session-requestd on its courier socket, sends each its way, and says what became of it. \
            How things leave stands in the configuration, under email, sms and webhooks.
            """,
        version: Courier.version,
        subcommands: [RunCommand.self, PreviewCommand.self],
        defaultSubcommand: RunCommand.self)
}

/// Where things are.
struct PlaceOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The configuration to read, instead of /etc/session-requestd/config.yaml.", valueName: "file"),
        completion: .file())
    var config: String?

    @Option(
        name: .long, help: ArgumentHelp("Where texts and templates of your own are.", valueName: "directory"),
        completion: .directory)
    var overrides = "/etc/session-requestd/mail"
}
