internal import ArgumentParser
internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire

struct WhoAmICommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "whoami", abstract: "Show who you are to the service, and your roles.")

    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let answer = try await console.call(DaemonMethods.WhoAmI.self, NoParams())
        guard console.isForPeople else { return console.print(json: answer.node) }
        let me = answer.result
        let screen = console.screen()
        var sheet = Sheet(on: screen)
        sheet.add("user", "\(me.user) (uid \(me.uid))")
        sheet.add("roles", me.roles.joined(separator: ", "))
        if me.roles.isEmpty { sheet.add("roles", "none: ask an administrator", .yellow) }
        sheet.add("groups", me.groups.joined(separator: ", "))
        console.show(sheet.lines)
    }
}

struct CallCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Call a method of the protocol as it is.",
        discussion: """
            Prints the result. 'session-request discover' lists the methods.

              session-request call sessionRequest.get '{"id": 42}'
            """)

    @Argument(help: "The method.", completion: .custom { _, _, prefix in MethodNames.beginning(with: prefix) })
    var method: String
    @Argument(help: "The params, a JSON object; - reads them from standard input.") var params: String?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        var node: JSONNode?
        if let params {
            let text = params == "-" ? try StandardInput.text() : params
            do { node = try JSONDocument(text).root } catch {
                throw Failure(.usage, "cannot read the params: they are not JSON (\(error))")
            }
        }
        let (connection, _) = try await console.connect()
        // A blocking call takes as long as its own params say.
        let deadline = global.timeout.map { Duration.seconds($0) }
        let result = try await connection.call(method: method, params: node, deadline: deadline)
        LostOutput.done(method)
        if console.isForPeople { console.show([PrettyJSON.text(result)]) } else { console.print(json: result) }
    }
}

struct DiscoverCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "discover", abstract: "Show the methods of the protocol, or one of them.",
        discussion: "In a pipe, or with --json: the service's OpenRPC document, or that part of it.")

    @Argument(help: "The method.", completion: .custom { _, _, prefix in MethodNames.beginning(with: prefix) })
    var method: String?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let answer = try await console.call(RPCMethods.Discover.self, NoParams())
        let methods = answer.node["methods"]?.elements.map { $0 } ?? []
        guard let method else {
            guard console.isForPeople else { return console.print(json: answer.node) }
            return console.show(MethodViews.list(methods, on: console.screen()))
        }
        guard let found = methods.first(where: { $0["name"]?.string == method }) else {
            let names = methods.compactMap { $0["name"]?.string }
            let nearest = Suggestion.nearest(to: method, among: names).map { "Did you mean \($0)?" }
            throw Failure(
                .refused, "cannot find the method \(method)", hint: nearest ?? "'session-request discover' lists them.")
        }
        guard console.isForPeople else { return console.print(json: found) }
        console.show(MethodViews.one(found, on: console.screen()))
    }
}

/// The names of the methods that this program knows by heart, for a shell that completes them.
enum MethodNames {
    static func beginning(with prefix: String) -> [String] {
        AllMethods.types.map { $0.name }.filter { $0.hasPrefix(prefix) }
    }
}
