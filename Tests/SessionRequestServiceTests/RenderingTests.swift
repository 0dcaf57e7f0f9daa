internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire
internal import Testing

@Suite("What crosses the wire")
struct RenderingTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    private static let hidden = [
        "maria@example.com", "+351 21 000", "for agents only", "note of the end", "field value", "555444333",
        "so-so, really",
    ]

    /// A request with everything that a viewer must not read, through its whole life.
    private func life() async throws -> Int64 {
        let created = try await desk.create(
            .init(
                recipient: .init(name: "Maria", email: Self.hidden[0], phone: Self.hidden[1]), comments: Self.hidden[2],
                sendInvitation: .init(email: true), customFields: ["k": Self.hidden[4]]))
        let id = try #require(created.id)
        try await desk.write(
            desk.desk.update(
                .init(id: id, comments: .value(Self.hidden[2] + "!"), customFields: ["k2": Self.hidden[4]]),
                by: People.ana))
        try await desk.write(desk.desk.comment(.init(id: id, text: Self.hidden[2]), by: People.ana))
        try await desk.write(desk.desk.rotateLink(.init(id: id), by: People.ana))
        try await desk.grant(id, address: Self.hidden[5])
        _ = try await desk.connect(id)
        try await desk.write(desk.desk.close(.init(id: id, note: Self.hidden[3]), by: People.ana))
        let feedback = LinkMethods.Feedback.Params(token: try desk.token(id), rating: 3, comment: Self.hidden[6])
        try await desk.write(desk.desk.feedback(feedback, desk.reference(id)))
        return id
    }

    private func text(_ value: some JSONEncodable) -> String {
        var writer = JSONWriter()
        writer.value(value)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("hides from a viewer link, code, target, contact data, comments, notes and custom fields, everywhere")
    func redacted() async throws {
        let id = try await life()
        let whole = try desk.get(id)
        let secrets = Self.hidden + [try desk.token(id), "localhost:7080"]
        let viewer = People.viewer
        var texts = try desk.log().map { text(desk.desk.wire($0, isRedacted: true)) }
        texts.append(text(try desk.get(id, by: viewer)))
        texts.append(text(try desk.read { try desk.desk.list(.init(), by: viewer, $0) }))
        texts.append(text(try desk.read { try desk.desk.history(.init(id: id), by: viewer, $0) }))
        texts.append(text(try desk.explain(id, by: viewer)))
        let filter = try desk.desk.eventFilter(.init(requests: .init(ids: [id])), by: viewer)
        for request in try desk.read({ try desk.desk.snapshot(filter, by: viewer, $0) }) { texts.append(text(request)) }
        for text in texts {
            for secret in secrets { #expect(!text.contains(secret), "\(text) tells \(secret)") }
            for member in ["\"link\"", "\"code\"", "\"comments\"", "\"customFields\"", "\"target\"", "\"note\""] {
                #expect(!text.contains(member))
            }
        }
        #expect(try desk.get(id, by: viewer).allowedActions == [])
        #expect(whole.join?.target != nil && whole.closed?.note == Self.hidden[3])
    }

    @Test("tells an agent of every change, and a viewer of those it may read")
    func changes() async throws {
        _ = try await life()
        func fields(_ isRedacted: Bool) throws -> [[String]] {
            try desk.log().map { desk.desk.wire($0, isRedacted: isRedacted).changes.fields.map(\.field) }
        }
        #expect(
            try fields(false) == [
                [], ["comments", "customFields"], ["comments"], ["link", "code"], ["status"],
                ["status", "join"], ["assignee"], ["status", "connection"],
                ["status", "connection", "code", "invitation", "closed"],
                ["feedback"],
            ])
        #expect(
            try fields(true) == [
                [], [], [], [], ["status"], ["status", "join"], ["assignee"], ["status", "connection"],
                ["status", "connection", "invitation", "closed"], ["feedback"],
            ])
    }

    @Test("gives changes from and to, null where there was nothing")
    func fromAndTo() async throws {
        let id = try await desk.create()
        try await desk.assign(id, to: .agent("ben"))
        func changes() throws -> [WireChange] {
            let logged = try #require(try desk.log().last)
            return desk.desk.wire(logged, isRedacted: false).changes.fields
        }
        let change = try #require(try changes().first)
        #expect(change.from == nil)
        #expect(change.to == Array(#"{"type":"agent","id":"ben"}"#.utf8))
        try await desk.write(desk.desk.rotateLink(.init(id: id), by: People.ben))
        #expect(try changes().map(\.field) == ["link", "code"])
        #expect(
            try changes().last?.to.map { String(decoding: $0, as: UTF8.self) } == "\"\(try desk.get(id).code ?? "")\"")
    }

    @Test("carries in an event the request as it was then, without what belongs to a caller")
    func eventAsItWas() async throws {
        let id = try await desk.create()
        try await desk.close(id)
        let events = try desk.read { try desk.desk.history(.init(id: id), by: People.ana, $0).events }
        #expect(events.map { $0.sessionRequest?.status } == ["open", "closed"])
        #expect(
            events.allSatisfy { $0.sessionRequest?.allowedActions == nil && $0.sessionRequest?.queuePosition == nil })
        #expect(events.first?.sessionRequest?.code != nil)
        #expect(events.map(\.cursor) == ["e1.1", "e1.2"])
    }

    @Test("gives the place in the queue of those who wait, in each answer")
    func queuePosition() async throws {
        try await desk.createQueue()
        var ids: [Int64] = []
        for _ in 0..<3 {
            let id = try await desk.create(assignee: .queue("tier-1"))
            try await desk.open(id)
            ids.append(id)
        }
        #expect(try ids.map { try desk.get($0).queuePosition } == [1, 2, 3])
        #expect(
            try desk.read { try desk.desk.list(.init(sort: "createdAt"), by: People.ana, $0) }.sessionRequests
                .map(\.queuePosition) == [1, 2, 3])
        try await desk.close(ids[0])
        #expect(try ids.map { try desk.get($0).queuePosition } == [nil, 1, 2])
    }

    @Test("gives the same places in a long list as one by one")
    func manyPlaces() async throws {
        try await desk.createQueue()
        try await desk.createQueue(.init(id: "other"))
        for number in 0..<50 {
            let priority = ["low", "normal", "high", "urgent"][number % 4]
            let params = Methods.Create.Params(
                recipient: .init(name: "Maria"), assignee: .queue(number % 7 == 0 ? "other" : "tier-1"),
                priority: priority)
            let id = try #require(try await desk.create(params).id)
            if number % 5 != 0 { try await desk.open(id) }
            if number % 3 == 0 { try await desk.grant(id) }
        }
        let list = try desk.read { try desk.desk.list(.init(), by: People.ana, $0) }.sessionRequests
        #expect(list.count == 50)
        for request in list {
            #expect(request.queuePosition == (try desk.get(try #require(request.id)).queuePosition))
        }
        #expect(Set(list.compactMap(\.queuePosition)).count > 30)
    }

    @Test("names in a link who is connected, else whose it is, else who made it")
    func agentName() async throws {
        let id = try await desk.create()
        func name() throws -> String? {
            try desk.read { try desk.desk.link(desk.reference(id), $0).link.agentName }
        }
        #expect(try name() == "ana")
        try await desk.assign(id, to: .agent("ben"))
        #expect(try name() == "ben")
        try await desk.grant(id)
        _ = try await desk.connect(id, by: People.ben)
        try await desk.assign(id, to: nil)
        #expect(try name() == "ben")
    }
}
