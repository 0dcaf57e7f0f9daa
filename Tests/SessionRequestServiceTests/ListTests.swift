internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire
internal import Testing

@Suite("Lists")
struct ListTests {
    private let desk: TestDesk

    init() async throws {
        desk = try TestDesk()
        try await desk.createQueue()
    }

    private func list(_ params: Methods.List.Params, by caller: Caller = People.ana) async throws -> Methods.List.Result
    {
        if desk.desk.searches(params) { try await desk.write { while try !$0.indexForSearch(limit: 100) {} } }
        return try desk.read { try desk.desk.list(params, by: caller, $0) }
    }

    private func ids(_ params: Methods.List.Params, by caller: Caller = People.ana) async throws -> [Int64] {
        try await list(params, by: caller).sessionRequests.compactMap(\.id)
    }

    @Test("have shelves, and the caller's own")
    func views() async throws {
        let soon = WireSchedule(startsAt: desk.clock.now.adding(seconds: 60).rfc3339)
        let upcoming = try await desk.create(.init(recipient: .init(name: "A"), schedule: soon)).id ?? 0
        let active = try await desk.create(assignee: .me)
        let bens = try await desk.create(assignee: .agent("ben"))
        let past = try await desk.create()
        try await desk.close(past)
        #expect(try await ids(.init(view: "upcoming")) == [upcoming])
        #expect(try await ids(.init(view: "active")) == [bens, active])
        #expect(try await ids(.init(view: "past")) == [past])
        #expect(try await ids(.init(view: "mine")) == [active])
        #expect(try await ids(.init(view: "mine"), by: People.ben) == [bens])
        #expect(try await ids(.init(filter: .init(assignee: .value(.agent("ben"))), view: "mine")) == [])
        #expect(try await ids(.init(filter: .init(assignee: .value(.me)), view: "mine")) == [active])
        #expect(try await ids(.init(filter: .init(mine: true))) == [active])
        #expect(try await ids(.init(filter: .init(assignee: .value(.agent("ben")), mine: true))) == [])
    }

    @Test("are narrowed by every member of a filter")
    func filters() async throws {
        let one =
            try await desk.create(
                .init(recipient: .init(name: "A"), assignee: .queue("tier-1"), tags: ["x"])
            ).id ?? 0
        let two = try await desk.create(.init(recipient: .init(name: "B"), tags: ["x", "y"])).id ?? 0
        try await desk.open(two)
        #expect(try await ids(.init(filter: .init(statuses: ["waiting"]))) == [two])
        #expect(try await ids(.init(filter: .init(statuses: []))) == [])
        #expect(try await ids(.init(filter: .init(assignee: .null))) == [two])
        #expect(try await ids(.init(filter: .init(queues: ["tier-1"]))) == [one])
        #expect(try await ids(.init(filter: .init(tags: ["y", "z"]))) == [two])
        #expect(try await ids(.init(filter: .init(ids: [one, 99]))) == [one])
        #expect(try await ids(.init(filter: .init(queues: ["tier-1"], tags: ["y"]))) == [])
        #expect(try await ids(.init(filter: .init(queues: ["not-made"]))) == [])
        let faults: [(WireFilter, String)] = [
            (.init(statuses: ["open", "gone"]), "/filter/statuses/1"), (.init(queues: ["No"]), "/filter/queues/0"),
            (.init(assignee: .value(.init(type: "team", id: "x"))), "/filter/assignee/type"),
            (.init(tags: [""]), "/filter/tags/0"),
        ]
        for (filter, path) in faults {
            #expect(try await refusal { try await ids(.init(filter: filter)) }.data.path == path)
        }
    }

    @Test("find all the words by their beginnings, for a viewer only in what it may read")
    func query() async throws {
        let id =
            try await desk.create(
                .init(
                    recipient: .init(name: "Maria Silva", email: "secret@example.com", phone: "21000"),
                    subject: "Broken printer",
                    comments: "hidden remark", tags: ["vip"], externalReference: .init(system: "crm", id: "A77"),
                    customFields: ["k": "fieldtext"])
            ).id ?? 0
        for word in ["mar", "SILVA", "print brok", "vip", "a77"] {
            #expect(try await ids(.init(query: word)) == [id])
            #expect(try await ids(.init(query: word), by: People.viewer) == [id])
        }
        for word in ["secret", "21000", "hidden", "remark", "fieldtext", "maria hidden"] {
            #expect(try await ids(.init(query: word)) == [id])
            #expect(try await ids(.init(query: word), by: People.viewer) == [])
        }
        #expect(try await ids(.init(query: "maria nobody")) == [])
        for text in ["", "   ", "a\nb", String(repeating: "x", count: 257)] {
            #expect(try await refusal { try await ids(.init(query: text)) }.data.path == "/query")
        }
    }

