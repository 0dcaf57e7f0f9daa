internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestWire
internal import Testing

@Suite("Explain")
struct ExplainTests {
    /// How a request came to be as it is.
    enum Scene: String, CaseIterable, Sendable {
        case open, waiting, scheduled, denied, ready, connected, closed, expired, expiredUnnoticed
        case takenByBen, takenByBenAndConnected, inQueue, inQueueConnected, onClient, madeByBenForBen, closedAndTaken
        case closedInQueue, withoutConnector, accessRequested

        func make(on desk: TestDesk) async throws -> Int64 {
            switch self {
            case .open: return try await desk.create()
            case .waiting:
                let id = try await desk.create()
                try await desk.open(id)
                return id
            case .scheduled:
                let schedule = WireSchedule(startsAt: desk.clock.now.adding(seconds: 3600).rfc3339)
                return try await desk.create(.init(recipient: .init(name: "Maria"), schedule: schedule)).id ?? 0
            case .denied:
                let id = try await desk.create()
                try await desk.write(desk.desk.deny(desk.reference(id)))
                return id
            case .accessRequested:
                let id = try await Self.waiting.make(on: desk)
                try await desk.write(desk.desk.requestAccess(.init(id: id), by: People.ana))
                return id
            case .ready: return try await desk.ready()
            case .connected:
                let id = try await desk.ready()
                _ = try await desk.connect(id)
                return id
            case .closed:
                let id = try await desk.ready()
                try await desk.close(id)
                return id
            case .expired, .expiredUnnoticed:
                let id = try await desk.ready()
                desk.clock.advance(seconds: 86_400)
                if self == .expired { try await desk.write(desk.desk.catchUpWithClock(limit: 10)) }
                return id
            case .takenByBen: return try await desk.ready(assignee: .agent("ben"))
            case .madeByBenForBen: return try await desk.ready(by: People.ben, assignee: .me)
            case .takenByBenAndConnected:
                let id = try await desk.ready(assignee: .agent("ben"))
                _ = try await desk.connect(id, by: People.ben)
                return id
            case .closedAndTaken:
                let id = try await desk.ready(by: People.ben, assignee: .agent("ben"))
                try await desk.close(id)
                return id
            case .inQueue: return try await desk.ready(by: People.root, assignee: .queue("tier-1"))
            case .inQueueConnected:
                let id = try await desk.ready(by: People.root)
                _ = try await desk.connect(id, by: People.root)
                try await desk.assign(id, to: .queue("tier-1"))
                return id
            case .closedInQueue:
                let id = try await desk.ready(by: People.root, assignee: .queue("tier-1"))
                try await desk.close(id)
                return id
            case .onClient: return try await desk.ready(by: People.root, assignee: .client("987654321"))
            case .withoutConnector:
                let id = try await desk.create()
                try await desk.grant(id, client: nil, scheme: "spice", address: "host.example.com")
                return id
            }
        }
    }

    @Test("says of every request to everybody what connect would say", arguments: Scene.allCases, 0..<3)
    func agreesWithConnect(scene: Scene, signedIn: Int) async throws {
        for caller in [People.ana, People.ben, People.cleo, People.root] {
            let desk = try TestDesk { $0.allowedSchemes.insert("spice") }
            try await desk.createQueue()
            let id = try await scene.make(on: desk)
            desk.desk.settings.requireClient = signedIn == 0 && caller.user == "ben"
            desk.desk.arrived(caller)
            if signedIn > 0 {
                try await desk.signIn(caller, client: "987654321", version: signedIn == 1 ? "9.0.1" : "9.0.0")
            }
            let told = try desk.explain(id, by: caller)
            #expect(!told.message.isEmpty && told.message.count <= 512)
            if told.connectable {
                #expect(told.reason == nil)
                #expect(try await desk.connect(id, by: caller).sessionRequest.status == "connected")
            } else {
                let error = try await refusal { try await desk.connect(id, by: caller) }
                #expect(told.reason == error.data.reason)
            }
        }
    }

    @Test("tells in the model's words why the recipient's side is not there yet")
    func words() async throws {
        let desk = try TestDesk()
        let id = try await desk.create()
        #expect(try desk.explain(id, by: People.ana).message.contains("has not opened the link"))
        try await desk.open(id)
        #expect(try desk.explain(id, by: People.ana).message.contains("has not allowed access yet"))
        try await desk.grant(id)
        let ready = try desk.explain(id, by: People.ana)
        #expect(ready.connectable && ready.reason == nil && ready.message.contains("ready"))
    }

    @Test("tells an agent whose client is too old what to do")
    func tooOld() async throws {
        let desk = try TestDesk()
        desk.desk.arrived(People.ana)
        try await desk.signIn(People.ana, version: "8.1")
        let id = try await desk.ready()
        let told = try desk.explain(id, by: People.ana)
        #expect(told.reason == "client_too_old")
        #expect(told.message.contains("anydesk 8.1") && told.message.contains("update anydesk"))
    }

    @Test("tells a viewer that it may not connect, whatever the request", arguments: [Scene.ready, .closed, .open])
    func viewers(scene: Scene) async throws {
        let desk = try TestDesk()
        let id = try await scene.make(on: desk)
        let told = try desk.explain(id, by: People.viewer)
        #expect(!told.connectable)
        #expect(told.reason == "permission_denied")
    }

    @Test("does not find what is not there")
    func missing() async throws {
        let desk = try TestDesk()
        let error = try await refusal { try desk.explain(7, by: People.ana) }
        #expect(error.reason == .notFound)
    }
}
