internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestWire
internal import Testing

@Suite("The clock")
struct ClockTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    @Test("expires requests at the instant that was due, however late it is noticed")
    func expiry() async throws {
        var ids: [Int64] = []
        for seconds in [10, 20, 30] {
            ids.append(
                try await desk.create(.init(recipient: .init(name: "Maria"), expiresIn: Double(seconds))).id ?? 0)
        }
        let start = desk.clock.now
        desk.clock.advance(seconds: 25)
        try await desk.write(desk.desk.catchUpWithClock(limit: 10))
        #expect(try ids.map { try desk.kept($0).status } == [.expired, .expired, .open])
        let expired = try desk.events().filter { $0.type == .expired }
        #expect(expired.map(\.at) == [start.adding(seconds: 10), start.adding(seconds: 20)])
        #expect(expired.allSatisfy { $0.actor == .clock })
        #expect(try desk.get(ids[0]).statusSince == start.adding(seconds: 10).rfc3339)
        let before = try desk.log().count
        try await desk.write(desk.desk.catchUpWithClock(limit: 10))
        #expect(try desk.log().count == before)
    }

    @Test("goes through a backlog step by step")
    func steps() async throws {
        for _ in 0..<5 { _ = try await desk.create() }
        desk.clock.advance(seconds: 86_400)
        try await desk.write(desk.desk.catchUpWithClock(limit: 2))
        #expect(try desk.types().filter { $0 == .expired }.count == 2)
        try await desk.write(desk.desk.catchUpWithClock(limit: 10))
        #expect(try desk.types().filter { $0 == .expired }.count == 5)
    }

    @Test("is kept to the millisecond, in the middle of a change as well")
    func middle() async throws {
        let id = try await desk.ready()
        desk.clock.advance(milliseconds: 86_399_999)
        try await desk.write(desk.desk.comment(.init(id: id, text: "still here"), by: People.ana))
        desk.clock.advance(milliseconds: 1)
        let error = try await refusal { try await desk.connect(id) }
        #expect(error.reason == .invalidTransition && error.data.status == "expired")
        #expect(error.data.allowed == ["comment", "reopen"])
        #expect(try await refusal { try await desk.open(id) }.data.status == "expired")
        // What succeeds on an expired request writes down first that it is.
        try await desk.write(desk.desk.comment(.init(id: id, text: "too late"), by: People.ana))
        #expect(try desk.types().suffix(2) == [.expired, .commented])
    }

    @Test("counts as a change for those who name a revision")
    func revision() async throws {
        let id = try await desk.ready()
        let revision = try desk.kept(id).revision
        desk.clock.advance(seconds: 86_400)
        let error = try await refusal { try await desk.connect(id, ifRevision: revision) }
        #expect(error.reason == .revisionConflict && error.data.revision == revision + 1)
    }
}
