internal import ArgumentParser

/// `session-request`
struct SessionRequestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "session-request",
        abstract: "Create, watch, connect and close session requests.",
        usage: "session-request <verb> ...",
        discussion: """
            A session request has a link for the person who needs help. That person opens it (waiting) and allows access \
            (ready); you connect, and close it when all is done.

              session-request create "Maria Keller"
              session-request watch
              session-request connect 42
              session-request close 42

            On a terminal verbs print tables and words; in a pipe, or with --json, one JSON object a line. Exit status: \
            0 done, 1 the service said no or the output cannot be written, 2 the service cannot be reached, 3 the command \
            line is wrong, 4 timed out.
            """,
        version: Console.version,
        groupedSubcommands: [
            CommandGroup(
                name: "Main",
                subcommands: [
                    CreateCommand.self, ListCommand.self, ShowCommand.self, WatchCommand.self, WaitCommand.self,
                    ConnectCommand.self, DisconnectCommand.self, CloseCommand.self, ReopenCommand.self,
                ]),
            CommandGroup(
                name: "Link",
                subcommands: [LinkCommand.self, InviteCommand.self, RotateLinkCommand.self, RequestAccessCommand.self]),
            CommandGroup(
                name: "Detail",
                subcommands: [
                    ClaimCommand.self, AssignCommand.self, CommentCommand.self, UpdateCommand.self,
                    RescheduleCommand.self, ExplainCommand.self, HistoryCommand.self, BulkCommand.self,
                ]),
            CommandGroup(
                name: "Desk",
                subcommands: [SummaryCommand.self, QueueCommand.self, AgentsCommand.self, ClientsCommand.self]),
            CommandGroup(name: "Desktop", subcommands: [BarCommand.self, NotifyCommand.self]),
            CommandGroup(
                name: "Service",
                subcommands: [
                    StatusCommand.self, DoctorCommand.self, WhoAmICommand.self, CallCommand.self, DiscoverCommand.self,
                ]),
        ])

    /// Every verb by its name, without those inside groups.
    static var verbNames: [String] { configuration.subcommands.compactMap { $0.configuration.commandName } }

    /// The verbs inside a group; none where there is no such group.
    static func verbNames(inGroup name: String) -> [String] {
        let group = configuration.subcommands.first { $0.configuration.commandName == name }
        return group?.configuration.subcommands.compactMap { $0.configuration.commandName } ?? []
    }

    /// Every command that does something by its name, its group's in front.
    static var commandNames: [String] {
        configuration.subcommands.flatMap { command -> [String] in
            let name = command.configuration.commandName ?? ""
            let inside = command.configuration.subcommands.compactMap { $0.configuration.commandName }
            return inside.isEmpty ? [name] : inside.map { "\(name) \($0)" }
        }
    }
}
