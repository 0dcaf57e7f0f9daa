internal import SessionRequestModel
internal import SessionRequestStore
internal import Testing

@Suite("The outbox")
struct OutboxTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    private func add(
        _ kind: DeliveryKind, to endpoint: String? = nil, request: Int64? = 1, event: Int64? = nil, at seconds: Int64
    ) async throws {
        try await desk.write { transaction in
            transaction.addDelivery(
                OutboxEntry(
                    kind: kind, purpose: endpoint == nil ? .invitation : .event, endpoint: endpoint, request: request,
                    event: event, at: Samples.time(seconds)))
        }
    }

    private func next(
        _ kinds: Set<DeliveryKind> = Set(DeliveryKind.allCases), to endpoints: [String] = [], at seconds: Int64
    ) throws -> OutboxEntry? {
        try desk.store.read {
            try $0.nextDelivery(kinds: kinds, endpoints: endpoints, at: Samples.time(seconds))
        }
    }

    private func change(_ id: Int64, _ change: @escaping @Sendable (inout OutboxEntry) -> Void) async throws {
        try await desk.write { transaction -> Void in
            guard var entry = try transaction.snapshot.delivery(id) else { throw TestFailure("no delivery \(id)") }
            change(&entry)
            try transaction.updateDelivery(entry)
        }
    }

    @Test("gives what has been due for longest, of the kinds that are asked for, and nothing before its time")
    func longestDue() async throws {
        try await add(.email, at: 10)
        try await add(.sms, at: 5)
        try await add(.webhook, to: "crm", at: 1)
        #expect(try next(at: 4) == nil)
        #expect(try next(at: 5)?.kind == .sms)
        #expect(try next([.email], at: 9) == nil)
        #expect(try next([.email], at: 10)?.id == 1)
        #expect(try next(to: ["crm"], at: 10)?.kind == .webhook)
        #expect(try next(to: ["other"], at: 10)?.kind == .sms)
    }

    @Test("gives of each endpoint only the first one, whatever comes behind it")
    func inOrder() async throws {
        for _ in 0..<2 { try await add(.webhook, to: "a", at: 0) }
        try await add(.webhook, to: "b", at: 0)
        #expect(try next(to: ["a", "b"], at: 0)?.id == 1)
        try await change(1) { $0.due = Samples.time(50) }
        #expect(try next(to: ["a", "b"], at: 0)?.id == 3)
        #expect(try next(to: ["a"], at: 49) == nil)
        try await desk.write { try $0.removeDelivery(1) }
        #expect(try next(to: ["a"], at: 0)?.id == 2)
    }

    @Test("is told with each commit that changed it, and with no other", arguments: [true, false])
    func told(_ holds: Bool) async throws {
        _ = try await desk.create("Maria")
        #expect(desk.committed.last?.outbox == nil)
        try await add(.email, at: 10)
        try await add(.webhook, to: "crm", at: 20)
        if holds {
            try await change(1) {
                $0.holder = 7
                $0.due = Samples.time(130)
            }
        }
        var state = OutboxState()
        state.lines = [
            OutboxState.Line(kind: .email, due: Samples.time(holds ? 130 : 10), isHeld: holds),
            OutboxState.Line(kind: .webhook, endpoint: "crm", due: Samples.time(20), isHeld: false),
        ]
        #expect(desk.committed.last?.outbox == state)
    }

    @Test("keeps all that is known of an entry")
    func kept() async throws {
        try await add(.email, request: 3, at: 10)
        for sequel in [OutboxSequel.send(.canceled), .nothing, .invitationElsewhere, .nothingElsewhere, nil] {
            try await change(1) {
                $0.sequel = sequel
                $0.attempts = 4
                $0.holder = 9
                $0.error = "451 later"
                $0.due = Samples.time(99)
            }
            let entry = try #require(try desk.store.read { try $0.delivery(to: 3, by: .email) })
            #expect(entry.sequel == sequel && entry.attempts == 4 && entry.holder == 9 && entry.error == "451 later")
            #expect(entry.due == Samples.time(99) && entry.createdAt == Samples.time(10) && entry.id == 1)
        }
        #expect(try desk.store.read { try $0.deliveries(heldBy: 9).map(\.id) } == [1])
        #expect(try desk.store.read { try $0.deliveries(heldBy: 8) }.isEmpty)
        #expect(try desk.store.read { try $0.delivery(to: 3, by: .sms) } == nil)
    }

    @Test("never gives a number twice, not even after all is gone")
    func numbers() async throws {
        try await add(.email, at: 0)
        try await desk.write { try $0.removeDelivery(1) }
        try await add(.email, at: 0)
        #expect(try next(at: 0)?.id == 2)
    }

    @Test("is undone with the command that wrote it")
    func undone() async throws {
        try await add(.email, at: 0)
        await #expect(throws: TestFailure.self) {
            try await desk.write { transaction -> Void in
                transaction.addDelivery(OutboxEntry(kind: .sms, purpose: .invitation, request: 1, at: Samples.time(0)))
                guard let entry = try transaction.snapshot.delivery(1) else { throw TestFailure("gone") }
                try transaction.buryDelivery(entry, at: Samples.time(1))
                throw TestFailure("no")
            }
        }
        #expect(desk.committed.last?.deadLetters == [])
        #expect(try desk.store.read { try $0.outboxCounts() }.waiting == [.email: 1])
    }

    @Test("goes with its request, and with the event that it is of")
    func retention() async throws {
        _ = try await desk.create("Maria", "Jonas")
        try await add(.email, request: 1, at: 0)
        try await add(.webhook, to: "crm", request: 1, event: 1, at: 0)
        try await add(.webhook, to: "crm", request: 2, event: 2, at: 0)
        try await desk.write { transaction -> Void in
            guard let entry = try transaction.snapshot.delivery(1) else { throw TestFailure("gone") }
            try transaction.buryDelivery(entry, at: Samples.time(1))
            try transaction.change(1) {
                try $0.closed(reason: .done, note: nil, by: Samples.ana, at: Samples.time(100))
            }
        }
        let before = try desk.store.read { try $0.outboxCounts() }
        #expect(before.failed == [.email: 1] && before.waiting == [.webhook: 2])
        _ = try await desk.write { try $0.dropEnded(before: Samples.time(200), maxEvents: 1000, limit: 10) }
        let after = try desk.store.read { try $0.outboxCounts() }
        #expect(after.failed.isEmpty && after.waiting == [.webhook: 1])
        #expect(desk.committed.last?.outbox?.lines.count == 1)
    }

    @Test("tells when the next recipient is to be reminded")
    func reminders() async throws {
        try await desk.write { transaction -> Void in
            var draft = try Samples.draft()
            draft.recipient = try Recipient(name: "Maria", email: "maria@example.org")
            draft.schedule = try Schedule(startsAt: Samples.time(7200))
            draft.invitesByEmail = true
            draft.reminderMinutes = [60]
            try transaction.create(draft)
        }
        #expect(desk.committed.last?.outbox?.nextReminder == Samples.time(3600))
        #expect(desk.committed.last?.nextDeadline == Samples.time(3600))
        try await desk.write { transaction -> Void in
            try transaction.change(1) { $0.timePassed(to: Samples.time(3600)) }
        }
        #expect(desk.committed.last?.outbox?.nextReminder == nil)
        #expect(desk.committed.last?.nextDeadline != Samples.time(3600))
    }
}
