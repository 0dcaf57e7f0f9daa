internal import ArgumentParser
internal import JSONRPC
internal import SessionRequestWire

struct ClaimCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "claim", abstract: "Take a session request that nobody has, or your queue has.")

    @OptionGroup var change: ChangeArguments
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let params = RequestChangeParams(id: change.id, ifRevision: change.ifRevision)
        try await console.change(SessionRequestMethods.Claim.self, params) { request, screen in
            ChangedView.lines(request, "is yours", on: screen)
        }
    }
}

struct AssignCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "assign", abstract: "Give a session request to somebody, or to nobody.")

    @OptionGroup var change: ChangeArguments
    @Argument(
        help: "me, agent:NAME, queue:ID, client:ID or nobody.",
        completion: .list(["me", "agent:", "queue:", "client:", "nobody"]))
    var who: String
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let assignee = try WireTexts.assignee(who)
        let params = SessionRequestMethods.Assign.Params(
            id: change.id, assignee: assignee.map { .value($0) } ?? .null, ifRevision: change.ifRevision)
        try await console.change(SessionRequestMethods.Assign.self, params) { request, screen in
            let name = Words.assignee(request.assignee, user: screen.user)
            let whose = name.isEmpty ? "is nobody's" : name == "you" ? "is yours" : "is assigned to \(name)"
            return ChangedView.lines(request, whose, on: screen)
        }
        console.note(unknown: assignee)
    }
}

struct CommentCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "comment", abstract: "Add to the comments of a session request.")

    @OptionGroup var change: ChangeArguments
    @Argument(help: "The comment; - reads it from standard input.") var text: String
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let text = text == "-" ? try StandardInput.line() : text
        let params = SessionRequestMethods.Comment.Params(id: change.id, text: text, ifRevision: change.ifRevision)
        try await console.change(SessionRequestMethods.Comment.self, params) { request, screen in
            ChangedView.lines(request, "has your comment", on: screen)
        }
    }
}

struct RescheduleCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "reschedule", abstract: "Move a session request to another time.",
        discussion: "  session-request reschedule 42 --at \"friday 9:00\" --until 10:00")

    @OptionGroup var change: ChangeArguments
    @OptionGroup(title: "Times") var schedule: ScheduleOptions
    @Flag(help: "Take its time away.") var never = false
    @OptionGroup(title: "Times") var expiry: ExpiryOptions
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func validate() throws {
        if (schedule.at == nil) != never { throw ValidationError("Give --at or --never.") }
    }

    func run(with console: Console) async throws {
        let now = Terminal.now
        let times = TimeText(now: now, clock: try schedule.clock())
        let params = SessionRequestMethods.Reschedule.Params(
            id: change.id, schedule: try schedule.wire(now: now).map { .value($0) } ?? .null,
            expiresAt: try expiry.instant(times), expiresIn: expiry.expiresIn, ifRevision: change.ifRevision)
        try await console.change(SessionRequestMethods.Reschedule.self, params) { request, screen in
            var sheet = Sheet(on: screen, indent: 2)
            sheet.add("scheduled", request.schedule.map { Words.schedule($0, on: screen) } ?? "at no time")
            sheet.add("expires", screen.full(request.expiresAt))
            return ChangedView.lines(request, "is moved", on: screen) + sheet.lines
        }
    }
}

struct DisconnectCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "disconnect", abstract: "End the connection; the session request is ready again.")

    @OptionGroup var change: ChangeArguments
    @Option(help: "What should be remembered.") var note: String?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let params = SessionRequestMethods.Disconnect.Params(id: change.id, note: note, ifRevision: change.ifRevision)
        try await console.change(SessionRequestMethods.Disconnect.self, params) { request, screen in
            ChangedView.lines(
                request, "is \(request.status)", next: "session-request close \(self.change.id)", "when all is done",
                on: screen)
        }
    }
}

struct CloseCommand: Verb {
    static let configuration = CommandConfiguration(commandName: "close", abstract: "Close a session request.")

    @OptionGroup var change: ChangeArguments
    @Option(
        help: "done, canceled, denied, duplicate or other.",
        completion: .list(Choices.closeReasons.all))
    var reason: String?
    @Option(help: "What should be remembered.") var note: String?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let params = SessionRequestMethods.Close.Params(
            id: change.id, reason: try reason.map { try Choices.closeReasons.one($0) }, note: note,
            ifRevision: change.ifRevision)
        try await console.change(SessionRequestMethods.Close.self, params) { request, screen in
            ChangedView.lines(request, "is closed", on: screen)
        }
    }
}

struct ReopenCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "Open a session request that is closed or expired again.")

    @OptionGroup var change: ChangeArguments
    @Flag(help: "Keep the link that the person has; else there is a new one.") var keepLink = false
    @OptionGroup var expiry: ExpiryOptions
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let times = TimeText(now: Terminal.now, clock: LocalClock())
        let params = SessionRequestMethods.Reopen.Params(
            id: change.id, keepLink: keepLink ? true : nil, expiresAt: try expiry.instant(times),
            expiresIn: expiry.expiresIn, ifRevision: change.ifRevision)
        try await console.change(SessionRequestMethods.Reopen.self, params) { request, screen in
            CreatedView.lines(request, on: screen)
        }
    }
}

struct RequestAccessCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "request-access", abstract: "Ask the person to allow access now.")

    @OptionGroup var change: ChangeArguments
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let params = RequestChangeParams(id: change.id, ifRevision: change.ifRevision)
        try await console.change(SessionRequestMethods.RequestAccess.self, params) { request, screen in
            ChangedView.lines(
                request, "asks for access", next: "session-request wait \(self.change.id) --until ready",
                "until it is allowed", on: screen)
        }
    }
}
