internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestWire
internal import Testing

@Suite("Connecting")
struct ConnectTests {
    private let desk: TestDesk

    init() async throws {
        desk = try TestDesk()
        try await desk.createQueue()
    }

    @Test("answers with the request, the target, and what to launch")
    func answer() async throws {
        let id = try await desk.ready()
        let result = try await desk.connect(id)
        #expect(result.sessionRequest.status == "connected")
        #expect(result.sessionRequest.connection?.agent.user == "ana")
        #expect(result.sessionRequest.connection?.leased == false)
        #expect(result.target == WireTarget(scheme: "anydesk", address: "123456789"))
        #expect(result.launch == WireLaunch(argv: ["anydesk", "123456789"], uri: "anydesk:123456789"))
        #expect(result.sessionRequest == (try desk.get(id)))
    }

    @Test(
        "claims in the same step, assigned first, what is nobody's or a queue's of the agent's",
        arguments: [nil, WireAssignee.queue("tier-1")])
    func claims(assignee: WireAssignee?) async throws {
        let id = try await desk.ready(by: People.root, assignee: assignee)
        let before = try desk.events().count
        let result = try await desk.connect(id, by: People.cleo)
        #expect(result.sessionRequest.assignee == .agent("cleo"))
        #expect(try desk.types(after: before) == [.assigned, .connected])
        #expect(try desk.events().suffix(2).allSatisfy { $0.actor.user == "cleo" })
    }

    @Test("leaves a request to the client that the agent is signed in on, and to a queue of others")
    func keepsAssignee() async throws {
        let own = try await desk.ready(by: People.root, assignee: .client("987654321"))
        desk.desk.arrived(People.cleo)
        try await desk.signIn(People.cleo, client: "987654321")
        var before = try desk.events().count
        #expect(try await desk.connect(own, by: People.cleo).sessionRequest.assignee == .client("987654321"))
        #expect(try desk.types(after: before) == [.connected])
        let others = try await desk.ready(by: People.root, assignee: .queue("tier-1"))
        before = try desk.events().count
        #expect(try await desk.connect(others, by: People.root).sessionRequest.assignee == .queue("tier-1"))
        #expect(try desk.types(after: before) == [.connected])
    }

    @Test("writes one event for a request that is the agent's already")
    func mine() async throws {
        let id = try await desk.ready(assignee: .me)
        let before = try desk.events().count
        _ = try await desk.connect(id)
        #expect(try desk.types(after: before) == [.connected])
    }

    @Test("tells everybody who is connected, the agent too, an admin too, and one who has no part in it")
    func alreadyConnected() async throws {
        let id = try await desk.ready(by: People.root)
        _ = try await desk.connect(id, by: People.ana)
        try await desk.assign(id, to: .queue("tier-1"))
        for caller in [People.ana, People.ben, People.root, People.agent("dora", 1003, connection: 9)] {
            let error = try await refusal { try await desk.connect(id, by: caller) }
            #expect(error.reason == .alreadyConnected)
            #expect(error.data.by?.kind == "user")
            #expect(error.data.by?.user == "ana")
            #expect(error.data.by?.uid == 1000)
        }
    }

    @Test("tells whose a request is, with the number where it is known, to an admin too", arguments: [true, false])
    func alreadyClaimed(isHere: Bool) async throws {
        let id = try await desk.ready(assignee: .agent("ben"))
        if isHere { desk.desk.arrived(People.ben) }
        for caller in [People.ana, People.cleo, People.root] {
            for error in [
                try await refusal { try await desk.connect(id, by: caller) },
                try await refusal { try await desk.write(desk.desk.claim(.init(id: id), by: caller)) },
            ] {
                #expect(error.reason == .alreadyClaimed)
                #expect(error.data.by == WireActor(kind: "user", uid: isHere ? 1001 : nil, user: "ben"))
            }
        }
        #expect(try desk.kept(id).assignee == .agent("ben"))
        try await desk.assign(id, to: .me)
        #expect(try await desk.connect(id, by: People.root).sessionRequest.assignee == .agent("root"))
    }

