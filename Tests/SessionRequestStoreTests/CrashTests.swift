internal import SessionRequestModel
internal import SessionRequestStore
internal import Testing

@Suite("After a crash")
struct CrashTests {
    /// What a process that is killed leaves behind: its files as they are.
    private static func leftovers(of directory: String, walBytes: Int? = nil) throws -> String {
        let copy = try TestDesk.newDirectory()
        try Files.copy(directory + "/desk.sqlite", to: copy + "/desk.sqlite")
        let wal = try Files.read(directory + "/desk.sqlite-wal")
        try Files.write(Array(wal.prefix(walBytes ?? wal.count)), to: copy + "/desk.sqlite-wal")
        return copy
    }

    @Test("what was answered is there")
    func answered() async throws {
        let desk = try TestDesk()
        let ids = try await desk.create("Maria", "Jonas", "Ana")
        try await desk.write { transaction -> Void in
            try transaction.change(ids[0]) { try $0.opened(by: .recipient, at: Samples.time(5)) }
        }
        let directory = try Self.leftovers(of: desk.directory)
        defer { TestDesk.remove(directory) }
        let again = try TestDesk(in: directory)
        #expect(again.store.epoch == desk.store.epoch)
        #expect(try again.events().map(\.event) == desk.events().map(\.event))
        #expect(try again.request(ids[0])?.status == .waiting)
        #expect(try await again.create("Piotr") == [4])
        #expect(try again.events().map(\.sequence) == Array(1...5))
    }

    @Test("a log that is cut anywhere gives a beginning of the story, and each request as its last event left it")
    func cut() async throws {
        let desk = try TestDesk()
        for number in 0..<12 {
            let id = try await desk.create("Person \(number)")[0]
            try await desk.write { transaction -> Void in
                try transaction.change(id) { try $0.opened(by: .recipient, at: Samples.time(5)) }
            }
        }
        let whole = try desk.events().map(\.event)
        let size = try Files.read(desk.directory + "/desk.sqlite-wal").count
        var lengths: Set<Int> = []
        for bytes in stride(from: 0, through: size, by: 3001) {
            let directory = try Self.leftovers(of: desk.directory, walBytes: bytes)
            defer { TestDesk.remove(directory) }
            let again = try TestDesk(in: directory)
            let events = try again.events()
            #expect(events.map(\.event) == Array(whole.prefix(events.count)))
            #expect(events.map(\.sequence) == events.indices.map { Int64($0) + 1 })
            lengths.insert(events.count)
            var last: [Int64: SessionRequest] = [:]
            for event in events { if let request = event.event.sessionRequest { last[request.id] = request } }
            let listed = try again.store.read { try $0.sessionRequests(ListQuery(), at: Samples.time(0)).requests }
            #expect(listed == last.values.sorted { $0.id > $1.id })
            let counts = try again.store.read { try $0.summary(at: Samples.time(0)).byStatus }
            #expect(counts == Dictionary(grouping: listed, by: \.status).mapValues(\.count))
        }
        #expect(lengths.count > 10)
    }

    @Test("no file holds a code in clear")
    func secrets() async throws {
        let desk = try TestDesk()
        let code = "481516234"
        try await desk.write { transaction -> Void in
            let (_, events) = try SessionRequest.created(
                from: Samples.draft(), id: transaction.newRequestID(), by: Samples.ana, at: Samples.time(0))
            // As the service does: the hash is all that the store is given.
            try transaction.record(events) { _ in code.utf8.map { $0 &* 31 &+ 7 } }
        }
        for name in TestDesk.names(in: desk.directory) {
            let bytes = try Files.read("\(desk.directory)/\(name)")
            #expect(!String(decoding: bytes, as: UTF8.self).contains(code), "\(name)")
        }
        let body = try #require(desk.events().first?.event.sessionRequest)
        #expect(body.recipient.name == "Maria")
    }
}
