internal import SessionRequestModel
internal import SessionRequestStore
internal import Testing

@Suite("Lines and the summary")
struct LineTests {
    /// Requests of a queue, as (priority, is the recipient there, start).
    private static func desk(_ plans: [(Priority, Bool, Int64?)]) async throws -> TestDesk {
        let desk = try TestDesk()
        for (priority, isWaiting, start) in plans {
            var draft = try Samples.draft()
            draft.assignee = .queue("tier-1")
            draft.priority = priority
            draft.schedule = try start.map { try Schedule(startsAt: Samples.time($0)) }
            try await desk.write { [draft] transaction -> Void in
                let id = try transaction.create(draft).id
                if isWaiting { try transaction.change(id) { try $0.opened(by: .recipient, at: Samples.time(1)) } }
            }
        }
        return desk
    }

    @Test("the most urgent first, among equals those who are there, then the oldest; not those planned for later")
    func order() async throws {
        let desk = try await Self.desk([
            (.low, true, nil), (.normal, false, nil), (.normal, true, nil), (.high, false, 900), (.high, false, 40),
            (.normal, true, nil), (.urgent, true, 900), (.low, false, nil),
        ])
        var order: [Int64] = []
        while let next = try desk.store.read({ try $0.nextInLine(of: ["other", "tier-1"], at: Samples.time(50)) }) {
            order.append(next.id)
            try await desk.write { transaction -> Void in
                try transaction.change(next.id) {
                    try $0.closed(reason: .done, note: nil, by: Samples.ana, at: Samples.time(2))
                }
            }
        }
        #expect(order == [7, 5, 3, 6, 2, 1, 8])
        #expect(try desk.store.read { try $0.nextInLine(of: [], at: Samples.time(50)) } == nil)
        #expect(try desk.store.read { try $0.nextInLine(of: ["tier-1"], at: Samples.time(950)) }?.id == 4)
    }

    @Test("the place in the line of those who wait")
    func position() async throws {
        let desk = try await Self.desk([
            (.normal, true, nil), (.normal, false, nil), (.normal, true, nil), (.high, true, nil),
        ])
        let positions = try desk.store.read { snapshot in
            try (1...4).map { id in try snapshot.sessionRequest(id).flatMap { try snapshot.queuePosition(of: $0) } }
        }
        #expect(positions == [2, nil, 3, 1])
    }

    @Test("the summary counts by status, queue and agent, and knows what comes next")
    func summary() async throws {
        let desk = try TestDesk()
        #expect(try desk.store.read { try $0.summary(at: Samples.time(0)) } == DeskSummary())
        try await desk.write { transaction -> Void in
            let assignees: [Assignee?] = [.queue("a"), .queue("a"), .agent("ana"), .client("1"), nil, .queue("b")]
            for (index, assignee) in assignees.enumerated() {
                var draft = try Samples.draft()
                draft.assignee = assignee
                draft.expiresAt = Samples.time(2000 - Int64(index) * 100)
                if index == 1 || index == 5 {
                    draft.schedule = try Schedule(startsAt: Samples.time(index == 1 ? 300 : 200))
                }
                try transaction.create(draft)
            }
            for (id, at) in [(Int64(3), Int64(30)), (5, 20)] {
                try transaction.change(id) { try $0.opened(by: .recipient, at: Samples.time(at)) }
            }
            try transaction.change(4) {
                try $0.granted(Samples.join(leaseUntil: Samples.time(60)), by: .recipient, at: Samples.time(10))
            }
            try transaction.change(6) {
                try $0.closed(reason: .done, note: nil, by: Samples.ana, at: Samples.time(40))
            }
            // Within the transaction the counts are up to date already.
            #expect(try transaction.snapshot.summary(at: Samples.time(50)).byStatus[.waiting] == 2)
        }
        let summary = try desk.store.read { try $0.summary(at: Samples.time(50)) }
        #expect(summary.byStatus == [.open: 2, .waiting: 2, .ready: 1, .closed: 1])
        #expect(summary.byQueue == ["a": 2])
        #expect(summary.byAgent == ["ana": 1])
        #expect(summary.oldestWaiting.map { [$0.id, $0.at.milliseconds] } == [5, Samples.time(20).milliseconds])
        #expect(summary.nextScheduled.map { [$0.id, $0.at.milliseconds] } == [2, Samples.time(300).milliseconds])
        #expect(summary.nextExpiry.map { [$0.id, $0.at.milliseconds] } == [5, Samples.time(1600).milliseconds])
    }
}
