internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestWire
internal import Testing

@Suite("Queues")
struct QueueTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    private func update(_ params: QueueMethods.Update.Params) async throws -> WireQueue {
        try await desk.write(desk.desk.updateQueue(params, by: People.root)).queue
    }

    private func delete(_ id: String) async throws -> Bool {
        try await desk.write(desk.desk.deleteQueue(.init(id: id), by: People.root)).deleted
    }

    @Test("are made with an id and nothing else")
    func least() async throws {
        let queue = try await desk.createQueue(.init(id: "tier-1"))
        #expect(queue.name == "tier-1" && queue.description == "" && queue.strategy == "manual")
        #expect(queue.members == WireQueueMembers() && !queue.publicPage && queue.fallback == nil)
        #expect(queue.revision == 1)
        #expect(try desk.read { try desk.desk.queue(.init(id: "tier-1"), $0).queue } == queue)
        #expect(try desk.read { try desk.desk.queues($0).queues } == [queue])
        #expect(try desk.types() == [.queueCreated])
    }

    @Test("are refused when the id is taken or no slug, or a member is out of bounds")
    func refused() async throws {
        try await desk.createQueue()
        let params: [(QueueMethods.Create.Params, String)] = [
            (.init(id: "tier-1"), "/id"), (.init(id: "Tier 2"), "/id"), (.init(id: "a\nb"), "/id"),
            (.init(id: "q", name: ""), "/name"), (.init(id: "q", strategy: "random"), "/strategy"),
            (.init(id: "q", defaultExpirySeconds: 0), "/defaultExpirySeconds"),
            (.init(id: "q", members: .init(users: ["a", ""])), "/members/users/1"),
            (.init(id: "q", fallback: "q"), "/fallback"),
        ]
        for (params, path) in params {
            let error = try await refusal { try await desk.createQueue(params) }
            #expect(error.reason == .invalidParams && error.data.path == path)
        }
    }

    @Test("are not found when nobody has made them")
    func unknown() async throws {
        try await desk.createQueue()
        let errors = [
            try await refusal { try desk.read { try desk.desk.queue(.init(id: "none"), $0) } },
            try await refusal { try await update(.init(id: "none", name: "x")) },
            try await refusal { try await delete("none") },
            try await refusal { try await desk.createQueue(.init(id: "q", fallback: "none")) },
            try await refusal { try await update(.init(id: "tier-1", fallback: .value("none"))) },
            try await refusal { try await desk.write(desk.desk.next(.init(queues: ["none"]), by: People.root)) },
            try await refusal { try await desk.assign(desk.create(), to: .queue("none")) },
        ]
        #expect(errors.map(\.reason) == Array(repeating: .notFound, count: errors.count))
        #expect(
            errors.map(\.data.path) == ["/id", "/id", "/id", "/fallback", "/fallback", "/queues/0", "/assignee/id"])
    }

    @Test("change member by member, and the event tells which")
    func changes() async throws {
        try await desk.createQueue()
        try await desk.createQueue(.init(id: "other"))
        desk.clock.advance(seconds: 5)
        let queue = try await update(
            .init(
                id: "tier-1", name: "First", members: .init(users: ["ben", "eva"]), defaultExpirySeconds: .value(60),
                publicPage: true, fallback: .value("other"), ifRevision: 1))
        #expect(queue.revision == 2)
        #expect(queue.members == WireQueueMembers(users: ["ben", "eva"]))
        #expect(queue.updatedAt == desk.clock.now.rfc3339)
        let logged = try #require(try desk.log().last)
        let event = desk.desk.wire(logged, isRedacted: true)
        #expect(event.type == "queue.updated")
        #expect(event.queue == queue)
        let changes = event.changes.fields.map { change in
            let (from, to) = (change.from ?? Array("null".utf8), change.to ?? Array("null".utf8))
            return "\(change.field): \(String(decoding: from, as: UTF8.self)) > \(String(decoding: to, as: UTF8.self))"
        }
        #expect(
            changes == [
                #"name: "tier-1" > "First""#,
                #"members: {"users":["ben"],"groups":["desk"]} > {"users":["ben","eva"],"groups":[]}"#,
                "defaultExpirySeconds: null > 60", "publicPage: false > true", #"fallback: null > "other""#,
            ])
        let same = try await update(.init(id: "tier-1", name: "First"))
        #expect(same == queue)
        let cleared = try await update(.init(id: "tier-1", defaultExpirySeconds: .null, fallback: .null))
        #expect(cleared.defaultExpirySeconds == nil && cleared.fallback == nil && cleared.revision == 3)
        #expect(try desk.types() == [.queueCreated, .queueCreated, .queueUpdated, .queueUpdated])
        #expect(try await refusal { try await update(.init(id: "tier-1", ifRevision: 1)) }.data.revision == 3)
    }

    @Test("leave their live requests to nobody, and queues that fell back on them without a fallback")
    func deletion() async throws {
        try await desk.createQueue()
        try await desk.createQueue(.init(id: "second", fallback: "tier-1"))
        try await desk.createQueue(.init(id: "third", fallback: "second"))
        let open = try await desk.create(assignee: .queue("tier-1"))
        let connected = try await desk.ready()
        _ = try await desk.connect(connected)
        try await desk.assign(connected, to: .queue("tier-1"))
        let closed = try await desk.create(assignee: .queue("tier-1"))
        try await desk.close(closed)
        let elsewhere = try await desk.create(assignee: .queue("second"))
        let before = try desk.log().count
        #expect(try await delete("tier-1"))
        #expect(try desk.types(after: before) == [.assigned, .assigned, .queueUpdated, .queueDeleted])
        let assigned = try desk.log()[before]
        #expect(desk.desk.wire(assigned, isRedacted: false).changes.fields.map(\.field) == ["assignee"])
        #expect(try desk.kept(open).assignee == nil)
        #expect(try desk.kept(connected).assignee == nil && desk.kept(connected).status == .connected)
        #expect(try desk.kept(closed).assignee == .queue("tier-1"))
        #expect(try desk.kept(elsewhere).assignee == .queue("second"))
        #expect(try desk.read { try desk.desk.queues($0).queues }.map(\.fallback) == [nil, "second"])
        #expect(try await refusal { try await delete("tier-1") }.reason == .notFound)
    }

    @Test("that are gone when a request of theirs is reopened leave it to nobody")
    func reopened() async throws {
        try await desk.createQueue()
        let id = try await desk.create(assignee: .queue("tier-1"))
        try await desk.close(id)
        #expect(try await delete("tier-1"))
        let before = try desk.log().count
        let request = try await desk.write(desk.desk.reopen(.init(id: id), by: People.ana)).sessionRequest
        #expect(request.assignee == nil && request.status == "open")
        #expect(try desk.types(after: before) == [.reopened, .assigned])
    }

    @Test("that hold requests which have expired unnoticed let them expire")
    func lapsed() async throws {
        try await desk.createQueue()
        let id = try await desk.create(assignee: .queue("tier-1"))
        desk.clock.advance(seconds: 86_400)
        let before = try desk.log().count
        #expect(try await delete("tier-1"))
        #expect(try desk.types(after: before) == [.expired, .queueDeleted])
        #expect(try desk.kept(id).assignee == .queue("tier-1"))
    }
}
