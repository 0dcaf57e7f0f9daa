internal import ArgumentParser
internal import JSONRPC
internal import SessionRequestWire

struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "Queues: lines of session requests that a team shares.",
        subcommands: [
            QueueListCommand.self, QueueShowCommand.self, QueueNextCommand.self, QueueCreateCommand.self,
            QueueUpdateCommand.self, QueueDeleteCommand.self,
        ], defaultSubcommand: QueueListCommand.self)
}

struct QueueListCommand: Verb {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the queues.")

    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let answer = try await console.call(QueueMethods.List.self, NoParams())
        guard console.isForPeople else {
            for queue in answer.node["queues"]?.elements.map({ $0 }) ?? [] { console.print(json: queue) }
            return
        }
        let lines = DeskTables.queues(answer.result.queues, on: console.screen())
        console.show(lines.isEmpty ? ["No queues yet. 'session-request queue create ID' makes one."] : lines)
    }
}

struct QueueShowCommand: Verb {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a queue.")

    @Argument(help: "The queue.") var id: String
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let answer = try await console.call(QueueMethods.Get.self, QueueMethods.Get.Params(id: id))
        console.print(queue: answer.node["queue"], answer.result.queue)
    }
}

struct QueueNextCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "Take the most urgent session request of your queues.",
        discussion: "Prints nothing in a pipe when there is none.")

    @Argument(help: "Only of these queues.") var queue: [String] = []
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let (connection, peer) = try await console.connect()
        let params = QueueMethods.Next.Params(queues: queue.isEmpty ? nil : queue)
        let answer = try await console.call(QueueMethods.Next.self, params, on: connection)
        if console.isForPeople {
            guard let request = answer.result.sessionRequest else { return console.show(["Nothing to take."]) }
            console.show(RequestSheet.lines(request, on: console.screen(user: peer.user)))
        } else if let request = answer.node["sessionRequest"], !request.isNull {
            console.print(json: request)
        }
    }
}

struct QueueDeleteCommand: Verb {
    static let configuration = CommandConfiguration(commandName: "delete", abstract: "Delete a queue.")

    @Argument(help: "The queue.") var id: String
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let answer = try await console.call(QueueMethods.Delete.self, QueueMethods.Delete.Params(id: id))
        if console.isForPeople {
            console.show(["Queue \(SafeText.line(id)) is gone."])
        } else {
            console.print(json: answer.node)
        }
    }
}

extension Console {
    /// Prints a queue.
    func print(queue node: JSONNode?, _ queue: WireQueue) {
        if isForPeople { show(DeskTables.queue(queue, on: screen())) } else if let node { print(json: node) }
    }
}
