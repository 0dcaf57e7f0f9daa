internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestWire
internal import Testing

@Suite("A session that lives by a connection")
struct LeaseTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    private func lease(_ id: Int64, by caller: Caller = People.ana) async throws -> [AgentLease] {
        let params = Methods.Connect.Params(id: id, lease: true)
        return desk.desk.leases(of: params, try await desk.write(desk.desk.connect(params, by: caller)))
    }

    @Test("ends when the connection is gone, by the service, and the grant stays")
    func lost() async throws {
        let id = try await desk.ready()
        let leases = try await lease(id)
        #expect(leases.map(\.request) == [id])
        #expect(try desk.kept(id).connection?.leased == true)
        try await desk.write(desk.desk.leasesLost(Set(leases)))
        #expect(try desk.kept(id).status == .ready)
        #expect(try desk.kept(id).join != nil)
        #expect(try desk.events().last?.actor == .service)
        let before = try desk.events().count
        try await desk.write(desk.desk.leasesLost(Set(leases)))
        #expect(try desk.events().count == before)
    }

    @Test("is not the one that another agent began later, be it at once", arguments: [0, 1])
    func later(milliseconds: Int64) async throws {
        let id = try await desk.ready(by: People.root)
        let leases = try await lease(id)
        try await desk.write(desk.desk.disconnect(.init(id: id), by: People.ana))
        desk.clock.advance(milliseconds: milliseconds)
        try await desk.assign(id, to: .agent("ben"))
        _ = try await lease(id, by: People.ben)
        try await desk.write(desk.desk.leasesLost(Set(leases)))
        #expect(try desk.kept(id).connection?.agent.user == "ben")
    }

    @Test("is none without the wish for one")
    func unleased() async throws {
        let id = try await desk.ready()
        let params = Methods.Connect.Params(id: id)
        let result = try await desk.write(desk.desk.connect(params, by: People.ana))
        #expect(desk.desk.leases(of: params, result).isEmpty)
        #expect(try await desk.write(desk.desk.allLeasesLost()) == 0)
        #expect(try desk.kept(id).status == .connected)
    }

    @Test("may begin inside a bulk")
    func bulk() async throws {
        let one = try await desk.ready()
        let two = try await desk.ready()
        let params = Methods.Bulk.Params(operations: [
            try WireOperation(Methods.Connect.self, .init(id: one, lease: true)),
            try WireOperation(Methods.Comment.self, .init(id: two, text: "on my way")),
            try WireOperation(Methods.Connect.self, .init(id: two)),
        ])
        let result = try await desk.write(desk.desk.bulk(params, by: People.ana))
        let leases = desk.desk.leases(of: params, result)
        #expect(leases.map(\.request) == [one])
        try await desk.write(desk.desk.leasesLost(Set(leases)))
        #expect(try desk.kept(one).status == .ready)
        #expect(try desk.kept(two).status == .connected)
    }

    @Test("ends with the process, at the next start, and no other session does")
    func restart() async throws {
        let leased = try await desk.ready()
        let other = try await desk.ready()
        _ = try await lease(leased)
        _ = try await desk.connect(other)
        #expect(try await desk.write(desk.desk.allLeasesLost()) == 1)
        #expect(try desk.kept(leased).status == .ready)
        #expect(try desk.kept(other).status == .connected)
    }

    @Test("that ran out of time meanwhile leaves the request expired")
    func overdue() async throws {
        let id = try await desk.ready()
        let leases = try await lease(id)
        desk.clock.advance(seconds: 90_000)
        try await desk.write(desk.desk.leasesLost(Set(leases)))
        #expect(try desk.kept(id).status == .expired)
        #expect(try desk.types().suffix(2) == [.disconnected, .expired])
    }

    @Test("was over already when the recipient's own lease ran out before, at that time")
    func recipientsLeaseFirst() async throws {
        let id = try await desk.create()
        try await desk.grant(id, lease: 10)
        let leases = try await lease(id)
        let due = desk.clock.now.adding(seconds: 10)
        desk.clock.advance(seconds: 60)
        try await desk.write(desk.desk.leasesLost(Set(leases)))
        #expect(try desk.kept(id).status == .waiting)
        let last = try #require(try desk.events().last)
        #expect(last.type == .revoked)
        #expect(last.at == due)
    }
}
