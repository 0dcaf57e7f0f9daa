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
        private let looks: Bool
        let done = DispatchSemaphore(value: 0)

        /// - Parameter looks: whether somebody looks at the store upon each answer, before the log can be folded back.
        init(_ count: Int, looks: Bool = false) {
            left = Atomic(count)
            self.looks = looks
        }

        func next(_ store: Store) {
            store.write({ try $0.create(Samples.draft()).id }) { result in
                guard (try? result.get()) != nil, self.left.subtract(1, ordering: .relaxed).newValue > 0 else {
                    self.done.signal()
                    return
                }
                if self.looks { _ = try? store.read { try $0.logBounds() } }
                self.next(store)
            }
        }
    }

    /// A create puts three pages into the log, or more.
    private static let bytesOfCreate = 3 * 2048

    @Test("the log of SQLite starts over while the writer never rests, after a look that no other follows")
    func startsOver() async throws {
        let disk = try SmallDisk(kilobytes: 256 * 1024)
        let desk = try TestDesk(in: disk.path)
        try await desk.create("Maria")
        #expect(try desk.request(1)?.status == .open)
        let chain = Chain(2999)
        chain.next(desk.store)
        await GroupCommitTests.wait(chain.done)
        let bytes = try Files.read(disk.path + "/desk.sqlite-wal").count
        #expect(bytes < 3000 * Self.bytesOfCreate / 2, "\(bytes)")
        #expect(try desk.events().map(\.sequence) == Array(1...3000))
        desk.store.close()
        #expect(try Files.read(disk.path + "/desk.sqlite-wal").isEmpty)
        let again = try TestDesk(in: disk.path)
        #expect(try again.events().count == 3000)
        #expect(try again.store.read { try $0.summary(at: Samples.time(0)).byStatus } == [.open: 3000])
    }

    @Test("the log starts over though somebody looks after each commit, before it is folded back")
    func looksBeforeFolding() async throws {
        let disk = try SmallDisk(kilobytes: 256 * 1024)
        let desk = try TestDesk(in: disk.path)
        let chain = Chain(3000, looks: true)
        chain.next(desk.store)
        await GroupCommitTests.wait(chain.done)
        let bytes = try Files.read(disk.path + "/desk.sqlite-wal").count
        #expect(bytes < 3000 * Self.bytesOfCreate / 2, "\(bytes)")
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
        #expect(before > 1500 * Self.bytesOfCreate, "\(before)")
        let chain = Chain(3000)
        chain.next(desk.store)
        await GroupCommitTests.wait(chain.done)
        let after = try Files.read(disk.path + "/desk.sqlite-wal").count
        #expect(after < before + 3000 * Self.bytesOfCreate / 2, "\(before) \(after)")
        #expect(try desk.events().count == 4501)
    }

    @Test("a look sees each commit that was answered before it, while others look too")
    func looksBetweenCommits() async throws {
        let desk = try TestDesk()
        let isOver = Atomic(false)
        let looking = DispatchGroup()
        for _ in 0..<2 {
            DispatchQueue.global().async(group: looking) {
                var latest: Int64 = 0
                while !isOver.load(ordering: .relaxed) {
                    let seen = (try? desk.store.read { try $0.logBounds().latest }) ?? -1
                    #expect(seen >= latest)
                    latest = seen
                }
            }
        }
        for count in 1...100 {
            try await desk.create("Maria")
            #expect(try desk.store.read { try $0.logBounds().latest } == Int64(count))
        }
        isOver.store(true, ordering: .relaxed)
        await withCheckedContinuation { over in looking.notify(queue: .global()) { over.resume() } }
    }
}
