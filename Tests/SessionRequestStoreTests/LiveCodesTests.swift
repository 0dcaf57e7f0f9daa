internal import SessionRequestModel
internal import SessionRequestStore
internal import Testing

@Suite("Codes")
struct LiveCodesTests {
    private static func holder(_ desk: TestDesk, _ id: Int64, generation: Int64 = 1) throws -> Int64? {
        try desk.store.read { try $0.requestID(codeHash: Array("code \(id) \(generation) 0".utf8)) }
    }

    @Test("a code is found while its request lives, also after a restart")
    func life() async throws {
        let directory = try TestDesk.newDirectory()
        defer { TestDesk.remove(directory) }
        do {
            let desk = try TestDesk(in: directory)
            _ = try await desk.create("Maria", "Jonas", "Ana")
            #expect(try Self.holder(desk, 2) == 2)
            try await desk.write { transaction -> Void in
                try transaction.change(1) {
                    try $0.closed(reason: .done, note: nil, by: Samples.ana, at: Samples.time(1))
                }
                try transaction.change(3) { $0.linkRotated(by: Samples.ana, at: Samples.time(1)) }
            }
        }
        let desk = try TestDesk(in: directory)
        #expect(try Self.holder(desk, 1) == nil)
        #expect(try Self.holder(desk, 2) == 2)
        #expect(try Self.holder(desk, 3) == nil)
        #expect(try Self.holder(desk, 3, generation: 2) == 3)
        try await desk.write { transaction -> Void in
            try transaction.change(1) {
                try $0.reopened(
                    keepLink: false, expiresAt: Samples.time(9000), by: Samples.ana, at: Samples.time(2))
            }
        }
        #expect(try Self.holder(desk, 1) == nil)
        #expect(try Self.holder(desk, 1, generation: 2) == 1)
    }

    @Test("two live requests cannot have one code; it is free again when the first ends")
    func unique() async throws {
        let desk = try TestDesk()
        @Sendable func create(_ transaction: WriteTransaction) throws -> Int64 {
            let (request, events) = try SessionRequest.created(
                from: Samples.draft(), id: transaction.newRequestID(), by: Samples.ana, at: Samples.time(0))
            try transaction.record(events) { _ in [1, 2, 3] }
            return request.id
        }
        let first = try await desk.write(create)
        let taken = await #expect(throws: CodeTaken.self) { try await desk.write(create) }
        #expect(taken?.holder == first)
        #expect(try desk.store.read { try $0.requestID(codeHash: [1, 2, 3]) } == first)
        try await desk.write { transaction -> Void in
            guard var request = try transaction.snapshot.sessionRequest(first) else { throw TestFailure("gone") }
            let events = try request.closed(reason: .done, note: nil, by: Samples.ana, at: Samples.time(1))
            try transaction.record(events) { _ in [1, 2, 3] }
            #expect(try transaction.snapshot.requestID(codeHash: [1, 2, 3]) == nil)
            // In the same transaction already.
            #expect(try create(transaction) == 3)
        }
        #expect(try desk.store.read { try $0.requestID(codeHash: [1, 2, 3]) } == 3)
        #expect(try desk.events().count == 3)
    }

    @Test("what is undone neither takes a code nor gives one up")
    func undone() async throws {
        let desk = try TestDesk()
        _ = try await desk.create("Maria")
        await #expect(throws: TestFailure.self) {
            try await desk.write { transaction -> Void in
                try transaction.change(1) { $0.linkRotated(by: Samples.ana, at: Samples.time(1)) }
                try transaction.create(Samples.draft("Jonas"))
                throw TestFailure("undo")
            }
        }
        #expect(try Self.holder(desk, 1) == 1)
        #expect(try Self.holder(desk, 1, generation: 2) == nil)
        #expect(try Self.holder(desk, 2) == nil)
        try await desk.write { transaction -> Void in
            try transaction.change(1) { $0.linkRotated(by: Samples.ana, at: Samples.time(1)) }
        }
        #expect(try Self.holder(desk, 1, generation: 2) == 1)
    }
}
