internal import ArgumentParser

/// A command that talks to the service.
protocol Verb: AsyncParsableCommand {
    var global: GlobalOptions { get }

    /// Does the work.
    func run(with console: Console) async throws
}

extension Verb {
    /// Runs with the console that the options ask for.
    func run() async throws { try await run(with: Console(global)) }
}

/// Which session request.
struct RequestArgument: ParsableArguments {
    @Argument(
        help: ArgumentHelp("The session request's number.", valueName: "id"),
        completion: .custom { _, _, prefix in await RequestCompletion.candidates(prefix) },
        transform: WireTexts.number)
    var id: Int64
}

/// Which session request is changed, and from which revision.
struct ChangeArguments: ParsableArguments {
    @OptionGroup var request: RequestArgument

    @Option(
        help: ArgumentHelp(
            "Change it only if it still has this revision.", valueName: "revision"))
    var ifRevision: Int64?

    var id: Int64 { request.id }
}

/// When a session request expires.
struct ExpiryOptions: ParsableArguments {
    @Option(help: ArgumentHelp("When it expires.", valueName: "time"))
    var expiresAt: String?

    @Option(
        help: ArgumentHelp("After how long it expires: 90s, 15m, 2h, 3d.", valueName: "duration"),
        transform: DurationText.seconds)
    var expiresIn: Double?

    func validate() throws {
        if expiresAt != nil, expiresIn != nil { throw ValidationError("Give --expires-at or --expires-in, not both.") }
    }

    /// The instant for the wire.
    func instant(_ reader: TimeText) throws -> String? { try expiresAt.map { try reader.instant($0).rfc3339 } }
}
