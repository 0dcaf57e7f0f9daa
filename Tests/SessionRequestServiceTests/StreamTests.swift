internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire
internal import Testing

@Suite("The stream")
struct StreamTests {
    private let desk: TestDesk
    private let bounds = LogBounds(earliest: 10, latest: 20)

    init() throws { desk = try TestDesk() }

    @Test(
        "begins now, at the earliest, or right after a cursor",
        arguments: [(nil, 20), ("now", 20), ("earliest", 10), ("e1.10", 10), ("e1.15", 15), ("e1.20", 20)])
    func places(since: String?, place: Int64) throws {
        #expect(try desk.desk.place(since, bounds) == place)
    }

    @Test(
        "does not begin at a cursor that is too old, of another database, or from the future",
        arguments: ["e1.9", "e2.15", "e1.21", "e1.99999999999999999999"])
    func expired(since: String) async throws {
        let error = try await refusal { try desk.desk.place(since, bounds) }
        #expect(error.reason == .cursorExpired)
        #expect(error.data.earliest == "e1.10" && error.data.latest == "e1.20")
    }

    @Test(
        "does not begin at what is no cursor",
        arguments: [
            "", "x", "e1", "e1.", ".5", "e1.-5", "e1.05", "e1.5.5", "E1.15", "e1.1e1", "e1.15\n",
        ])
    func malformed(since: String) async throws {
        let error = try await refusal { try desk.desk.place(since, bounds) }
        #expect(error.reason == .invalidParams && error.data.path == "/since")
    }

    @Test("passes events of the types and requests that are asked for")
    func filters() async throws {
        try await desk.createQueue()
        let id = try await desk.create(assignee: .me)
        try await desk.open(id)
        _ = try await desk.create()
        func count(_ filter: WireEventFilter?) throws -> Int {
            let filter = try desk.desk.eventFilter(filter, by: People.ana)
            return try desk.events().filter(filter.matches).count
        }
        #expect(try count(nil) == 4)
        #expect(try count(.init()) == 4)
        #expect(try count(.init(types: ["queue.created"])) == 1)
        #expect(try count(.init(requests: .init(mine: true))) == 2)
        #expect(try count(.init(requests: .init(mine: true), types: ["sessionRequest.opened"])) == 1)
        #expect(try count(.init(requests: .init(ids: [id]), types: ["queue.created"])) == 0)
        #expect(try count(.init(types: [])) == 0)
        #expect(try desk.desk.eventFilter(.init(requests: .init(mine: false)), by: People.ana).isEmpty)
        let error = try await refusal { try count(.init(types: ["queue.created", "x"])) }
        #expect(error.data.path == "/filter/types/1")
    }

    @Test("passes the event that takes a request out of the filter, and none after it")
    func leaving() async throws {
        let id = try await desk.create(assignee: .me)
        try await desk.write(desk.desk.update(.init(id: id, tags: ["a"]), by: People.ana))
        try await desk.open(id)
        try await desk.write(desk.desk.update(.init(id: id, tags: ["b"]), by: People.ana))
        try await desk.assign(id, to: .agent("ben"))
        try await desk.close(id)
        func types(_ filter: WireFilter) throws -> [EventType] {
            let filter = try desk.desk.eventFilter(.init(requests: filter), by: People.ana)
            return try desk.events().filter(filter.matches).map(\.type)
        }
        #expect(try types(.init(statuses: ["open"])) == [.created, .updated, .opened])
        #expect(try types(.init(mine: true)) == [.created, .updated, .opened, .updated, .assigned])
        #expect(try types(.init(tags: ["a"])) == [.updated, .opened, .updated])
        // What is before and what is after do not add up to one that matches.
        #expect(try types(.init(statuses: ["open"], tags: ["b"])).isEmpty)
    }

    @Test("has a snapshot of what is live, or of what the filter names")
    func snapshot() async throws {
        let live = try await desk.create()
        let closed = try await desk.create()
        try await desk.close(closed)
        func ids(_ filter: WireEventFilter?) throws -> [Int64] {
            let filter = try desk.desk.eventFilter(filter, by: People.ana)
            return try desk.read { try desk.desk.snapshot(filter, by: People.ana, $0) }.compactMap(\.id)
        }
        #expect(try ids(nil) == [live])
        #expect(try ids(.init(types: ["queue.created"])) == [live])
        #expect(try ids(.init(requests: .init(statuses: ["closed"]))) == [closed])
    }
}