    @Test("come in pages that keep their place while requests come and go")
    func pages() async throws {
        for _ in 0..<5 { _ = try await desk.create() }
        let first = try await list(.init(limit: 2))
        #expect(first.sessionRequests.compactMap(\.id) == [5, 4])
        _ = try await desk.create()
        let second = try await list(.init(page: first.nextPage, limit: 2))
        #expect(second.sessionRequests.compactMap(\.id) == [3, 2])
        let third = try await list(.init(page: second.nextPage, limit: 2))
        #expect(third.sessionRequests.compactMap(\.id) == [1] && third.nextPage == nil)
        for page in ["", "x", "1", "1.2.3", "a.b", "1.2\n"] {
            #expect(try await refusal { try await ids(.init(page: page)) }.data.path == "/page")
        }
        for limit in [0, 501, -1] as [Int64] {
            #expect(try await refusal { try await ids(.init(limit: limit)) }.data.path == "/limit")
        }
    }

    @Test("are ordered as asked for, and by nothing else")
    func sort() async throws {
        for priority in ["normal", "urgent", "low"] {
            _ = try await desk.create(.init(recipient: .init(name: "A"), priority: priority))
        }
        #expect(try await ids(.init(sort: "-priority")) == [2, 1, 3])
        #expect(try await ids(.init(sort: "priority")) == [3, 1, 2])
        #expect(try await ids(.init()) == [3, 2, 1])
        for sort in ["name", "--priority", "-", ""] {
            #expect(try await refusal { try await ids(.init(sort: sort)) }.data.path == "/sort")
        }
        #expect(try await refusal { try await ids(.init(view: "all")) }.data.path == "/view")
    }

    @Test("give a history, oldest first, in pages")
    func history() async throws {
        let id = try await desk.ready()
        try await desk.close(id)
        func history(_ page: String? = nil) throws -> Methods.History.Result {
            try desk.read { try desk.desk.history(.init(id: id, page: page, limit: 3), by: People.ana, $0) }
        }
        let first = try history()
        #expect(
            first.events.map(\.type) == ["sessionRequest.created", "sessionRequest.opened", "sessionRequest.granted"])
        let second = try history(first.nextPage)
        #expect(second.events.map(\.type) == ["sessionRequest.closed"] && second.nextPage == nil)
        #expect(try await refusal { try history("x") }.data.path == "/page")
        #expect(
            try await refusal { try desk.read { try desk.desk.history(.init(id: 99), by: People.ana, $0) } }.reason
                == .notFound)
    }

    @Test("have a summary of one look")
    func summary() async throws {
        let waiting = try await desk.create(assignee: .queue("tier-1"))
        try await desk.open(waiting)
        let start = desk.clock.now.adding(seconds: 60).rfc3339
        _ = try await desk.create(
            .init(recipient: .init(name: "A"), assignee: .agent("ben"), schedule: .init(startsAt: start)))
        try await desk.close(desk.create())
        let summary = try desk.read { try desk.desk.summary($0) }
        #expect(
            summary.byStatus == WireStatusCounts(open: 1, waiting: 1, ready: 0, connected: 0, closed: 1, expired: 0))
        #expect(summary.byQueue == ["tier-1": 1] && summary.byAssignee == ["ben": 1])
        #expect(summary.oldestWaiting?.id == waiting && summary.nextScheduled?.startsAt == start)
        #expect(summary.nextExpiry?.id == waiting)
        #expect(summary.cursor == "e1.\(try desk.log().count)")
    }

    @Test("wait for statuses that there are")
    func wait() async throws {
        #expect(try desk.desk.statusesToWaitFor(.init(id: 1, until: ["ready", "closed"])) == ["ready", "closed"])
        #expect(try await refusal { try desk.desk.statusesToWaitFor(.init(id: 1, until: [])) }.data.path == "/until")
        let error = try await refusal { try desk.desk.statusesToWaitFor(.init(id: 1, until: ["ready", "gone"])) }
        #expect(error.data.path == "/until/1")
    }
}
