internal import SessionRequestModel
internal import SessionRequestStore
internal import Testing

@Suite("What is kept beside the log")
struct KeepingTests {
    @Test("a renewed lease is read with the request and moves its deadline, without an event")
    func lease() async throws {
        let desk = try TestDesk()
        _ = try await desk.create("Maria")
        try await desk.write { transaction -> Void in
            try transaction.change(1) {
                try $0.granted(Samples.join(leaseUntil: Samples.time(60)), by: .recipient, at: Samples.time(10))
            }
        }
        #expect(desk.committed.last?.nextDeadline == Samples.time(60))
        let events = try desk.events().count
        for lease in [Samples.time(90), nil] {
            try await desk.write { transaction -> Void in
                guard var request = try transaction.snapshot.sessionRequest(1) else { throw TestFailure("gone") }
                let join = try Samples.join(leaseUntil: lease)
                #expect(try request.granted(join, by: .recipient, at: Samples.time(20)).isEmpty)
                try transaction.renewLease(of: request)
                #expect(try transaction.snapshot.sessionRequest(1)?.join?.leaseExpiresAt == lease)
            }
            #expect(desk.committed.last?.nextDeadline == lease ?? Samples.time(86_400))
            #expect(try desk.request(1)?.join?.leaseExpiresAt == lease)
            let listed = try desk.list(ListQuery(), at: 0)
            #expect(listed.first?.join?.leaseExpiresAt == lease)
        }
        #expect(try desk.events().count == events)
        // The log says what was so when it was written; the next event has the lease as it is.
        #expect(try desk.events().last?.event.sessionRequest?.join?.leaseExpiresAt == Samples.time(60))
    }

    @Test("what is due comes in the order of its time, and the next deadline is known")
    func due() async throws {
        let desk = try TestDesk()
        #expect(try desk.store.read { try $0.nextDeadline() } == nil)
        for expiry in [300, 100, 200] as [Int64] {
            var draft = try Samples.draft()
            draft.expiresAt = Samples.time(expiry)
            try await desk.write { [draft] in _ = try $0.create(draft) }
        }
        func due(_ seconds: Int64, limit: Int = 10) throws -> [Int64] {
            try desk.store.read { try $0.requestsDue(at: Samples.time(seconds), limit: limit).map(\.id) }
        }
        #expect(try due(99).isEmpty)
        #expect(try due(100) == [2])
        #expect(try due(250) == [2, 3])
        #expect(try due(1000, limit: 2) == [2, 3])
        #expect(try desk.store.read { try $0.nextDeadline() } == Samples.time(100))
        try await desk.write { transaction -> Void in
            try transaction.change(2) { $0.timePassed(to: Samples.time(150)) }
        }
        #expect(try due(1000) == [3, 1])
        #expect(desk.committed.last?.nextDeadline == Samples.time(200))
    }

    @Test("connected requests are known, and have no deadline of their own")
    func connected() async throws {
        let desk = try TestDesk()
        _ = try await desk.create("Maria", "Jonas")
        try await desk.write { transaction -> Void in
            try transaction.change(2) { try $0.granted(Samples.join(), by: .recipient, at: Samples.time(1)) }
            try transaction.change(2) {
                try $0.connected(claimedBy: "ana", leased: true, by: Samples.ana, at: Samples.time(2))
            }
        }
        try desk.store.read { (snapshot) throws in
            #expect(try snapshot.connectedRequestIDs() == [2])
            #expect(try snapshot.requestsDue(at: Samples.time(100_000), limit: 10).map(\.id) == [1])
        }
    }

    @Test("answers are kept for a user and a key, until they are forgotten")
    func answers() async throws {
        let desk = try TestDesk()
        let answer = KeptAnswer(fingerprint: [1, 2, 3], event: 9)
        try await desk.write { try $0.keepAnswer(answer, uid: 7, key: "k", at: Samples.time(10)) }
        try desk.store.read { (snapshot) throws in
            #expect(try snapshot.keptAnswer(uid: 7, key: "k", since: Samples.time(10)) == answer)
            #expect(try snapshot.keptAnswer(uid: 7, key: "k", since: Samples.time(11)) == nil)
            #expect(try snapshot.keptAnswer(uid: 8, key: "k", since: Samples.time(0)) == nil)
            #expect(try snapshot.keptAnswer(uid: 7, key: "K", since: Samples.time(0)) == nil)
        }
        try await desk.write { try $0.forgetAnswers(before: Samples.time(10)) }
        #expect(try desk.store.read { try $0.keptAnswer(uid: 7, key: "k", since: Samples.time(0)) } == answer)
        try await desk.write { try $0.forgetAnswers(before: Samples.time(11)) }
        #expect(try desk.store.read { try $0.keptAnswer(uid: 7, key: "k", since: Samples.time(0)) } == nil)
    }

    @Test("a client identifier has one owner until it has none")
    func owners() async throws {
        let desk = try TestDesk()
        for owner in [1000, 4_294_967_294, nil] as [UInt32?] {
            try await desk.write { try $0.setOwner(owner, ofClient: "123456789", at: Samples.time(0)) }
            #expect(try desk.store.read { try $0.owner(ofClient: "123456789") } == owner)
        }
    }

    @Test("queues are kept as their last event left them")
    func queues() async throws {
        let desk = try TestDesk()
        func queue(_ id: String, _ name: String) -> Queue {
            Queue(
                id: id, name: name, description: "d", users: ["ana"], groups: ["desk", "night"],
                defaultExpirySeconds: 60, defaultLanguage: "de", publicPage: true, strategy: .leastBusy, fallback: "x",
                createdAt: Samples.time(0), updatedAt: Samples.time(1), revision: 2)
        }
        func write(_ type: EventType, _ queue: Queue, before: Queue?) async throws {
            try await desk.write { transaction -> Void in
                try transaction.record([
                    Event(type: type, at: Samples.time(1), actor: Samples.ana, subject: .queue(queue, before: before))
                ])
            }
        }
        try await write(.queueCreated, queue("b", "Bee"), before: nil)
        try await write(.queueCreated, queue("a", "Ant"), before: nil)
        try await write(.queueUpdated, queue("b", "Bear"), before: queue("b", "Bee"))
        #expect(try desk.store.read { try $0.queues() } == [queue("a", "Ant"), queue("b", "Bear")])
        try await write(.queueDeleted, queue("a", "Ant"), before: nil)
        #expect(try desk.store.read { try $0.queue("a") } == nil)
        #expect(try desk.store.read { try $0.queue("b") } == queue("b", "Bear"))
        let last = try desk.events().map(\.event.subject)
        #expect(last[2] == .queue(queue("b", "Bear"), before: queue("b", "Bee")))
    }
}
