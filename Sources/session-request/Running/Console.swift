internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire

/// What a verb runs with: the service, and somewhere to write to.
struct Console {
    /// A result as it came, and as it is understood.
    struct Answer<Method: RPCMethod> {
        let node: JSONNode
        let result: Method.Result

        init(_ node: JSONNode) throws(ClientError) {
            self.node = node
            do { result = try Method.Result(from: node) } catch {
                throw .protocolViolation("the result of \(Method.name) has another shape (\(error))")
            }
        }
    }

    /// The release of this program.
    static let version = "1.0.0"
    /// How long an ordinary call may take.
    static let patience = 60.0

    let path: String
    let timeout: Double?
    /// Whether people read what is printed, and not programs.
    let isForPeople: Bool
    private let hasColor: Bool

    init(_ options: GlobalOptions) {
        path = options.socket ?? SocketAddress.lookup()
        timeout = options.timeout
        isForPeople = !options.json && (Terminal.isTerminal(1) || options.color == .always)
        hasColor = options.color == .always || options.color == .auto && Terminal.wantsColor
    }

    // The screen.

    /// The screen as it is now.
    func screen(user: String? = nil) -> Screen {
        let size = Terminal.size
        return Screen(
            columns: size.columns, rows: size.rows, paint: Paint(isOn: hasColor), now: Terminal.now,
            clock: LocalClock(),
            user: user)
    }

    /// Prints lines for people.
    func show(_ lines: [String]) { Terminal.write(lines.map { $0 + "\n" }.joined()) }

    /// Prints one JSON object on a line of its own. On a terminal what it must not be given is escaped.
    func print(json value: some JSONEncodable) {
        var writer = JSONWriter()
        writer.value(value)
        if Terminal.isTerminal(1) {
            Terminal.write(SafeText.json(writer.bytes) + "\n")
        } else {
            Terminal.write(bytes: writer.bytes + [UInt8(ascii: "\n")])
        }
    }

    /// Tells people something beside the output.
    func note(_ text: String) { Terminal.write("session-request: \(SafeText.line(text))\n", to: 2) }

    // The service.

    /// A connection on which the service knows this program by name.
    func connect(keepingNotifications: Bool = false) async throws(Failure) -> (Connection, WirePeer) {
        do {
            let connection = try await Connection.open(path: path, keepingNotifications: keepingNotifications)
            let hello = try await connection.call(
                RPCMethods.Hello.self,
                RPCMethods.Hello.Params(client: "session-request", version: Self.version),
                deadline: .seconds(timeout ?? Self.patience))
            return (connection, hello.peer)
        } catch { throw Failure(error) }
    }

    /// Calls a method on a connection.
    func call<Method: RPCMethod>(
        _ method: Method.Type, _ params: Method.Params, on connection: Connection
    ) async throws(Failure) -> Answer<Method> {
        do {
            let node = try await connection.call(
                method: Method.name, params: params, deadline: .seconds(timeout ?? Self.patience))
            LostOutput.done(Method.name)
            return try Answer(node)
        } catch { throw Failure(error, id: Self.id(in: params)) }
    }

    /// The number of the session request that params are about; nil where they are about none.
    private static func id(in params: some JSONEncodable) -> Int64? {
        var writer = JSONWriter()
        writer.value(params)
        return (try? JSONDocument(writer.bytes))?.root["id"]?.integer
    }

    /// Calls a method on a connection of its own.
    func call<Method: RPCMethod>(
        _ method: Method.Type, _ params: Method.Params
    ) async throws(Failure) -> Answer<Method> {
        let (connection, _) = try await connect()
        return try await call(method, params, on: connection)
    }

    /// Calls a method that answers a session request, and prints it: the object for programs, words for people.
    func change<Method: RPCMethod>(
        _ method: Method.Type, _ params: Method.Params, words: (WireSessionRequest, Screen) -> [String]
    ) async throws(Failure) where Method.Result == SessionRequestResult {
        let (connection, peer) = try await connect()
        let answer = try await call(method, params, on: connection)
        if isForPeople {
            show(words(answer.result.sessionRequest, screen(user: peer.user)))
        } else if let request = answer.node["sessionRequest"] {
            print(json: request)
        }
    }
}
