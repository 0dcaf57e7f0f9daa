internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire
internal import Testing

@Suite("An idempotency key")
struct IdempotencyTests {
    private let desk: TestDesk
    private let params = Methods.Create.Params(recipient: .init(name: "Maria"), tags: ["a"], idempotencyKey: "once")

    init() throws { desk = try TestDesk() }

    @Test("makes one request, however often it is asked for")
    func once() async throws {
        let first = try await desk.create(params)
        for _ in 0..<3 { #expect(try await desk.create(params) == first) }
        #expect(try desk.types() == [.created])
    }

    @Test("gives the answer as it was then, with what leads there and what the caller may do now")
    func asItWas() async throws {
        let first = try await desk.create(params)
        let id = try #require(first.id)
        try await desk.write(desk.desk.rotateLink(.init(id: id), by: People.ana))
        try await desk.close(id)
        var then = try await desk.create(params)
        #expect(then.status == "open")
        #expect(then.revision == 1)
        let now = try desk.get(id)
        #expect(then.link == now.link && then.link != first.link)
        #expect(then.code == now.code)
        #expect(then.allowedActions == now.allowedActions)
        #expect(then.allowedActions?.contains("reopen") == true)
        (then.link, then.code, then.allowedActions) = (first.link, first.code, first.allowedActions)
        #expect(then == first)
    }

    @Test("includes the invitations that went with the request")
    func invited() async throws {
        var params = params
        params.recipient.email = "maria@example.com"
        params.sendInvitation = .init(email: true)
        let first = try await desk.create(params)
        #expect(first.revision == 1 && first.invitation.email.state == "queued")
        #expect(try await desk.create(params) == first)
    }

    @Test("refuses other params")
    func mismatch() async throws {
        _ = try await desk.create(params)
        var other = params
        other.tags = ["b"]
        let error = try await refusal { try await desk.create(other) }
        #expect(error.reason == .idempotencyMismatch)
        #expect(try desk.types() == [.created])
    }

    @Test("is each user's own")
    func perUser() async throws {
        let ana = try await desk.create(params)
        let ben = try await desk.create(params, by: People.ben)
        #expect(ana.id != ben.id)
        let elsewhere = People.agent("ana", 1000, connection: 44)
        #expect(try await desk.create(params, by: elsewhere).id == ana.id)
    }

    @Test("is kept for 24 hours and no longer")
    func age() async throws {
        let first = try await desk.create(params)
        desk.clock.advance(seconds: 86_400)
        #expect(try await desk.create(params).id == first.id)
        desk.clock.advance(milliseconds: 1)
        #expect(try await desk.create(params).id != first.id)
    }

    @Test("is not used up by a call that failed")
    func failed() async throws {
        var wrong = params
        wrong.assignee = .queue("nowhere")
        _ = try await refusal { try await desk.create(wrong) }
        #expect(try await desk.create(params).id == 1)
    }

    @Test("names a request that retention has removed")
    func removed() async throws {
        let first = try await desk.create(params)
        try await desk.close(first.id ?? 0)
        _ = try await desk.write { try $0.dropEnded(before: self.desk.clock.now, maxEvents: 0, limit: 10) }
        #expect(try await refusal { try await desk.create(params) }.reason == .notFound)
    }
}
