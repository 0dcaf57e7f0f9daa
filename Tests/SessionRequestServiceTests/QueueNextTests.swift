internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestWire
internal import Testing

@Suite("The next request of a queue")
struct QueueNextTests {
    private let desk: TestDesk

    init() async throws {
        desk = try TestDesk()
        try await desk.createQueue()
        try await desk.createQueue(.init(id: "other", members: .init(users: ["ana"])))
    }

    private func next(by caller: Caller = People.ben, _ queues: [String]? = nil) async throws -> WireSessionRequest? {
        try await desk.write(desk.desk.next(.init(queues: queues), by: caller)).sessionRequest
    }

    private func create(_ queue: String = "tier-1", priority: String = "normal", startsAt: String? = nil) async throws
        -> Int64
    {
        try await desk.create(
            .init(
                recipient: .init(name: "Maria"), assignee: .queue(queue),
                schedule: startsAt.map { .init(startsAt: $0) }, priority: priority), by: People.root
        ).id ?? 0
    }

    @Test("is claimed for the one who asks, in one event")
    func claims() async throws {
        let id = try await create()
        let before = try desk.log().count
        let request = try #require(try await next())
        #expect(request.id == id)
        #expect(request.assignee == .agent("ben"))
        #expect(request.allowedActions?.contains("close") == true)
        #expect(try desk.types(after: before) == [.assigned])
        #expect(try await next() == nil)
    }

    @Test("is the most urgent, and among equals one whose recipient is there")
    func order() async throws {
        let low = try await create(priority: "low")
        let open = try await create()
        let waiting = try await create()
        let urgent = try await create(priority: "urgent")
        try await desk.open(waiting)
        var taken: [Int64] = []
        while let id = try await next()?.id { taken.append(id) }
        #expect(taken == [urgent, waiting, open, low])
    }

    @Test("is of the caller's own queues only")
    func members() async throws {
        let id = try await create("other")
        #expect(try await next(by: People.ben) == nil)
        #expect(try await next(by: People.root) == nil)
        let error = try await refusal { try await next(by: People.ben, ["tier-1", "other"]) }
        #expect(error.reason == .permissionDenied)
        #expect(try await next(by: People.root, ["tier-1", "other"])?.id == id)
    }

    @Test("may be one of a queue that the caller's Unix group serves")
    func groups() async throws {
        let id = try await create()
        #expect(try await next(by: People.cleo, ["tier-1"])?.id == id)
    }

    @Test("is none that is assigned to somebody, connected, over, or planned for later")
    func skipped() async throws {
        _ = try await desk.create(assignee: .agent("ben"))
        _ = try await desk.create()
        _ = try await desk.create(assignee: .client("1"))
        let connected = try await desk.ready()
        _ = try await desk.connect(connected)
        try await desk.assign(connected, to: .queue("tier-1"))
        try await desk.close(create())
        let later = try await create(startsAt: desk.clock.now.adding(seconds: 60).rfc3339)
        #expect(try await next() == nil)
        desk.clock.advance(seconds: 60)
        #expect(try await next()?.id == later)
    }

    @Test("is none that has expired unnoticed, which is noticed thereby")
    func lapsed() async throws {
        for _ in 0..<3 { _ = try await create(priority: "urgent") }
        desk.clock.advance(seconds: 86_399)
        let live = try await create()
        desk.clock.advance(seconds: 1)
        let before = try desk.log().count
        #expect(try await next()?.id == live)
        #expect(try desk.types(after: before) == [.expired, .expired, .expired, .assigned])
    }

    @Test("is refused for a queue whose name is none")
    func shape() async throws {
        let error = try await refusal { try await next(by: People.root, ["tier-1", "no slug\n"]) }
        #expect(error.reason == .invalidParams && error.data.path == "/queues/1")
    }
}
