internal import SessionRequestModel
internal import SessionRequestStore
internal import Testing

@Suite("Filters")
struct FilterTests {
    private static func edited(_ edit: (inout RequestFilter) -> Void) -> RequestFilter {
        var filter = RequestFilter()
        edit(&filter)
        return filter
    }

    static let cases: [(RequestFilter, [Int64])] = [
        (RequestFilter(), [1, 2, 3, 4, 5, 6]),
        (edited { $0.assignee = .some(nil) }, [1, 6]),
        (edited { $0.assignee = .agent("ana") }, [2]),
        (edited { $0.assignee = .client("ana") }, [5]),
        (edited { $0.assignee = .agent("nobody") }, []),
        (edited { $0.assignee = .queue("tier-1") }, [3]),
        (edited { $0.queues = ["tier-1", "tier-2"] }, [3, 4]),
        (edited { $0.queues = [] }, []),
        (edited { $0.statuses = [.waiting, .closed] }, [2, 6]),
        (edited { $0.statuses = [.connected] }, []),
        (edited { $0.statuses = [] }, []),
        (edited { $0.tags = ["red"] }, [1, 3]),
        (edited { $0.tags = ["red", "blue"] }, [1, 3, 4]),
        (edited { $0.tags = [] }, []),
        (edited { $0.ids = [2, 4, 77] }, [2, 4]),
        (edited { $0.ids = [] }, []),
        (
            edited {
                $0.tags = ["red"]
                $0.queues = ["tier-1"]
                $0.statuses = [.open]
            }, [3]
        ),
        (
            edited {
                $0.ids = [1, 3]
                $0.assignee = .some(nil)
            }, [1]
        ),
    ]

    private static func desk() async throws -> TestDesk {
        let desk = try TestDesk()
        let plans: [(Assignee?, [String])] = [
            (nil, ["red"]), (.agent("ana"), []), (.queue("tier-1"), ["red", "green"]), (.queue("tier-2"), ["blue"]),
            (.client("ana"), ["green"]), (nil, []),
        ]
        for (assignee, tags) in plans {
            var draft = try Samples.draft()
            draft.assignee = assignee
            draft.tags = tags
            try await desk.write { [draft] in _ = try $0.create(draft) }
        }
        try await desk.write { transaction -> Void in
            try transaction.change(2) { try $0.opened(by: .recipient, at: Samples.time(1)) }
            try transaction.change(6) {
                try $0.closed(reason: .done, note: nil, by: Samples.ana, at: Samples.time(1))
            }
        }
        return desk
    }

    @Test("what the database finds is what the filter says", arguments: cases.indices)
    func filters(_ index: Int) async throws {
        let (filter, expected) = Self.cases[index]
        let desk = try await Self.desk()
        #expect(try desk.store.read { try $0.count(filter) } == expected.count)
        for view in [nil] + ListQuery.View.allCases.map(Optional.some) {
            for sort in ListQuery.SortField.allCases {
                var query = ListQuery()
                query.filter = filter
                query.view = view
                query.sort = sort
                let past: Set<Int64> =
                    view == .upcoming
                    ? [] : view == .past ? [6] : view == .active ? [1, 2, 3, 4, 5] : [1, 2, 3, 4, 5, 6]
                let found = try desk.list(query, at: 5)
                #expect(
                    found.map(\.id).sorted() == expected.filter(past.contains), "\(String(describing: view)) \(sort)")
                #expect(found.allSatisfy(filter.matches))
            }
        }
        let everything = try desk.list(ListQuery(), at: 5)
        #expect(everything.filter(filter.matches).map(\.id).sorted() == expected)
    }

    @Test("tags follow a request's changes")
    func tags() async throws {
        let desk = try await Self.desk()
        var edit = SessionRequest.Edit()
        edit.tags = ["red", "violet"]
        try await desk.write { [edit] transaction -> Void in
            try transaction.change(3) { try $0.edited(edit, by: Samples.ana, at: Samples.time(2)) }
        }
        for (tag, expected) in [("red", [1, 3]), ("green", [5]), ("violet", [3])] as [(String, [Int64])] {
            var query = ListQuery()
            query.filter.tags = [tag]
            #expect(try ListTests.walk(desk, query).sorted() == expected)
        }
    }
}
