internal import SessionRequestModel

/// Requests of every shape that the model can have, the same for the same seed.
struct RandomRequests {
    /// SplitMix64.
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private var generator: Generator

    init(seed: UInt64) {
        generator = Generator(state: seed)
    }

    mutating func request(id: Int64) throws -> SessionRequest {
        var request = SessionRequest(
            id: id, recipient: try recipient(), createdBy: actor(), createdAt: time(), expiresAt: time(),
            priority: pick(Priority.allCases), tags: try texts(3), customFields: [:])
        for index in 0..<number(4) { request.customFields["field.\(index)"] = maybe(text(40)) ?? "" }
        request.revision = Int64(number(1000)) + 1
        request.status = pick(Status.allCases)
        request.statusSince = time()
        request.subject = maybe(text(30))
        request.comments = maybe(text(200, lines: true))
        request.assignee = maybe(pick([.agent(text(8)), .queue("tier-\(number(9))"), .client("\(number(1 << 30))")]))
        request.updatedAt = time()
        let start = time()
        request.schedule = try maybe(
            Schedule(
                startsAt: start, endsAt: maybe(start.adding(seconds: 1 + Int64(number(9999)))),
                timeZone: maybe("Europe/Madrid")))
        request.invitation = maybe(Invitation(email: delivery(), sms: delivery())) ?? .notRequested
        request.join = try maybe(join())
        request.connection = maybe(Connection(agent: actor(), since: time(), leased: number(2) == 0))
        request.closed = maybe(
            Closure(reason: pick(Closure.Reason.allCases), by: actor(), at: time(), note: maybe(text(50, lines: true))))
        request.feedback = try maybe(Feedback(rating: 1 + number(5), comment: maybe(text(50, lines: true)), at: time()))
        request.denials = number(4)
        request.externalReference = try maybe(
            ExternalReference(system: text(9), id: text(9), url: maybe("https://example.org/\(number(99))")))
        request.accessRequestedAt = maybe(time())
        request.accessLastRequestedAt = maybe(time())
        request.linkGeneration = Int64(1 + number(3))
        request.codeAttempt = Int64(number(3))
        request.reminders = (0..<number(3)).map { _ in time() }
        request.hasJoined = number(2) == 1
        request.calendarSequence = number(3)
        request.isUnscheduled = number(2) == 1
        return request
    }

    private mutating func recipient() throws -> Recipient {
        try Recipient(
            name: text(20), email: maybe("m\(number(99))@example.org"), phone: maybe("+34 555 \(number(9999))"),
            language: maybe("pt-BR"))
    }

    private mutating func join() throws -> Join {
        try Join(
            method: pick([.assist, .client, .manual]),
            client: try maybe(JoinClient(name: text(9), version: maybe("9.0.\(number(9))"), platform: maybe("linux"))),
            target: Target(scheme: "anydesk", address: "\(100_000_000 + number(99999))", allowsPrivateHosts: false),
            grantedAt: time(), permissions: maybe(["screen", "input:mouse"]) ?? [], leaseExpiresAt: maybe(time()))
    }

    private mutating func actor() -> Actor {
        Actor(
            kind: pick(Actor.Kind.allCases), uid: maybe(UInt32(number(1 << 32 - 1))), user: maybe(text(9)),
            pid: maybe(Int32(number(1 << 22))), program: maybe(text(9)))
    }

    private mutating func delivery() -> Delivery {
        Delivery(
            state: pick(Delivery.State.allCases), at: maybe(time()), attempts: number(9), error: maybe(text(30)),
            reachedAt: maybe(time()))
    }

    private mutating func time() -> Timestamp { Timestamp(milliseconds: Int64(number(4_000_000_000_000))) }

    private mutating func texts(_ count: Int) throws -> [String] {
        (0..<number(count + 1)).map { "\($0) \(text(9))" }
    }

    /// One to `length` characters, the first a letter, among them what JSON escapes, and some of two, three and four bytes.
    private mutating func text(_ length: Int, lines: Bool = false) -> String {
        let alphabet = Array("abcXYZ 019-_./\\\"'<&>{}[],:äßłж中文🙂\u{301}é" + (lines ? "\n\t\r" : ""))
        return "x" + String((0..<number(length)).map { _ in pick(alphabet) })
    }

    private mutating func number(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

    private mutating func pick<Element>(_ list: [Element]) -> Element { list[number(list.count)] }

    private mutating func maybe<Value>(_ value: Value) -> Value? { number(2) == 0 ? value : nil }
}
