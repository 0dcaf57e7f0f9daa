internal import SessionRequestModel
internal import SessionRequestStore
internal import Testing

@Suite("Lists")
struct ListTests {
    /// The numbers on all pages, and what `between` does after each page.
    static func walk(_ desk: TestDesk, _ query: ListQuery, between: () throws -> Void = {}) throws -> [Int64] {
        var query = query
        var ids: [Int64] = []
        while true {
            let page = try desk.store.read { [query] in try $0.sessionRequests(query, at: Samples.time(50)) }
            ids += page.requests.map(\.id)
            guard let next = page.next else { return ids }
            #expect(page.requests.count == query.limit)
            query.after = next
            try between()
        }
    }

    /// Thirty requests whose every key differs from the order of numbers, with equal keys among them.
    private static func desk() async throws -> TestDesk {
        let desk = try TestDesk()
        try await desk.write { transaction -> Void in
            for number in 0..<30 as Range<Int64> {
                var draft = try Samples.draft("Person \(number)")
                draft.priority = Priority.allCases[Int(number * 7 % 4)]
                draft.expiresAt = Samples.time(1000 + number * 11 % 10)
                if number % 3 == 0 { draft.schedule = try Schedule(startsAt: Samples.time(number * 13 % 100)) }
                let id = try transaction.create(draft, at: Samples.time(0)).id
                if number % 4 == 1 {
                    try transaction.change(id) { try $0.opened(by: .recipient, at: Samples.time(20 - number / 2)) }
                }
            }
        }
        return desk
    }

    private static func key(_ request: SessionRequest, _ sort: ListQuery.SortField) -> Int64 {
        switch sort {
        case .createdAt: request.id
        case .updatedAt: request.updatedAt.milliseconds
        case .expiresAt: request.expiresAt.milliseconds
        case .statusSince: request.statusSince.milliseconds
        case .priority: Int64(request.priority.rank)
        case .startsAt: request.schedule?.startsAt.milliseconds ?? .max
        }
    }

    @Test(
        "every order, both ways, in pages: all once, while others are being created",
        arguments: ListQuery.SortField.allCases, [true, false])
    func orders(_ sort: ListQuery.SortField, _ descends: Bool) async throws {
        let desk = try await Self.desk()
        var query = ListQuery()
        query.sort = sort
        query.descends = descends
        let all = try desk.list(query, at: 50)
        #expect(all.count == 30)
        let expected = all.sorted { one, other in
            let ascends = (Self.key(one, sort), one.id) < (Self.key(other, sort), other.id)
            return ascends != descends
        }
        #expect(all.map(\.id) == expected.map(\.id))
        query.limit = 7
        let walked = try Self.walk(desk, query) {
            desk.store.write({ try $0.create(Samples.draft("Late"), at: Samples.time(49)).id }, answer: { _ in })
        }
        #expect(walked.filter { $0 <= 30 } == expected.map(\.id))
        #expect(Set(walked).count == walked.count)
    }

    @Test("the last page says that it is the last, also when it is full")
    func end() async throws {
        let desk = try TestDesk()
        _ = try await desk.create("a", "b", "c", "d")
        for (limit, next) in [(3, true), (4, false), (5, false)] {
            var query = ListQuery()
            query.limit = limit
            let page = try desk.store.read { [query] in try $0.sessionRequests(query, at: Samples.time(0)) }
            #expect((page.next != nil) == next)
        }
    }

    @Test(
        "views",
        arguments: [(ListQuery.View.upcoming, [2]), (.active, [1, 3, 4]), (.past, [5])] as [(ListQuery.View, [Int64])]
    )
    func views(_ view: ListQuery.View, _ expected: [Int64]) async throws {
        let desk = try TestDesk()
        try await desk.write { transaction -> Void in
            try transaction.create(Samples.draft("unplanned"))
            var draft = try Samples.draft("planned")
            draft.schedule = try Schedule(startsAt: Samples.time(100))
            try transaction.create(draft)
            try transaction.create(draft)
            draft.schedule = try Schedule(startsAt: Samples.time(40))
            try transaction.create(draft)
            try transaction.create(Samples.draft("closed"))
            // Opened early: active, although its start lies ahead.
            try transaction.change(3) { try $0.opened(by: .recipient, at: Samples.time(1)) }
            try transaction.change(5) {
                try $0.closed(reason: .done, note: nil, by: Samples.ana, at: Samples.time(2))
            }
        }
        for sort in ListQuery.SortField.allCases {
            var query = ListQuery()
            query.view = view
            query.sort = sort
            query.limit = 1
            #expect(try Self.walk(desk, query).sorted() == expected)
        }
    }
}
