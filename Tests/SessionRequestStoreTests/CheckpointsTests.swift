internal import Dispatch
internal import SessionRequestModel
internal import SessionRequestStore
internal import Synchronization
internal import Testing

@Suite("Checkpoints")
struct CheckpointsTests {
    /// Submits the next create from the answer to the one before, so that the writer never rests.
    private final class Chain: Sendable {
        private let left: Atomic<Int>
        let done = DispatchSemaphore(value: 0)

        init(_ count: Int) {
            left = Atomic(count)
        }

        func next(_ store: Store) {
            store.write({ try $0.create(Samples.draft()).id }) { result in
                guard (try? result.get()) != nil, self.left.subtract(1, ordering: .relaxed).newValue > 0 else {
                    self.done.signal()
                    return
                }
                self.next(store)
            }
        }
    }

    @Test("the log of SQLite starts over while the writer never rests, and nothing is lost")
    func startsOver() async throws {
        let disk = try SmallDisk(kilobytes: 256 * 1024)
        let desk = try TestDesk(in: disk.path)
        let chain = Chain(4000)
        chain.next(desk.store)
        await GroupCommitTests.wait(chain.done)
        // Without it the log would hold more than five pages for each create.
        let bytes = try Files.read(disk.path + "/desk.sqlite-wal").count
        #expect(bytes < 4000 * 5 * 4096 / 2, "\(bytes)")
        #expect(try desk.events().map(\.sequence) == Array(1...4000))
        desk.store.close()
        #expect(try Files.read(disk.path + "/desk.sqlite-wal").isEmpty)
        let again = try TestDesk(in: disk.path)
        #expect(try again.events().count == 4000)
        #expect(try again.store.read { try $0.summary(at: Samples.time(0)).byStatus } == [.open: 4000])
    }

    @Test("a read that lasts keeps what it sees, and the log starts over once it is through")
    func longRead() async throws {
        let disk = try SmallDisk(kilobytes: 256 * 1024)
        let desk = try TestDesk(in: disk.path)
        _ = try await desk.create("Maria")
        try desk.store.read { (snapshot) throws in
            #expect(try snapshot.logBounds().latest == 1)
            let chain = Chain(1500)
            chain.next(desk.store)
            chain.done.wait()
            #expect(try snapshot.logBounds().latest == 1)
            #expect(try snapshot.sessionRequests(ListQuery(), at: Samples.time(0)).requests.count == 1)
        }
        let before = try Files.read(disk.path + "/desk.sqlite-wal").count
        let chain = Chain(3000)
        chain.next(desk.store)
        await GroupCommitTests.wait(chain.done)
        let after = try Files.read(disk.path + "/desk.sqlite-wal").count
        #expect(after < before + 3000 * 5 * 4096 / 2, "\(before) \(after)")
        #expect(try desk.events().count == 4501)
    }
}
