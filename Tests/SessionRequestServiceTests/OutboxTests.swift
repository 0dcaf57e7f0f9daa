internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire
internal import Testing

@Suite("The outbox, from one attempt to the next")
struct OutboxTests {
    private let desk: TestDesk
    private let first = OutboxTests.courier(1)
    private let second = OutboxTests.courier(2)

    init() throws {
        desk = try TestDesk { $0.outbox.backoff = DeliveryBackoff(maxAttempts: 3) }
    }

    private static func courier(_ connection: Int) -> Caller {
        Caller(
            connection: connection, uid: 900, pid: nil, user: "courier", groups: [], door: .courier, roles: [.courier])
    }

    private func invite() async throws -> Int64 {
        let recipient = WireRecipient(name: "Maria", email: "maria@example.org")
        return try await desk.create(.init(recipient: recipient, sendInvitation: .init(email: true))).id ?? 0
    }

    private func take(by courier: Caller, lease: Double? = nil) async throws -> WireDueDelivery? {
        let wish = try desk.desk.deliveryWish(.init(leaseSeconds: lease))
        return try await desk.write(desk.desk.takeDelivery(wish, by: courier))
    }

    private func ack(_ delivery: WireDueDelivery?, by courier: Caller) async throws -> Bool {
        try await desk.write(desk.desk.acknowledge(.init(id: delivery?.id ?? 0), by: courier)).acknowledged
    }

    private func fail(
        _ delivery: WireDueDelivery?, by courier: Caller, retryable: Bool? = nil, chance: Double = 0
    ) async throws -> String? {
        let params = DeliveryMethods.Fail.Params(id: delivery?.id ?? 0, error: "451 later", retryable: retryable)
        return try await desk.write(desk.desk.fail(params, chance: chance, by: courier)).retryAt
    }

    @Test("A lease that ran out may be acknowledged until another has the delivery")
    func lateAcknowledgement() async throws {
        _ = try await invite()
        let taken = try await take(by: first, lease: 5)
        #expect(try await take(by: second) == nil)
        desk.clock.advance(milliseconds: 5000)
        #expect(try await ack(taken, by: first))
        _ = try await invite()
        let other = try await take(by: first, lease: 5)
        desk.clock.advance(milliseconds: 5000)
        let again = try await take(by: second, lease: 5)
        #expect(again?.key == other?.key && again?.attempt == 2)
        #expect(try await !ack(other, by: first))
        let refused = try await refusal { try await fail(other, by: first) }
        #expect(refused.reason == .notFound)
        #expect(try await ack(again, by: second))
    }

    @Test("It waits as the back-off says, and is taken no sooner")
    func backoff() async throws {
        _ = try await invite()
        let taken = try await take(by: first)
        let retryAt = try await fail(taken, by: first, chance: 1)
        #expect(retryAt == Timestamp(milliseconds: desk.clock.now.milliseconds + 36_000).rfc3339)
        desk.clock.advance(milliseconds: 35_999)
        #expect(try await take(by: second) == nil)
        desk.clock.advance(milliseconds: 1)
        #expect(try await take(by: second)?.attempt == 2)
    }

    @Test("What kills each courier that takes it is given up in the end, with a reason")
    func poison() async throws {
        let id = try await invite()
        for attempt in 1...3 {
            #expect(try await take(by: first)?.attempt == Int64(attempt))
            try await desk.write(desk.desk.deliveriesLost(by: first.connection))
        }
        #expect(try await take(by: second) == nil)
        let email = try desk.kept(id).invitation.email
        #expect(email.state == .failed && email.attempts == 3)
        #expect(email.error == "it was taken 3 times, and nobody said how it went")
        #expect(try desk.types().last == .invitationFailed)
        #expect(try desk.read { try $0.outboxCounts().failed } == [.email: 1])
    }

    @Test("What was taken and could not be handed over counts no attempt")
    func returned() async throws {
        _ = try await invite()
        let taken = try await take(by: first)
        try await desk.write(desk.desk.deliveryReturned(taken?.id ?? 0, by: first.connection))
        #expect(try await take(by: second)?.attempt == 1)
    }

    @Test("A start gives back what the process before it had handed out")
    func restarted() async throws {
        _ = try await invite()
        let taken = try await take(by: first, lease: 3600)
        try await desk.write(desk.desk.allDeliveriesLost())
        let again = try await take(by: second)
        #expect(again?.key == taken?.key && again?.attempt == 2)
    }

    @Test("Of what nobody invited, and of no endpoint, the outbox holds nothing")
    func empty() async throws {
        let id = try await desk.create()
        try await desk.open(id)
        try await desk.close(id)
        #expect(try desk.read { try $0.outboxState() } == OutboxState())
    }

    @Test("Each failure of an invitation is shown to agents while it waits, and to viewers without its words")
    func shown() async throws {
        let id = try await invite()
        _ = try await fail(take(by: first), by: first)
        #expect(try desk.get(id).invitation.email.error == "451 later")
        #expect(try desk.get(id).invitation.email.attempts == 1)
        #expect(try desk.get(id).invitation.email.state == "queued")
        #expect(try desk.kept(id).invitation.email.attempts == 0)
    }

