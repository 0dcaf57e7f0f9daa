internal import SessionRequestModel
internal import SessionRequestStore
internal import Testing

@Suite("Search")
struct SearchIndexTests {
    private static func desk() async throws -> TestDesk {
        let desk = try TestDesk()
        var draft = SessionRequestDraft(
            recipient: try Recipient(name: "José Müller", email: "jose@example.org", phone: "+34 555 0101"),
            defaultLifetimeSeconds: 60)
        draft.subject = "Printer AND scanner"
        draft.comments = "secret note about the router"
        draft.tags = ["vip customer"]
        draft.externalReference = try ExternalReference(system: "salesforce", id: "SF-4711")
        draft.customFields = ["floor": "third"]
        try await desk.write { [draft] transaction -> Void in
            try transaction.create(draft)
            try transaction.create(Samples.draft("Maria Jansen"))
            try transaction.create(Samples.draft("Łukasz Printz"))
        }
        _ = try await desk.write { try $0.indexForSearch(limit: 100) }
        return desk
    }

    private static func find(_ desk: TestDesk, _ words: [String], publicOnly: Bool = false) throws -> [Int64] {
        var query = ListQuery()
        query.words = words
        query.searchesPublicTextOnly = publicOnly
        query.descends = false
        return try desk.list(query, at: 0).map(\.id)
    }

    @Test(
        "all words, each by its beginning, whatever the case and the accents",
        arguments: [
            (["jose"], [1]), (["JOSÉ"], [1]), (["mull"], [1]), (["müll"], [1]), (["j"], [1, 2]), (["ja", "mar"], [2]),
            (["print"], [1, 3]), (["jose", "maria"], []), (["ose"], []), (["4711"], [1]), (["sf-4711"], [1]),
            (["jose@example.org"], [1]), (["0101"], [1]), (["router"], [1]), (["third"], [1]), (["vip"], [1]),
        ] as [([String], [Int64])])
    func words(_ words: [String], _ expected: [Int64]) async throws {
        let desk = try await Self.desk()
        #expect(try Self.find(desk, words) == expected)
    }

    @Test(
        "a viewer's words are looked for in public text alone",
        arguments: [
            (["jose"], [1]), (["scanner"], [1]), (["vip"], [1]), (["salesforce"], [1]), (["router"], []),
            (["example"], []), (["0101"], []), (["third"], []), (["jose", "router"], []),
        ] as [([String], [Int64])])
    func publicText(_ words: [String], _ expected: [Int64]) async throws {
        let desk = try await Self.desk()
        #expect(try Self.find(desk, words, publicOnly: true) == expected)
    }

    @Test(
        "quotes, operators and other signs are only text",
        arguments: [
            (["AND"], [1]), (["OR"], [1]), (["NOT"], [1]), (["NEAR(a b)"], []), (["name:jose"], []),
            (["\"jose\""], [1]),
            (["jose\""], [1]), (["\"\"\""], []), (["*"], []), (["jose*"], [1]), (["^jose"], [1]), (["(jose)"], [1]),
            (["{name}:jose"], []), (["jo\0se"], [1]), (["-jose"], [1]), (["+", "jose"], [1]), ([], []), ([""], []),
            (["'; DROP TABLE search; --"], []), (["?1"], []), (["🙂"], []), (["jose", "🙂"], [1]),
        ] as [([String], [Int64])])
    func signs(_ words: [String], _ expected: [Int64]) async throws {
        let desk = try await Self.desk()
        #expect(try Self.find(desk, words) == expected)
    }

    @Test("it follows the log in steps, and forgets what a request no longer says")
    func following() async throws {
        let desk = try TestDesk()
        _ = try await desk.create("Maria", "Jonas", "Ana")
        #expect(try desk.store.read { try $0.searchIsCurrent() } == false)
        #expect(try Self.find(desk, ["maria"]).isEmpty)
        #expect(try await desk.write { try $0.indexForSearch(limit: 2) } == false)
        #expect(try Self.find(desk, ["jonas"]) == [2])
        #expect(try Self.find(desk, ["ana"]).isEmpty)
        #expect(try await desk.write { try $0.indexForSearch(limit: 2) })
        #expect(try desk.store.read { try $0.searchIsCurrent() })
        #expect(try Self.find(desk, ["ana"]) == [3])
        try await desk.write { transaction -> Void in
            var edit = SessionRequest.Edit()
            edit.recipient = try Recipient(name: "Marta")
            try transaction.change(1) { try $0.edited(edit, by: Samples.ana, at: Samples.time(1)) }
        }
        #expect(try desk.store.read { try $0.searchIsCurrent() } == false)
        #expect(try await desk.write { try $0.indexForSearch(limit: 100) })
        #expect(try Self.find(desk, ["maria"]).isEmpty)
        #expect(try Self.find(desk, ["marta"]) == [1])
    }

    @Test("what retention drops is found no longer")
    func dropped() async throws {
        let desk = try await Self.desk()
        try await desk.write { transaction -> Void in
            try transaction.change(2) {
                try $0.closed(reason: .done, note: nil, by: Samples.ana, at: Samples.time(1))
            }
            _ = try transaction.dropEnded(before: Samples.time(2), maxEvents: 1000, limit: 10)
        }
        #expect(try Self.find(desk, ["maria"]).isEmpty)
    }

    @Test("pages of what is found, from either end")
    func pages() async throws {
        let desk = try TestDesk()
        for number in 0..<20 { _ = try await desk.create(number % 2 == 0 ? "Maria \(number)" : "Jonas \(number)") }
        _ = try await desk.write { try $0.indexForSearch(limit: 100) }
        for sort in [ListQuery.SortField.createdAt, .priority] {
            for descends in [true, false] {
                var query = ListQuery()
                query.words = ["maria"]
                query.sort = sort
                query.descends = descends
                query.limit = 3
                #expect(
                    try ListTests.walk(desk, query)
                        == Array(stride(from: 1, through: 19, by: 2)).sorted { ($0 < $1) != descends })
            }
        }
    }
}
