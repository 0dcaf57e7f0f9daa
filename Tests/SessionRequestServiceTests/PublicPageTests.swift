internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestWire
internal import Testing

@Suite("A queue's public page")
struct PublicPageTests {
    private let desk: TestDesk

    init() async throws {
        desk = try TestDesk()
        try await desk.createQueue(
            .init(
                id: "help", members: .init(users: ["ben"]), defaultExpirySeconds: 600, defaultLanguage: "pt",
                publicPage: true))
        try await desk.createQueue(.init(id: "inner"))
    }

    private func request(_ queue: String = "help", name: String = "Maria", source: String? = nil) async throws
        -> LinkMethods.Request.Result
    {
        let params = LinkMethods.Request.Params(
            queue: queue, recipient: .init(name: name, email: "maria@example.com"), comments: "It beeps.",
            source: source)
        return try await desk.write(desk.desk.request(params, by: People.gateway))
    }

    @Test("makes a request of the recipient's own in the queue, and sends nothing")
    func makes() async throws {
        let result = try await request()
        #expect(result.link.status == "open" && result.link.language == "pt" && result.link.agentName == nil)
        #expect(result.token != nil)
        let reference = try desk.desk.linkReference(token: result.token, code: nil, source: nil)
        let id = try desk.read { try desk.desk.link(reference, $0).id }
        let kept = try desk.get(id, by: People.ben)
        #expect(kept.createdBy == WireActor(kind: "recipient"))
        #expect(kept.assignee == .queue("help") && kept.comments == "It beeps.")
        #expect(kept.expiresAt == desk.clock.now.adding(seconds: 600).rfc3339)
        #expect(kept.invitation.email.state == "notRequested")
        #expect(try desk.types().last == .created)
        #expect(kept.allowedActions?.contains("claim") == true)
        #expect(try desk.get(id, by: People.ana).allowedActions == [])
    }

    @Test("is not found for a queue that has none, and for none at all", arguments: ["inner", "nowhere"])
    func missing(queue: String) async throws {
        let error = try await refusal { try await request(queue) }
        #expect(error.reason == .notFound && error.data.path == "/queue")
        #expect(try await refusal { try await request(queue, name: "") }.data.path == "/recipient/name")
        #expect(try await refusal { try await request("no\nslug") }.data.path == "/queue")
    }

    @Test("says for a dry run whether it would, and makes nothing")
    func dryRun() async throws {
        let params = LinkMethods.Request.Params(queue: "help", recipient: .init(name: "-"), dryRun: true)
        for _ in 0..<20 {
            let result = try await desk.write(desk.desk.request(params, by: People.gateway))
            #expect(result.token == nil && result.link.status == "open")
        }
        #expect(try !desk.types().contains(.created))
    }

    @Test("takes ten requests an hour of one visitor")
    func budget() async throws {
        for _ in 0..<10 { _ = try await request(source: "192.0.2.1") }
        let error = try await refusal { try await request(source: "192.0.2.1") }
        #expect(error.reason == .rateLimited && error.data.retryAfter == 3600)
        _ = try await request(source: "192.0.2.2")
        for _ in 0..<12 { _ = try await request() }
        desk.clock.advance(seconds: 3600)
        _ = try await request(source: "192.0.2.1")
    }
}
