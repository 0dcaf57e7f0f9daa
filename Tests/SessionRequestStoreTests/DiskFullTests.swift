internal import Dispatch
internal import SessionRequestModel
internal import SessionRequestStore
internal import Synchronization
internal import Testing

@Suite("A full disk")
struct DiskFullTests {
    private static func large() throws -> SessionRequestDraft {
        var draft = try Samples.draft()
        draft.comments = String(repeating: "word ", count: 800)
        return draft
    }

    private static func isFull(_ error: any Error) -> Bool {
        if case .storageFull = error as? StoreError { true } else { false }
    }

    /// Creates of 4 KB each: with many in one group the room ends in a statement, because pages leave the cache early;
    /// with few of them it ends at the commit.
    @Test("the whole group fails, reads go on, and with room again so do writes", arguments: [1, 20, 400])
    func fills(_ size: Int) async throws {
        let disk = try SmallDisk(kilobytes: 8192)
        let desk = try TestDesk(in: disk.path)
        let kept = try await desk.create("Maria", "Jonas")
        try disk.fill(leaving: 0)
        for _ in 0..<2 {
            let outcomes = await Self.group(desk, size)
            #expect(outcomes.count == size && outcomes.allSatisfy { $0.map(Self.isFull) == true })
            let group = try #require(desk.committed.last)
            #expect(group.events.isEmpty)
            #expect(group.failure.map(Self.isFull) == true)
            #expect(group.nextDeadline == Samples.time(86_400))
            #expect(try desk.request(kept[1])?.recipient.name == "Jonas")
            #expect(try desk.events().map(\.sequence) == [1, 2])
            #expect(try desk.store.read { try $0.summary(at: Samples.time(0)).byStatus } == [.open: 2])
        }
        disk.makeRoom()
        let outcomes = await Self.group(desk, size)
        #expect(outcomes.allSatisfy { $0 == nil })
        #expect(try desk.events().map(\.sequence) == Array(1...Int64(size) + 2))
        desk.store.close()
        #expect(try TestDesk(in: disk.path).events().count == size + 2)
    }

    @Test("however much room is left, a group is there whole or not at all, and the log has no gap")
    func anywhere() async throws {
        let disk = try SmallDisk(kilobytes: 4096)
        let desk = try TestDesk(in: disk.path)
        var expected = 0
        for room in stride(from: 0, through: 480, by: 24) {
            try disk.fill(leaving: room)
            let outcomes = await Self.group(desk, 8)
            let succeeded = outcomes.count { $0 == nil }
            #expect(succeeded == 0 || succeeded == 8)
            #expect(outcomes.allSatisfy { $0.map(Self.isFull) ?? true })
            expected += succeeded
            #expect(try desk.events().map(\.sequence) == (expected == 0 ? [] : Array(1...Int64(expected))))
            disk.makeRoom()
        }
        #expect(expected > 0)
    }

    @Test("a store that finds no room to be made says so, and can be made later")
    func opening() throws {
        let disk = try SmallDisk(kilobytes: 512)
        try disk.fill(leaving: 0)
        let error = #expect(throws: StoreError.self) { try TestDesk(in: disk.path) }
        #expect(error.map(Self.isFull) == true, "\(String(describing: error))")
        disk.makeRoom()
        _ = try TestDesk(in: disk.path)
    }

    /// Submits creates that share one group, and gives the error of each.
    private static func group(_ desk: TestDesk, _ size: Int) async -> [(any Error)?] {
        let errors = Mutex<[(any Error)?]>([])
        let done = DispatchSemaphore(value: 0)
        desk.together {
            for number in 1...size {
                desk.store.write({ try $0.create(large()).id }) { result in
                    errors.withLock { errors in
                        if case .failure(let error) = result { errors.append(error) } else { errors.append(nil) }
                    }
                    if number == size { done.signal() }
                }
            }
        }
        await GroupCommitTests.wait(done)
        return errors.withLock { $0 }
    }
}