    @Test("A new invitation takes the dead letter's place")
    func resent() async throws {
        let id = try await invite()
        let dead = try await take(by: first)
        #expect(try await fail(dead, by: first, retryable: false) == nil)
        #expect(try desk.read { try $0.outboxCounts().failed } == [.email: 1])
        try await desk.write(desk.desk.resendInvitation(.init(id: id), by: People.ana))
        #expect(try desk.read { try $0.outboxCounts() }.failed.isEmpty)
        let taken = try await take(by: first)
        #expect(taken?.attempt == 1 && taken?.id != dead?.id)
    }

    @Test("A reminder of a session that has begun is not handed out")
    func stale() async throws {
        let start = desk.clock.now.adding(seconds: 7200)
        let params = Methods.Create.Params(
            recipient: .init(name: "Maria", email: "maria@example.org"), sendInvitation: .init(email: true),
            schedule: .init(startsAt: start.rfc3339))
        _ = try await desk.create(params)
        #expect(try await ack(take(by: first), by: first))
        desk.clock.advance(milliseconds: 7_300_000)
        _ = try await desk.write(desk.desk.catchUpWithClock(limit: 10))
        #expect(try desk.types().last == .reminded)
        #expect(try await take(by: first) == nil)
        #expect(try desk.read { try $0.outboxState().lines }.isEmpty)
    }

    @Test("Kinds, endpoints and leases are held to their bounds")
    func bounds() async throws {
        let kind = try await refusal { try desk.desk.deliveryWish(.init(kinds: ["email", "fax"])) }
        #expect(kind.data.path == "/kinds/1")
        let endpoint = try await refusal { try desk.desk.deliveryWish(.init(endpoints: ["CRM"])) }
        #expect(endpoint.data.path == "/endpoints/0")
    }
}

@Suite("What the outbox asks of who runs the programs")
struct OutboxOutlookTests {
    private static let now = Timestamp(milliseconds: 1_000_000)

    private func outlook(
        _ lines: [OutboxState.Line], reminder: Timestamp? = nil, deadline: Timestamp? = nil,
        _ change: (inout OutboxSettings) -> Void = { _ in }
    ) -> OutboxOutlook {
        var state = OutboxState()
        state.lines = lines
        state.nextReminder = reminder
        var settings = OutboxSettings()
        change(&settings)
        return OutboxOutlook(state, settings, nextDeadline: deadline, at: Self.now)
    }

    private func line(_ kind: DeliveryKind, in seconds: Int64, held: Bool = false, to endpoint: String? = nil)
        -> OutboxState.Line
    {
        OutboxState.Line(kind: kind, endpoint: endpoint, due: Self.now.adding(seconds: seconds), isHeld: held)
    }

    @Test("Nobody is called for what nobody is configured to send, and nobody waits for it")
    func unconfigured() {
        let outlook = outlook([line(.email, in: -5)])
        #expect(!outlook.isPending && !outlook.isAhead && outlook.nextDue == nil)
    }

    @Test("A reminder or an attempt that nobody sends or hears of keeps nobody awake")
    func unheard() {
        let settings: (inout OutboxSettings) -> Void = {
            $0.sendsSMS = false
            $0.webhooks = [WebhookEndpoint(id: "crm", types: [.closed])]
        }
        let outlook = outlook(
            [line(.email, in: 99), line(.sms, in: 60), line(.webhook, in: 60, to: "old")],
            reminder: Self.now.adding(seconds: 99), settings)
        #expect(!outlook.isAhead && outlook.nextDue == nil && !outlook.isPending)
    }

    @Test("The courier is called for what is due or held, not for what is ahead")
    func pending() {
        #expect(outlook([line(.email, in: 0)]) { $0.sendsEmail = true }.isPending)
        #expect(outlook([line(.sms, in: 60, held: true)]) { $0.sendsSMS = true }.isPending)
        let later = outlook([line(.email, in: 60)]) { $0.sendsEmail = true }
        #expect(!later.isPending && later.isAhead && later.nextDue == Self.now.adding(seconds: 60))
    }

    @Test("An endpoint that is not configured any more calls nobody")
    func endpoints() {
        let settings: (inout OutboxSettings) -> Void = { $0.webhooks = [WebhookEndpoint(id: "crm", types: [.closed])] }
        #expect(outlook([line(.webhook, in: 0, to: "crm")], settings).isPending)
        #expect(!outlook([line(.webhook, in: 0, to: "old")], settings).isPending)
    }

    @Test("A reminder, an attempt, or an expiry that an endpoint is told of, keeps the daemon")
    func ahead() {
        #expect(outlook([], reminder: Self.now.adding(seconds: 99)) { $0.sendsEmail = true }.isAhead)
        #expect(outlook([], reminder: Self.now.adding(seconds: 99)) { $0.sendsSMS = true }.isAhead)
        #expect(
            outlook([], reminder: Self.now.adding(seconds: 99)) {
                $0.webhooks = [WebhookEndpoint(id: "a", types: [.reminded])]
            }.isAhead)
        #expect(outlook([line(.email, in: 99)]) { $0.sendsEmail = true }.isAhead)
        #expect(!outlook([], deadline: Self.now.adding(seconds: 99)).isAhead)
        #expect(
            outlook([], deadline: Self.now.adding(seconds: 99)) { $0.webhooks = [WebhookEndpoint(id: "a")] }.isAhead)
        #expect(
            !outlook([], deadline: Self.now.adding(seconds: 99)) {
                $0.webhooks = [WebhookEndpoint(id: "a", types: [.closed])]
            }.isAhead)
    }
}
