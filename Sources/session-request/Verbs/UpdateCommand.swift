internal import ArgumentParser
internal import JSONRPC
internal import SessionRequestWire

struct UpdateCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change what a session request says.",
        discussion: """
            What is not named stays. An empty text takes it away: --email "". Times have 'reschedule', assignees 'assign'.

              session-request update 42 --priority high --add-tag printer
            """)

    @OptionGroup var change: ChangeArguments
    @Option(help: "Who needs help.") var name: String?
    @Option(help: "Where mail reaches the person.") var email: String?
    @Option(help: "Where text messages reach the person.") var phone: String?
    @Option(help: ArgumentHelp("The person's language.", valueName: "tag")) var language: String?
    @Option(help: "What it is about; the person reads it.") var subject: String?
    @Option(help: "What agents should know, instead of what was there.") var comments: String?
    @Option(
        help: ArgumentHelp("low, normal, high or urgent.", valueName: "level"),
        completion: .list(Choices.priorities.all))
    var priority: String?
    @Option(help: ArgumentHelp("Has this tag, too; give it again for more.", valueName: "tag")) var addTag: [String] =
        []
    @Option(help: ArgumentHelp("Has this tag no more.", valueName: "tag")) var removeTag: [String] = []
    @Option(help: ArgumentHelp("Where else it is known: SYSTEM:ID or SYSTEM:ID:URL.", valueName: "reference"))
    var reference: String?
    @Option(help: ArgumentHelp("A field of your own: NAME=VALUE, or NAME= to take it away.", valueName: "field"))
    var field: [String] = []
    @OptionGroup var expiry: ExpiryOptions
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func validate() throws {
        let texts = [name, email, phone, language, subject, comments, priority, reference, expiry.expiresAt]
        let lists = [addTag, removeTag, field]
        guard texts.allSatisfy({ $0 == nil }), lists.allSatisfy(\.isEmpty), expiry.expiresIn == nil else { return }
        throw ValidationError("Give what is to change, such as --subject or --priority.")
    }

    func run(with console: Console) async throws {
        let (connection, peer) = try await console.connect()
        var params = SessionRequestMethods.Update.Params(id: change.id, ifRevision: change.ifRevision)
        try simple(&params)
        if isPartial {
            // The service replaces these as a whole: what they are now is read first, and must still be so then.
            let now = try await console.call(
                SessionRequestMethods.Get.self, RequestParams(id: change.id), on: connection
            )
            .result.sessionRequest
            try partial(&params, of: now)
            params.ifRevision = change.ifRevision ?? now.revision
        }
        let answer = try await console.call(SessionRequestMethods.Update.self, params, on: connection)
        if console.isForPeople {
            console.show(RequestSheet.lines(answer.result.sessionRequest, on: console.screen(user: peer.user)))
        } else if let request = answer.node["sessionRequest"] {
            console.print(json: request)
        }
    }

    private func simple(_ params: inout SessionRequestMethods.Update.Params) throws {
        params.subject = subject.map { $0.isEmpty ? .null : .value($0) } ?? .absent
        params.comments = comments.map { $0.isEmpty ? .null : .value($0) } ?? .absent
        params.priority = try priority.map { try Choices.priorities.one($0) }
        params.externalReference =
            try reference.map { $0.isEmpty ? .null : .value(try WireTexts.reference($0)) } ?? .absent
        params.expiresAt = try expiry.instant(TimeText(now: Terminal.now, clock: LocalClock()))
        params.expiresIn = expiry.expiresIn
    }

    private var changesRecipient: Bool { [name, email, phone, language].contains { $0 != nil } }
    private var isPartial: Bool { changesRecipient || !addTag.isEmpty || !removeTag.isEmpty || !field.isEmpty }

    private func partial(
        _ params: inout SessionRequestMethods.Update.Params, of now: WireSessionRequest
    ) throws {
        if changesRecipient {
            var recipient = now.recipient
            recipient.name = name ?? recipient.name
            if let email { recipient.email = email.isEmpty ? nil : email }
            if let phone { recipient.phone = phone.isEmpty ? nil : phone }
            if let language { recipient.language = language.isEmpty ? nil : language }
            params.recipient = recipient
        }
        if !addTag.isEmpty || !removeTag.isEmpty {
            let kept = now.tags.filter { !removeTag.contains($0) }
            params.tags = kept + addTag.filter { !kept.contains($0) }
        }
        if !field.isEmpty {
            var fields = now.customFields
            for (name, value) in try WireTexts.fields(field) { fields[name] = value.isEmpty ? nil : value }
            params.customFields = fields
        }
    }
}
