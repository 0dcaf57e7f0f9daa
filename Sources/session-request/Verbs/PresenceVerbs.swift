internal import ArgumentParser
internal import JSONRPC
internal import SessionRequestWire

struct AgentsCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "agents", abstract: "List the agents that are there, and their remote-desktop clients.")

    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let (connection, peer) = try await console.connect()
        let answer = try await console.call(AgentMethods.List.self, NoParams(), on: connection)
        if console.isForPeople {
            let lines = DeskTables.agents(answer.result.agents, on: console.screen(user: peer.user))
            console.show(lines.isEmpty ? ["Nobody is there."] : lines)
        } else {
            for agent in answer.node["agents"]?.elements.map({ $0 }) ?? [] { console.print(json: agent) }
        }
    }
}

struct ClientsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clients", abstract: "Remote-desktop clients that are signed in.",
        subcommands: [ClientsListCommand.self, ClientsSignOutCommand.self], defaultSubcommand: ClientsListCommand.self)
}

struct ClientsListCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the clients that are signed in.")

    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let answer = try await console.call(ClientMethods.List.self, NoParams())
        if console.isForPeople {
            let lines = DeskTables.clients(answer.result.clients, on: console.screen())
            console.show(lines.isEmpty ? ["No client is signed in."] : lines)
        } else {
            for client in answer.node["clients"]?.elements.map({ $0 }) ?? [] { console.print(json: client) }
        }
    }
}

struct ClientsSignOutCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "sign-out", abstract: "Sign a client out, wherever it is signed in; for admins.")

    @Argument(help: ArgumentHelp("The client's identifier.", valueName: "client-id")) var clientID: String
    @Flag(help: "Also free the identifier for somebody else.") var release = false
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let params = ClientMethods.SignOut.Params(clientId: clientID, release: release ? true : nil)
        let answer = try await console.call(ClientMethods.SignOut.self, params)
        guard console.isForPeople else { return console.print(json: answer.node) }
        let name = SafeText.line(clientID)
        console.show([answer.result.signedOut ? "Client \(name) is signed out." : "Client \(name) was not signed in."])
    }
}
