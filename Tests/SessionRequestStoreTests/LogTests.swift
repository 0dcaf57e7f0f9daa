internal import Dispatch
internal import SessionRequestModel
internal import SessionRequestStore
internal import Testing

@Suite("The event log")
struct LogTests {
    @Test("pages go on where the last one ended, within their bounds, and at least one event long")
    func pages() async throws {
        let desk = try TestDesk()
        for number in 0..<25 { _ = try await desk.create("Person \(number)") }
        let whole = try desk.events()
        #expect(whole.map(\.sequence) == Array(1...25))
        for (limit, bytes) in [(1, 1), (7, 1), (7, 100_000), (100, 1000), (100, 100_000)] {
            var read: [LoggedEvent] = []
            while true {
                let page = try desk.store.read { [read] snapshot in
                    try snapshot.events(after: read.last?.sequence ?? 0, limit: limit, bytes: bytes)
                }
                #expect(page.count <= limit)
                if bytes == 1 { #expect(page.count <= 1) }
                if page.isEmpty { break }
                read += page
            }
            #expect(read.map(\.event) == whole.map(\.event), "limit \(limit), bytes \(bytes)")
        }
    }

    @Test("what a group delivers is what the log holds")
    func delivered() async throws {
        let desk = try TestDesk()
        let id = try await desk.create("Maria")[0]
        try await desk.write { transaction -> Void in
            try transaction.change(id) { try $0.granted(Samples.join(), by: .recipient, at: Samples.time(10)) }
            try transaction.change(id) {
                try $0.connected(claimedBy: "ana", leased: true, by: Samples.ana, at: Samples.time(11))
            }
        }
        let logged = try desk.events()
        #expect(logged.map(\.event.type) == [.created, .opened, .granted, .assigned, .connected])
        let delivered = desk.committed.flatMap(\.events)
        #expect(delivered.map(\.event) == logged.map(\.event))
        #expect(delivered.map(\.sequence) == logged.map(\.sequence))
        #expect(try desk.store.read { try $0.logBounds() } == LogBounds(earliest: 0, latest: 5))
    }

    @Test("a history is a request's own events, oldest first, in pages")
    func history() async throws {
        let desk = try TestDesk()
        let ids = try await desk.create("Maria", "Jonas")
        for text in ["one", "two", "three"] {
            for id in ids {
                try await desk.write { transaction -> Void in
                    try transaction.change(id) { try $0.commented(text, by: Samples.ana, at: Samples.time(1)) }
                }
            }
        }
        let history = try desk.store.read { try $0.history(of: ids[1], after: 0, limit: 100) }
        #expect(history.map(\.sequence) == [2, 4, 6, 8])
        #expect(history.map(\.event.type) == [.created, .commented, .commented, .commented])
        #expect(try desk.store.read { try $0.history(of: ids[1], after: 4, limit: 1) }.map(\.sequence) == [6])
        #expect(try desk.store.read { try $0.history(of: 99, after: 0, limit: 1) }.isEmpty)
    }

    @Test("a request as it was at a place")
    func asOf() async throws {
        let desk = try TestDesk()
        let id = try await desk.create("Maria")[0]
        try await desk.write { transaction -> Void in
            try transaction.change(id) { try $0.opened(by: .recipient, at: Samples.time(1)) }
        }
        try desk.store.read { (snapshot) throws in
            #expect(try snapshot.sessionRequest(asOf: 1)?.status == .open)
            #expect(try snapshot.sessionRequest(asOf: 2)?.status == .waiting)
            #expect(try snapshot.sessionRequest(asOf: 3) == nil)
        }
    }

    @Test("a read sees one commit from its beginning to its end")
    func snapshot() async throws {
        let desk = try TestDesk()
        _ = try await desk.create("Maria")
        try desk.store.read { (snapshot) throws in
            #expect(try snapshot.logBounds().latest == 1)
            let other = DispatchSemaphore(value: 0)
            desk.store.write({ try $0.create(Samples.draft()).id }, answer: { _ in other.signal() })
            other.wait()
            #expect(try snapshot.logBounds().latest == 1)
            #expect(try snapshot.sessionRequests(ListQuery(), at: Samples.time(0)).requests.count == 1)
        }
        #expect(try desk.store.read { try $0.logBounds().latest } == 2)
    }
}
