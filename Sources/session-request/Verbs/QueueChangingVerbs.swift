internal import ArgumentParser
internal import JSONRPC
internal import SessionRequestWire

/// What a queue says.
struct QueueOptions: ParsableArguments {
    @Option(help: "How people call it.") var name: String?
    @Option(help: "What it is for.") var description: String?
    @Option(help: ArgumentHelp("A member; give it again for more.", valueName: "name")) var user: [String] = []
    @Option(help: ArgumentHelp("A Unix group whose members are members; give it again for more.", valueName: "name"))
    var group: [String] = []
    @Option(
        help: ArgumentHelp(
            "How long its session requests live unless they say otherwise; empty: no such rule.",
            valueName: "duration"))
    var expiry: String?
    @Option(help: ArgumentHelp("The language of people who name none; empty: none.", valueName: "tag"))
    var language: String?
    @Option(
        help: ArgumentHelp(
            "manual, roundRobin or leastBusy; kept as it is set, and without effect in this release.", valueName: "way"),
        completion: .list(Choices.strategies.all))
    var strategy: String?
    @Option(
        help: ArgumentHelp(
            "The queue that is to take over when nobody is signed in; empty: none. Kept as it is set, and without effect "
                + "in this release.", valueName: "id"))
    var fallback: String?
    @Flag(inversion: .prefixedNo, help: "Whether people without a link may ask for help on its page.")
    var publicPage: Bool?

    /// Whether nothing was given.
    var isEmpty: Bool {
        [name, description, expiry, language, strategy, fallback].allSatisfy { $0 == nil } && user.isEmpty
            && group.isEmpty && publicPage == nil
    }

    /// The seconds of the expiry; null when it is to be none.
    func seconds() throws -> Patch<Int64> {
        guard let expiry else { return .absent }
        return expiry.isEmpty ? .null : .value(Int64(try DurationText.seconds(expiry).rounded()))
    }
}

struct QueueCreateCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Create a queue.",
        discussion: "  session-request queue create tier-1 --name \"First line\" --group support --expiry 4h")

    @Argument(help: "Its name for programs: a-z, 0-9 and -, 64 at most; it never changes.") var id: String
    @OptionGroup var options: QueueOptions
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        var params = QueueMethods.Create.Params(
            id: id, name: options.name, description: options.description, defaultLanguage: options.language,
            publicPage: options.publicPage, strategy: try options.strategy.map { try Choices.strategies.one($0) },
            fallback: options.fallback)
        if !options.user.isEmpty || !options.group.isEmpty {
            params.members = WireQueueMembers(users: options.user, groups: options.group)
        }
        if case .value(let seconds) = try options.seconds() { params.defaultExpirySeconds = seconds }
        let answer: Console.Answer<QueueMethods.Create>
        do throws(Failure) { answer = try await console.call(QueueMethods.Create.self, params) } catch {
            throw advised(error)
        }
        console.print(queue: answer.node["queue"], answer.result.queue)
        console.note(unknownAmong: options.user)
    }

    /// What an id may be, where that is what the service does not like.
    private func advised(_ failure: Failure) -> Failure {
        guard let refusal = failure.refusal, refusal.reason == .invalidParams, refusal.data.path == "/id" else {
            return failure
        }
        var failure = failure
        failure.hint = "An id has 1 to 64 of a-z, 0-9 and -, such as tier-1; --name gives it a name for people."
        return failure
    }
}

struct QueueUpdateCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Change a queue.",
        discussion: """
            What is not named stays; --user and --group add members, --remove-user and --remove-group take them out.
            """)

    @Argument(help: "The queue.") var id: String
    @OptionGroup var options: QueueOptions
    @Option(help: ArgumentHelp("A member no more.", valueName: "name")) var removeUser: [String] = []
    @Option(help: ArgumentHelp("A group whose members are members no more.", valueName: "name"))
    var removeGroup: [String] = []
    @Option(help: ArgumentHelp("Change it only if it still has this revision.", valueName: "revision"))
    var ifRevision: Int64?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func validate() throws {
        guard options.isEmpty, removeUser.isEmpty, removeGroup.isEmpty else { return }
        throw ValidationError("Give what is to change, such as --name or --user.")
    }

    func run(with console: Console) async throws {
        let (connection, _) = try await console.connect()
        var params = QueueMethods.Update.Params(
            id: id, name: options.name, description: options.description, defaultExpirySeconds: try options.seconds(),
            defaultLanguage: patch(options.language), publicPage: options.publicPage,
            strategy: try options.strategy.map { try Choices.strategies.one($0) },
            fallback: patch(options.fallback), ifRevision: ifRevision)
        if !(options.user + options.group + removeUser + removeGroup).isEmpty {
            // The service replaces the members as a whole: who they are now is read first, and must still be so then.
            let now = try await console.call(QueueMethods.Get.self, QueueMethods.Get.Params(id: id), on: connection)
                .result.queue
            params.members = WireQueueMembers(
                users: changed(now.members.users, adding: options.user, removing: removeUser),
                groups: changed(now.members.groups, adding: options.group, removing: removeGroup))
            params.ifRevision = ifRevision ?? now.revision
        }
        let answer = try await console.call(QueueMethods.Update.self, params, on: connection)
        console.print(queue: answer.node["queue"], answer.result.queue)
        console.note(unknownAmong: options.user)
    }

    private func patch(_ text: String?) -> Patch<String> { text.map { $0.isEmpty ? .null : .value($0) } ?? .absent }

    private func changed(_ names: [String], adding: [String], removing: [String]) -> [String] {
        let kept = names.filter { !removing.contains($0) }
        return kept + adding.filter { !kept.contains($0) }
    }
}