    @Test("refuses an agent who has no part in it")
    func notMine() async throws {
        let id = try await desk.ready(by: People.root, assignee: .queue("tier-1"))
        #expect(try await refusal { try await desk.connect(id, by: People.ana) }.reason == .permissionDenied)
        let other = try await desk.ready(by: People.root, assignee: .client("987654321"))
        #expect(try await refusal { try await desk.connect(other, by: People.ana) }.reason == .permissionDenied)
    }

    /// Each fault is in the way of all that come after it.
    @Test("checks in the promised order")
    func order() async throws {
        let ana = People.ana
        desk.desk.arrived(ana)
        desk.desk.settings.connectors = [:]
        try await desk.signIn(ana, version: "1.0")
        func reason(_ id: Int64, _ revision: Int64? = nil) async throws -> ErrorReason? {
            try await refusal { try await desk.connect(id, by: ana, ifRevision: revision) }.reason
        }
        #expect(try await reason(999, 5) == .notFound)
        let id = try await desk.create(by: People.root, assignee: .queue("tier-1"))
        #expect(try await reason(id, 5) == .revisionConflict)
        #expect(try await reason(id) == .permissionDenied)
        try await desk.assign(id, to: .agent("ben"))
        #expect(try await reason(id) == .alreadyClaimed)
        try await desk.assign(id, to: nil)
        #expect(try await reason(id) == .invalidTransition)
        try await desk.grant(id)
        #expect(try await reason(id) == .clientTooOld)
        try await desk.signIn(ana, version: "9.0.1")
        #expect(try await reason(id) == .connectorMissing)
        desk.desk.settings.connectors = DeskSettings().connectors
        _ = try await desk.connect(id, by: ana, ifRevision: try desk.kept(id).revision)
    }

    @Test("tells what is allowed instead when the status forbids it")
    func invalidTransition() async throws {
        let id = try await desk.create()
        try await desk.open(id)
        let error = try await refusal { try await desk.connect(id) }
        #expect(error.message == "cannot connect session request \(id): it is waiting")
        #expect(error.data.status == "waiting")
        #expect(error.data.allowed == (try desk.get(id).allowedActions))
        #expect(error.data.allowed?.contains("requestAccess") == true)
        #expect(error.data.allowed?.contains("connect") == false)
    }

    @Test("needs a client only where it is required")
    func requireClient() async throws {
        let id = try await desk.ready()
        desk.desk.settings.requireClient = true
        desk.desk.arrived(People.ana)
        let error = try await refusal { try await desk.connect(id) }
        #expect(error.reason == .clientTooOld && error.data.hint == "call client.signIn first")
        try await desk.signIn(People.ana)
        _ = try await desk.connect(id)
    }

    @Test("judges a client by the minimum of now, not of when it signed in")
    func minimumOfNow() async throws {
        desk.desk.arrived(People.ana)
        try await desk.signIn(People.ana, version: "9.0.1")
        #expect(desk.desk.clients().clients.first?.supported == true)
        desk.desk.settings.minimumAgentVersions = ["anydesk": "9.5"]
        #expect(desk.desk.clients().clients.first?.supported == false)
        #expect(desk.desk.agents().agents.first?.clients.first?.supported == false)
        let id = try await desk.ready()
        #expect(try await refusal { try await desk.connect(id) }.reason == .clientTooOld)
    }

    @Test("gives one winner, and the loser who it was")
    func race() async throws {
        let id = try await desk.ready(by: People.root)
        let callers = (0..<16).map { People.agent("agent\($0)", 2000 + UInt32($0), connection: 100 + $0) }
        let outcomes = await withTaskGroup(of: (String, Result<String, any Error>).self) { group in
            for caller in callers {
                group.addTask {
                    do {
                        return (caller.user, .success(try await desk.connect(id, by: caller).sessionRequest.status))
                    } catch { return (caller.user, .failure(error)) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let winners = outcomes.filter { if case .success = $0.1 { true } else { false } }
        #expect(winners.count == 1)
        for case (_, .failure(let error)) in outcomes {
            let error = try #require(error as? WireError)
            #expect(error.reason == .alreadyConnected)
            #expect(error.data.by?.user == winners.first?.0)
        }
        #expect(try desk.types().filter { $0 == .connected }.count == 1)
    }
}
