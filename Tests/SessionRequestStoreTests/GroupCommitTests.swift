internal import Dispatch
internal import SessionRequestModel
internal import SessionRequestStore
internal import Synchronization
internal import Testing

@Suite("Writing in groups")
struct GroupCommitTests {
    struct Refusal: Error {}

    @Test("answers come in the order of submission, after one commit for all")
    func order() async throws {
        let desk = try TestDesk()
        let answers = Mutex<[Int]>([])
        let done = DispatchSemaphore(value: 0)
        desk.together {
            for number in 0..<100 {
                desk.store.write({ try $0.create(Samples.draft()).id }) { result in
                    let id = try? result.get()
                    answers.withLock { $0.append(id.map { Int($0) - 1 == number ? number : -1 } ?? -2) }
                    if number == 99 { done.signal() }
                }
            }
        }
        await Self.wait(done)
        #expect(answers.withLock { $0 } == Array(0..<100))
        #expect(desk.committed.last?.events.count == 100)
        #expect(desk.committed.last?.events.map(\.sequence) == Array(1...100))
    }

    @Test("what a command throws undoes its own writes and nobody else's", arguments: [false, true])
    func isolation(_ readsBetween: Bool) async throws {
        let desk = try TestDesk()
        let done = DispatchSemaphore(value: 0)
        let outcomes = Mutex<[Bool]>([])
        desk.together {
            for number in 0..<9 {
                desk.store.write { transaction in
                    let request = try transaction.create(Samples.draft("Person \(number)"))
                    // Reading makes the store write what it holds back: then a savepoint must undo it.
                    if readsBetween { #expect(try transaction.snapshot.sessionRequest(request.id) != nil) }
                    try transaction.change(request.id) { try $0.opened(by: .recipient, at: Samples.time(1)) }
                    try transaction.keepAnswer(
                        KeptAnswer(fingerprint: [1], event: 1), uid: 7, key: "key \(number)", at: Samples.time(0))
                    try transaction.setOwner(UInt32(number), ofClient: "\(number)", at: Samples.time(0))
                    if number % 3 == 1 { throw Refusal() }
                } answer: { result in
                    if case .failure(let error) = result { #expect(error is Refusal) }
                    outcomes.withLock { $0.append((try? result.get()) != nil) }
                    if number == 8 { done.signal() }
                }
            }
        }
        await Self.wait(done)
        #expect(outcomes.withLock { $0 } == (0..<9).map { $0 % 3 != 1 })
        let group = try #require(desk.committed.last)
        #expect(group.failure == nil)
        #expect(group.events.map(\.sequence) == Array(1...12))
        #expect(group.events.compactMap { $0.event.sessionRequest?.recipient.name }.contains("Person 1") == false)
        let logged = try desk.events()
        #expect(logged.map(\.sequence) == Array(1...12))
        try desk.store.read { snapshot in
            let listed = try snapshot.sessionRequests(ListQuery(), at: Samples.time(0)).requests
            #expect(listed.map(\.recipient.name) == [8, 6, 5, 3, 2, 0].map { "Person \($0)" })
            #expect(try snapshot.summary(at: Samples.time(0)).byStatus == [.waiting: 6])
            for number in 0..<9 {
                let isThere = number % 3 != 1
                let kept = try snapshot.keptAnswer(uid: 7, key: "key \(number)", since: Samples.time(0))
                #expect((kept != nil) == isThere)
                #expect((try snapshot.owner(ofClient: "\(number)") != nil) == isThere)
            }
        }
    }

    @Test("numbers are never used again, neither after a refusal nor after a restart")
    func numbers() async throws {
        let directory = try TestDesk.newDirectory()
        defer { TestDesk.remove(directory) }
        var ids: [Int64] = []
        for _ in 0..<2 {
            let desk = try TestDesk(in: directory)
            ids += try await desk.create("Maria", "Jonas")
            await #expect(throws: Refusal.self) {
                try await desk.write { transaction -> Void in
                    try transaction.create(Samples.draft())
                    throw Refusal()
                }
            }
            ids += try await desk.create("Ana")
        }
        #expect(ids == ids.sorted() && Set(ids).count == ids.count)
        #expect(try TestDesk(in: directory).events().map(\.sequence) == Array(1...6))
    }

    @Test("closing finishes what was submitted; what comes later is refused")
    func closing() async throws {
        let directory = try TestDesk.newDirectory()
        defer { TestDesk.remove(directory) }
        let desk = try TestDesk(in: directory)
        let answered = Atomic(0)
        desk.together {
            for _ in 0..<700 {
                desk.store.write({ try $0.create(Samples.draft()).id }) { result in
                    if (try? result.get()) != nil { answered.add(1, ordering: .relaxed) }
                }
            }
        }
        desk.store.close()
        #expect(answered.load(ordering: .relaxed) == 700)
        let error = await #expect(throws: StoreError.self) { try await desk.create("Late") }
        guard case .closed = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(throws: StoreError.self) { try desk.request(1) }
        desk.store.close()
        #expect(try Files.read(directory + "/desk.sqlite-wal").isEmpty)
        #expect(try TestDesk(in: directory).events().count == 700)
    }

    static func wait(_ semaphore: DispatchSemaphore) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                semaphore.wait()
                continuation.resume()
            }
        }
    }
}
