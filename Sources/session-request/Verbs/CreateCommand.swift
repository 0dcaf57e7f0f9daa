internal import ArgumentParser
internal import JSONRPC
internal import SessionRequestWire

struct CreateCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create a session request for somebody who needs help.",
        discussion: """
            Prints the link to send and the code to read aloud.

              session-request create "Maria Keller" --email m@example.org --invite email
              session-request create Otto --at "tomorrow 14:30" --assign queue:tier-1
            """)

    @Argument(help: "Who needs help.") var name: String
    @Option(help: "Where mail reaches the person.") var email: String?
    @Option(help: "Where text messages reach the person.") var phone: String?
    @Option(help: ArgumentHelp("The person's language.", valueName: "tag")) var language: String?
    @Option(help: "What it is about; the person reads it.") var subject: String?
    @Option(help: "What agents should know; the person does not read it.") var comments: String?
    @Option(
        help: ArgumentHelp("Whose it is: me, agent:NAME, queue:ID, client:ID or nobody.", valueName: "who"),
        completion: .list(["me", "agent:", "queue:", "client:", "nobody"]))
    var assign: String?
    @Option(
        help: ArgumentHelp("How to send the link: email, sms or both with a comma.", valueName: "ways"),
        completion: .list(["email", "sms", "email,sms"]))
    var invite: String?
    @OptionGroup(title: "Times") var schedule: ScheduleOptions
    @OptionGroup(title: "Times") var expiry: ExpiryOptions
    @Option(
        help: ArgumentHelp("low, normal, high or urgent.", valueName: "level"),
        completion: .list(Choices.priorities.all))
    var priority: String?
    @Option(help: ArgumentHelp("A tag; give it again for more.", valueName: "tag")) var tag: [String] = []
    @Option(help: ArgumentHelp("Where else it is known: SYSTEM:ID or SYSTEM:ID:URL.", valueName: "reference"))
    var reference: String?
    @Option(help: ArgumentHelp("A field of your own: NAME=VALUE; give it again for more.", valueName: "field"))
    var field: [String] = []
    @Option(help: ArgumentHelp("Creates no second one when it is given again within a day.", valueName: "key"))
    var key: String?
    @Flag(help: "Only check, and show what would be made.") var dryRun = false
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let params = try params()
        let (connection, peer) = try await console.connect()
        let answer = try await console.call(SessionRequestMethods.Create.self, params, on: connection)
        console.note(unknown: params.assignee)
        guard console.isForPeople else {
            if let request = answer.node["sessionRequest"] { console.print(json: request) }
            return
        }
        let request = answer.result.sessionRequest
        let advice = await SendingAdvice.about(request, peer: peer, on: connection)
        let screen = console.screen(user: peer.user)
        console.show(CreatedView.lines(request, isByHand: advice.isByHand, on: screen))
        let lines = advice.lines(on: screen, showingLink: false)
        if !lines.isEmpty { console.show([""] + lines) }
    }

    private func params() throws -> SessionRequestMethods.Create.Params {
        let now = Terminal.now
        let times = TimeText(now: now, clock: try schedule.clock())
        return SessionRequestMethods.Create.Params(
            recipient: WireRecipient(name: name, email: email, phone: phone, language: language), subject: subject,
            assignee: try assign.flatMap { try WireTexts.assignee($0) }, comments: comments,
            sendInvitation: try invite.map { try WireTexts.invitation($0) }, schedule: try schedule.wire(now: now),
            expiresAt: try expiry.instant(times), expiresIn: expiry.expiresIn,
            priority: try priority.map { try Choices.priorities.one($0) },
            tags: tag.isEmpty ? nil : tag, externalReference: try reference.map { try WireTexts.reference($0) },
            customFields: field.isEmpty ? nil : try WireTexts.fields(field), idempotencyKey: key,
            dryRun: dryRun ? true : nil)
    }
}
