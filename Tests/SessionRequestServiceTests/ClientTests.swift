internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire
internal import Testing

@Suite("Signing in")
struct ClientTests {
    private let desk: TestDesk

    init() throws {
        desk = try TestDesk()
        for caller in [People.ana, People.ben, People.root] { desk.desk.arrived(caller) }
    }

    private var signedIn: [String?] { desk.desk.clients().clients.map(\.clientId) }

    @Test("binds a client to the connection until that is gone")
    func connection() async throws {
        let client = try await desk.signIn(People.ana, client: "111")
        #expect(client == WireClient(clientId: "111", name: "anydesk", version: "9.0.4", features: [], supported: true))
        let listed = try #require(desk.desk.clients().clients.first)
        #expect(listed.uid == 1000 && listed.user == "ana" && listed.since == desk.clock.now.rfc3339)
        let agents = desk.desk.agents().agents
        #expect(agents.map(\.user) == ["ana", "ben", "root"])
        #expect(agents.map(\.signedIn) == [true, false, false])
        #expect(agents.first?.clients == [listed])
        try await desk.write(try #require(desk.desk.left(People.ana)))
        #expect(signedIn.isEmpty)
        #expect(desk.desk.agents().agents.map(\.user) == ["ben", "root"])
        #expect(try desk.types() == [.clientSignedIn, .clientSignedOut])
        #expect(try desk.events().map(\.actor.kind) == [.user, .service])
        #expect(desk.desk.left(People.ben) == nil)
    }

    @Test("is for agents: nobody else at any door counts as one")
    func strangers() {
        let stranger = People.agent("stranger", 1009, connection: 60, roles: [])
        for caller in [stranger, People.viewer, People.gateway] { desk.desk.arrived(caller) }
        #expect(desk.desk.agents().agents.map(\.user) == ["ana", "ben", "root"])
        #expect(desk.desk.left(stranger) == nil)
    }

    @Test("answers as the schema has it, without whose it is; the change is the answer's own JSON")
    func shape() async throws {
        let change = try await desk.write(
            desk.desk.signIn(.init(name: "anydesk", version: "9.0.4", clientId: "111", features: ["f"]), by: People.ana)
        )
        var writer = JSONWriter()
        writer.value(change)
        let text = String(decoding: writer.bytes, as: UTF8.self)
        #expect(
            text
                == #"{"client":{"clientId":"111","name":"anydesk","version":"9.0.4","features":["f"],"supported":true}}"#
        )
    }

    @Test("holds only once it is durable")
    func durable() async throws {
        let change = try await desk.write(desk.desk.signIn(.init(name: "anydesk", version: "9.1"), by: People.ana))
        #expect(signedIn.isEmpty)
        #expect(desk.desk.settle(change) == nil)
        #expect(signedIn.count == 1)
    }

