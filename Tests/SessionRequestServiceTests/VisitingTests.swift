internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire
internal import Testing

@Suite("The recipient")
struct VisitingTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    @Test("opens the link once, and later presses change nothing")
    func opens() async throws {
        let id = try await desk.create()
        #expect(try await desk.open(id).status == "waiting")
        #expect(try await desk.open(id).status == "waiting")
        try await desk.grant(id)
        #expect(try await desk.open(id).status == "ready")
        #expect(try desk.types() == [.created, .opened, .granted])
        #expect(try desk.events().map(\.actor.kind) == [.user, .recipient, .recipient])
    }

    @Test("allows access without having opened, which implies it")
    func grants() async throws {
        let id = try await desk.create()
        let link = try await desk.grant(id)
        #expect(link.status == "ready" && link.allowedActions == ["deny", "revoke", "cancel"])
        #expect(try desk.types() == [.created, .opened, .granted])
        #expect(try desk.get(id).join?.target == WireTarget(scheme: "anydesk", address: "123456789"))
    }

    @Test("renews a lease by allowing again, without an event or a revision, and may let go of it")
    func renews() async throws {
        let id = try await desk.create()
        try await desk.grant(id, lease: 10)
        let granted = try desk.kept(id)
        #expect(granted.join?.leaseExpiresAt == desk.clock.now.adding(seconds: 10))
        desk.clock.advance(seconds: 8)
        try await desk.grant(id, lease: 10)
        #expect(try desk.kept(id).join?.leaseExpiresAt == desk.clock.now.adding(seconds: 10))
        #expect(try desk.kept(id).revision == granted.revision)
        #expect(try desk.types() == [.created, .opened, .granted])
        desk.clock.advance(seconds: 8)
        try await desk.write(desk.desk.catchUpWithClock(limit: 10))
        #expect(try desk.kept(id).status == .ready)
        _ = try await desk.connect(id)
        try await desk.grant(id, lease: 3600)
        #expect(try desk.kept(id).status == .connected)
        #expect(try desk.kept(id).join?.leaseExpiresAt == desk.clock.now.adding(seconds: 3600))
        try await desk.grant(id)
        #expect(try desk.kept(id).join?.leaseExpiresAt == nil)
        #expect(try desk.read { try $0.nextDeadline() } == nil)
    }

    @Test("loses the access when the lease runs out, at that time")
    func lapses() async throws {
        let id = try await desk.create()
        try await desk.grant(id, lease: 10)
        let due = desk.clock.now.adding(seconds: 10)
        desk.clock.advance(seconds: 60)
        let error = try await refusal { try await desk.connect(id) }
        #expect(error.data.status == "waiting")
        try await desk.write(desk.desk.catchUpWithClock(limit: 10))
        let last = try #require(try desk.events().last)
        #expect(last.type == .revoked && last.at == due && last.actor == .service)
        #expect(try desk.kept(id).join == nil)
    }

    @Test("may not join with a client that is too old", arguments: ["8.9", "old", nil])
    func tooOld(version: String?) async throws {
        let id = try await desk.create()
        let error = try await refusal {
            try await desk.grant(id, client: .init(name: "AnyDesk", version: version))
        }
        #expect(error.reason == .clientTooOld)
        #expect(try desk.kept(id).status == .open)
        try await desk.close(id)
        let closed = try await refusal { try await desk.grant(id, client: .init(name: "AnyDesk", version: version)) }
        #expect(closed.reason == .invalidTransition)
    }

    @Test("may lead an agent only where policy allows")
    func targets() async throws {
        let id = try await desk.create()
        func path(_ scheme: String, _ address: String) async throws -> String? {
            try await refusal { try await desk.grant(id, client: nil, scheme: scheme, address: address) }.data.path
        }
        #expect(try await path("ssh", "host.example.com") == "/join/target/scheme")
        #expect(try await path("anydesk", "-oProxyCommand=x") == "/join/target/address")
        #expect(try await path("anydesk", "1; rm") == "/join/target/address")
        desk.desk.settings.allowedSchemes = ["vnc"]
        for host in ["10.0.0.1", "127.0.0.1", "[::1]", "localhost", "169.254.1.1"] {
            #expect(try await path("vnc", host) == "/join/target/address")
        }
        desk.desk.settings.allowPrivateHosts = true
        try await desk.grant(id, client: nil, scheme: "vnc", address: "10.0.0.1:5901")
        #expect(try await desk.connect(id).launch.argv == ["vncviewer", "10.0.0.1::5901"])
    }

    @Test("may name a lease of 1 to 3600 seconds", arguments: [0.9, 3600.1, 0, -1])
    func leaseBounds(seconds: Double) async throws {
        let id = try await desk.create()
        #expect(try await refusal { try await desk.grant(id, lease: seconds) }.data.path == "/leaseSeconds")
    }

    @Test("is counted when saying no, and at the third time the request is closed by the service")
    func denies() async throws {
        let id = try await desk.create()
        for _ in 0..<2 {
            let link = try await desk.write(desk.desk.deny(desk.reference(id))).link
            #expect(link.status == "waiting")
        }
        let link = try await desk.write(desk.desk.deny(desk.reference(id))).link
        #expect(link.status == "closed")
        #expect(try desk.types() == [.created, .opened, .denied, .denied, .denied, .closed])
        let request = try desk.get(id)
        #expect(request.closed?.reason == "denied" && request.closed?.by.kind == "service" && request.denials == 3)
        let reopened = try await desk.write(desk.desk.reopen(.init(id: id), by: People.ana)).sessionRequest
        #expect(reopened.denials == 0)
    }

    @Test("takes the access back and calls it off")
    func revokesAndCancels() async throws {
        let id = try await desk.ready()
        _ = try await desk.connect(id)
        #expect(try await desk.write(desk.desk.revoke(desk.reference(id))).link.status == "waiting")
        #expect(try desk.kept(id).connection == nil)
        #expect(try await desk.write(desk.desk.cancel(desk.reference(id))).link.status == "closed")
        #expect(try desk.get(id).closed?.reason == "canceledByRecipient")
        #expect(try desk.get(id).closed?.by == WireActor(kind: "recipient"))
    }

    @Test("says once how it was, after an agent has closed it")
    func feedback() async throws {
        let id = try await desk.ready()
        func rate(_ rating: Int64, _ comment: String? = nil) async throws -> WireLink {
            let params = LinkMethods.Feedback.Params(token: try desk.token(id), rating: rating, comment: comment)
            return try await desk.write(desk.desk.feedback(params, desk.reference(id))).link
        }
        #expect(try await refusal { try await rate(5) }.reason == .invalidTransition)
        try await desk.close(id)
        #expect(try await refusal { try await rate(6) }.data.path == "/rating")
        let link = try await rate(4, "kind")
        #expect(link.feedback?.rating == 4 && link.feedback?.comment == "kind" && link.allowedActions == [])
        #expect(try await refusal { try await rate(5) }.reason == .invalidTransition)
        #expect(try desk.types().last == .feedbackGiven)
    }

    @Test("leaves a trace of a page that was fetched by nobody, once in ten minutes and only while it is open")
    func prefetches() async throws {
        let id = try await desk.create()
        for _ in 0..<5 {
            let result = try await desk.write(desk.desk.resolvePrefetched(desk.reference(id)))
            #expect(result.link.status == "open" && result.token == nil)
        }
        #expect(try desk.types() == [.created, .linkPrefetched])
        desk.clock.advance(seconds: 600)
        try await desk.write(desk.desk.resolvePrefetched(desk.reference(id)))
        try await desk.open(id)
        desk.clock.advance(seconds: 600)
        try await desk.write(desk.desk.resolvePrefetched(desk.reference(id)))
        #expect(try desk.types() == [.created, .linkPrefetched, .linkPrefetched, .opened])
    }

    @Test("sees that an agent asks for access, until it is answered")
    func accessRequested() async throws {
        let id = try await desk.create()
        try await desk.write(desk.desk.requestAccess(.init(id: id), by: People.ana))
        #expect(try await desk.open(id).accessRequested)
        #expect(try await desk.grant(id).accessRequested == false)
    }
}
