internal import SessionRequestModel
internal import SessionRequestStore
internal import Testing

@Suite("Retention")
struct RetentionTests {
    /// Requests 1 to 6; 1 and 3 are closed at 100 s and 300 s, 5 expires at 500 s, 2, 4 and 6 live on.
    private static func desk(in directory: String? = nil) async throws -> TestDesk {
        let desk = try TestDesk(in: directory)
        _ = try await desk.create("a", "b", "c", "d", "e", "f")
        for (id, at) in [(Int64(1), Int64(100)), (3, 300)] {
            try await desk.write { transaction -> Void in
                try transaction.change(id) {
                    try $0.closed(reason: .done, note: nil, by: Samples.ana, at: Samples.time(at))
                }
            }
        }
        try await desk.write { transaction -> Void in
            var edit = SessionRequest.Edit()
            edit.expiresAt = Samples.time(500)
            try transaction.change(5) { try $0.edited(edit, by: Samples.ana, at: Samples.time(20)) }
            try transaction.change(5) { $0.timePassed(to: Samples.time(600)) }
        }
        return desk
    }

    private static func drop(
        _ desk: TestDesk, before seconds: Int64, maxEvents: Int = 1_000_000, limit: Int = 100
    ) async throws -> Bool {
        try await desk.write { try $0.dropEnded(before: Samples.time(seconds), maxEvents: maxEvents, limit: limit) }
    }

    private static func ids(_ desk: TestDesk) throws -> [Int64] {
        var query = ListQuery()
        query.descends = false
        return try desk.list(query, at: 0).map(\.id)
    }

    @Test("drops what ended before the instant, whole, and moves the beginning of the stream behind it")
    func age() async throws {
        let desk = try await Self.desk()
        #expect(try await Self.drop(desk, before: 400) == false)
        #expect(try Self.ids(desk) == [2, 4, 5, 6])
        #expect(try desk.store.read { try $0.logBounds() } == LogBounds(earliest: 8, latest: 10))
        #expect(try desk.request(1) == nil)
        #expect(try desk.store.read { try $0.history(of: 3, after: 0, limit: 10) }.isEmpty)
        #expect(try desk.store.read { try $0.history(of: 2, after: 0, limit: 10) }.count == 1)
        #expect(try desk.store.read { try $0.summary(at: Samples.time(0)).byStatus } == [.open: 3, .expired: 1])
        #expect(try await Self.drop(desk, before: 400) == false)
        #expect(try desk.store.read { try $0.logBounds() }.earliest == 8)
    }

    @Test("the longest ended go first, and a limit leaves the rest for the next time")
    func limit() async throws {
        let desk = try await Self.desk()
        var left: [[Int64]] = []
        while try await Self.drop(desk, before: 10_000, limit: 1) { left.append(try Self.ids(desk)) }
        #expect(left == [[2, 3, 4, 5, 6], [2, 4, 5, 6], [2, 4, 6]])
    }

    @Test("over the most events, ended ones go however young, but for what is among the last; live ones never do")
    func count() async throws {
        let desk = try await Self.desk()
        for (most, left) in [(8, [1, 2, 3, 4, 5, 6]), (3, [2, 3, 4, 5, 6]), (1, [2, 4, 5, 6]), (0, [2, 4, 6])] {
            #expect(try await Self.drop(desk, before: 0, maxEvents: most) == false)
            #expect(try Self.ids(desk) == left.map(Int64.init))
            #expect(try desk.store.read { try $0.logBounds() }.earliest <= 10 - most)
            #expect(try await Self.drop(desk, before: 0, maxEvents: most) == false)
        }
    }

    @Test("one that was heard of since it ended stays as long as that is kept, and so do the cursors before it")
    func heardOfSince() async throws {
        let desk = try await Self.desk()
        try await desk.write { transaction -> Void in
            try transaction.change(1) { try $0.commented("thanks", by: Samples.ana, at: Samples.time(700)) }
        }
        #expect(try await Self.drop(desk, before: 400) == false)
        #expect(try Self.ids(desk) == [1, 2, 4, 5, 6])
        #expect(try desk.store.read { try $0.logBounds() } == LogBounds(earliest: 8, latest: 11))
        #expect(try await Self.drop(desk, before: 400, maxEvents: 1) == false)
        #expect(try Self.ids(desk) == [1, 2, 4, 6])
        #expect(try await Self.drop(desk, before: 701) == false)
        #expect(try Self.ids(desk) == [2, 4, 6])
    }

    @Test("events of queues and clients go when they are old, and with what the stream no longer reaches")
    func others() async throws {
        let desk = try TestDesk()
        let client = SignedInClient(
            clientID: nil, name: "anydesk", version: "9", features: [], isSupported: true, uid: 7, user: "ana",
            since: Samples.time(0))
        try await desk.write { transaction -> Void in
            for second in [10, 20, 30] as [Int64] {
                try transaction.record([
                    Event(
                        type: .clientSignedIn, at: Samples.time(second), actor: Samples.ana, subject: .client(client))
                ])
            }
        }
        #expect(try await Self.drop(desk, before: 25) == false)
        #expect(try desk.events().map(\.sequence) == [3])
        #expect(try desk.store.read { try $0.logBounds() } == LogBounds(earliest: 2, latest: 3))
    }

    @Test("places and numbers are not used again after their last holders are gone")
    func reuse() async throws {
        let directory = try TestDesk.newDirectory()
        defer { TestDesk.remove(directory) }
        do {
            let desk = try await Self.desk(in: directory)
            for id in [2, 4, 6] as [Int64] {
                try await desk.write { transaction -> Void in
                    try transaction.change(id) {
                        try $0.closed(reason: .done, note: nil, by: Samples.ana, at: Samples.time(700))
                    }
                }
            }
            while try await Self.drop(desk, before: 10_000) {}
            #expect(try desk.events().isEmpty)
            #expect(try desk.store.read { try $0.logBounds() } == LogBounds(earliest: 13, latest: 13))
        }
        let desk = try TestDesk(in: directory)
        #expect(try await desk.create("g") == [7])
        #expect(try desk.events().map(\.sequence) == [14])
    }
}