    @Test("of a connection that is gone before it is durable is signing out, too")
    func goneMeanwhile() async throws {
        let change = try await desk.write(desk.desk.signIn(.init(name: "anydesk", version: "9.1"), by: People.ana))
        #expect(desk.desk.left(People.ana) == nil)
        try await desk.write(try #require(desk.desk.settle(change)))
        #expect(signedIn.isEmpty)
        #expect(try desk.types() == [.clientSignedIn, .clientSignedOut])
    }

    @Test("that fails leaves everything as it was")
    func failed() async throws {
        try await desk.signIn(People.ben, client: "111")
        try await desk.signIn(People.ana, client: "222")
        let before = try desk.log().count
        let error = try await refusal { try await desk.signIn(People.ana, client: "111") }
        #expect(error.reason == .permissionDenied)
        #expect(signedIn == ["222", "111"])
        #expect(try desk.log().count == before)
    }

    @Test("again takes the place of the client before, and the same again changes nothing")
    func again() async throws {
        try await desk.signIn(People.ana, client: "111")
        desk.clock.advance(seconds: 5)
        try await desk.signIn(People.ana, client: "111")
        #expect(try desk.types() == [.clientSignedIn])
        try await desk.signIn(People.ana, client: "222", version: "8.0")
        #expect(signedIn == ["222"])
        #expect(desk.desk.clients().clients.first?.supported == false)
        #expect(try desk.types() == [.clientSignedIn, .clientSignedOut, .clientSignedIn])
    }

    @Test(
        "judges the version by the configured minimum",
        arguments: [
            ("anydesk", "9.0.1", true), ("AnyDesk", "9.0.1", true), ("anydesk", "9.0.0", false),
            ("anydesk", "10", true),
            ("anydesk", "9.0.1-beta", false), ("ANYDESK", "unknown", false), ("rustdesk", "0.1", true),
        ])
    func versions(name: String, version: String, isSupported: Bool) async throws {
        #expect(try await desk.signIn(People.ana, name: name, version: version).supported == isSupported)
    }

    @Test("keeps a client for the user who had it first, on any connection, also after a sign-out")
    func owner() async throws {
        try await desk.signIn(People.ana, client: "111")
        try await desk.signOut(People.ana)
        let elsewhere = People.agent("ana", 1000, connection: 50)
        desk.desk.arrived(elsewhere)
        try await desk.signIn(elsewhere, client: "111")
        let error = try await refusal { try await desk.signIn(People.ben, client: "111") }
        #expect(error.reason == .permissionDenied && error.data.hint?.contains("release") == true)
    }

    @Test("can be undone by an admin, who may release the client to another user")
    func release() async throws {
        try await desk.signIn(People.ana, client: "111")
        #expect(try await desk.signOut(People.root, client: "111"))
        #expect(signedIn.isEmpty)
        #expect(try await refusal { try await desk.signIn(People.ben, client: "111") }.reason == .permissionDenied)
        #expect(try await desk.signOut(People.root, client: "111", release: true))
        #expect(try await desk.signOut(People.root, client: "111", release: true) == false)
        try await desk.signIn(People.ben, client: "111")
        #expect(try desk.types() == [.clientSignedIn, .clientSignedOut, .clientSignedIn])
        #expect(try desk.events()[1].actor.user == "root")
    }

    @Test("is undone for the connection's own client, by its id or without")
    func signOut() async throws {
        #expect(try await desk.signOut(People.ana) == false)
        try await desk.signIn(People.ana, client: "111")
        let change = try await desk.write(desk.desk.signOut(.init(), by: People.ana))
        #expect(signedIn == ["111"])
        #expect(desk.desk.settle(change) == nil)
        #expect(signedIn.isEmpty)
        try await desk.signIn(People.ana, client: "111")
        #expect(try await desk.signOut(People.ana, client: "111"))
        #expect(try await desk.signOut(People.root, client: "111") == false)
    }

    @Test("of a later client is not undone by an earlier sign-out that becomes durable after it")
    func overtaken() async throws {
        try await desk.signIn(People.ana, client: "111")
        let out = try await desk.write(desk.desk.signOut(.init(clientId: "111"), by: People.root))
        try await desk.signIn(People.ana, client: "222")
        #expect(desk.desk.settle(out) == nil)
        #expect(signedIn == ["222"])
    }

    @Test("is not for others to undo, nor for anybody but an admin to release")
    func notAllowed() async throws {
        try await desk.signIn(People.ana, client: "111")
        #expect(try await refusal { try await desk.signOut(People.ben, client: "111") }.reason == .permissionDenied)
        let own = try await refusal { try await desk.signOut(People.ana, client: "111", release: true) }
        #expect(own.reason == .permissionDenied)
        let nameless = try await refusal { try await desk.signOut(People.root, release: true) }
        #expect(nameless.reason == .invalidParams && nameless.data.path == "/clientId")
        #expect(signedIn == ["111"])
    }

    @Test("refuses what is out of bounds")
    func bounds() async throws {
        let long = String(repeating: "x", count: 129)
        let params: [(ClientMethods.SignIn.Params, String)] = [
            (.init(name: "", version: "1"), "/name"), (.init(name: "a", version: ""), "/version"),
            (.init(name: "a", version: "1", clientId: "a\nb"), "/clientId"),
            (.init(name: "a", version: "1", clientId: long), "/clientId"),
            (.init(name: "a", version: "1", features: ["a", "a"]), "/features/1"),
            (.init(name: "a", version: "1", features: (0..<33).map { "f\($0)" }), "/features"),
        ]
        for (params, path) in params {
            let error = try await refusal { try await desk.write(desk.desk.signIn(params, by: People.ana)) }
            #expect(error.reason == .invalidParams && error.data.path == path)
        }
        #expect(try await refusal { try await desk.signOut(People.root, client: "a\nb") }.data.path == "/clientId")
    }

    @Test("makes the requests that are assigned to the client the agent's to act on")
    func acting() async throws {
        let id = try await desk.create(by: People.root, assignee: .client("111"))
        #expect(try desk.get(id).allowedActions == [])
        #expect(try await refusal { try await desk.close(id, by: People.ana) }.reason == .permissionDenied)
        try await desk.signIn(People.ana, client: "111")
        #expect(try desk.get(id).allowedActions?.contains("close") == true)
        try await desk.close(id, by: People.ana)
    }
}
