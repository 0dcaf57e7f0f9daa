internal import ArgumentParser

/// When to use colours.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
}

/// What every verb understands.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The service's socket; else $SESSION_REQUEST_SOCKET, your own service's, the machine's.", valueName: "path"),
        completion: .file())
    var socket: String?

    @Flag(help: "Print JSON, one object a line, as in a pipe.")
    var json = false

    @Option(
        help: ArgumentHelp("Use colours; always keeps tables in a pipe, too.", valueName: "when")
    )
    var color = ColorChoice.auto

    @Option(
        help: ArgumentHelp("Give up after so long, with exit status 4: 30s, 5m, 2h.", valueName: "duration"),
        transform: DurationText.seconds)
    var timeout: Double?
}
