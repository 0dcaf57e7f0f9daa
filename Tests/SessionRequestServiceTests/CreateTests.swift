internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire
internal import Testing

@Suite("Creating")
struct CreateTests {
    private let desk: TestDesk
    private let maria = WireRecipient(name: "Maria")

    init() throws { desk = try TestDesk() }

    @Test("needs a name and nothing else")
    func least() async throws {
        let request = try await desk.create(.init(recipient: maria))
        #expect(request.id == 1)
        #expect(request.status == "open")
        #expect(request.revision == 1)
        #expect(request.assignee == nil)
        #expect(request.priority == "normal")
        #expect(request.createdBy == WireActor(kind: "user", uid: 1000, user: "ana", pid: 77))
        #expect(request.expiresAt == desk.clock.now.adding(seconds: 86_400).rfc3339)
        #expect(request.link?.hasPrefix("http://localhost:7080/s/") == true)
        #expect(request.code?.utf8.count == 9)
        #expect(try desk.types() == [.created])
    }

    @Test("keeps everything that is said")
    func everything() async throws {
        try await desk.createQueue()
        let request = try await desk.create(
            .init(
                recipient: .init(name: "Maria", email: "maria@example.com", phone: "+351 21 000", language: "pt-PT"),
                subject: "Printer", assignee: .queue("tier-1"), comments: "second floor",
                sendInvitation: .init(email: true, sms: true),
                schedule: .init(startsAt: "2026-11-24T11:00:00+01:00", endsAt: "2026-11-24T12:00:00Z"),
                priority: "urgent", tags: ["vip", "printer"],
                externalReference: .init(system: "crm", id: "7", url: "https://crm.example.com/7"),
                customFields: ["site": "Lisboa"]))
        #expect(request == (try desk.get(request.id ?? 0)))
        #expect(request.schedule?.startsAt == "2026-11-24T10:00:00.000Z")
        #expect(request.schedule?.timeZone == "UTC")
        #expect(request.expiresAt == "2026-11-25T12:00:00.000Z")
        #expect(request.invitation.email.state == "queued")
        #expect(request.assignee == .queue("tier-1"))
        #expect(request.revision == 1)
        #expect(try desk.types() == [.queueCreated, .created])
    }

    @Test("takes a time zone that exists and refuses one that does not")
    func timeZones() async throws {
        let start = "2026-11-24T10:00:00Z"
        let lisbon = WireSchedule(startsAt: start, timeZone: "Europe/Lisbon")
        #expect(try await desk.create(.init(recipient: maria, schedule: lisbon)).schedule?.timeZone == "Europe/Lisbon")
        for zone in ["Europe/Atlantis", "../etc/passwd", ""] {
            let error = try await refusal {
                try await desk.create(.init(recipient: maria, schedule: .init(startsAt: start, timeZone: zone)))
            }
            #expect(error.data.path == "/schedule/timeZone")
        }
    }

    @Test("lives as long as its queue says")
    func queueDefault() async throws {
        try await desk.createQueue(.init(id: "quick", defaultExpirySeconds: 60))
        let request = try await desk.create(.init(recipient: maria, assignee: .queue("quick")))
        #expect(request.expiresAt == desk.clock.now.adding(seconds: 60).rfc3339)
    }

    @Test("does not find a queue that nobody has made, and tells what is wrong with the rest before")
    func unknownQueue() async throws {
        let params = Methods.Create.Params(recipient: maria, assignee: .queue("nowhere"))
        let error = try await refusal { try await desk.create(params) }
        #expect(error.reason == .notFound && error.data.path == "/assignee/id")
        var wrong = params
        wrong.tags = [""]
        #expect(try await refusal { try await desk.create(wrong) }.data.path == "/tags/0")
        var dry = params
        dry.dryRun = true
        #expect(try await refusal { try await desk.create(dry) }.reason == .notFound)
        #expect(try desk.types().isEmpty)
    }

    @Test("tells me from an agent, a queue and a client of that name")
    func me() async throws {
        #expect(try await desk.create(.init(recipient: maria, assignee: .me)).assignee == .agent("ana"))
        let client = try await desk.create(.init(recipient: maria, assignee: .client("me")))
        #expect(client.assignee == .client("me"))
        try await desk.createQueue(.init(id: "me"))
        #expect(try await desk.create(.init(recipient: maria, assignee: .queue("me"))).assignee == .queue("me"))
    }

    @Test("as a dry run says what would be, and leaves nothing")
    func dryRun() async throws {
        let params = Methods.Create.Params(recipient: maria, idempotencyKey: "k", dryRun: true)
        for _ in 0..<2 {
            let request = try await desk.create(params)
            #expect(request.id == nil && request.link == nil && request.code == nil)
            #expect(request.status == "open")
            #expect(request.allowedActions?.contains("close") == true)
        }
        #expect(try desk.events().isEmpty)
        var real = params
        real.dryRun = nil
        #expect(try await desk.create(real).id == 1)
        #expect(try await desk.create(params).id == nil)
        var other = params
        other.subject = "another"
        #expect(try await refusal { try await desk.create(other) }.reason == .idempotencyMismatch)
    }

    struct Fault: Sendable {
        var path: String
        var change: @Sendable (inout Methods.Create.Params) -> Void

        init(_ path: String, _ change: @escaping @Sendable (inout Methods.Create.Params) -> Void) {
            self.path = path
            self.change = change
        }
    }

    static let faults: [Fault] = [
        Fault("/recipient/name") { $0.recipient.name = "" },
        Fault("/recipient/name") { $0.recipient.name = String(repeating: "é", count: 129) },
        Fault("/recipient/name") { $0.recipient.name = "Maria\u{202E}" },
        Fault("/recipient/email") { $0.recipient.email = "nobody" },
        Fault("/recipient/email") { $0.sendInvitation = .init(email: true) },
        Fault("/recipient/phone") { $0.sendInvitation = .init(sms: true) },
        Fault("/subject") { $0.subject = "two\nlines" },
        Fault("/comments") { $0.comments = String(repeating: "x", count: 4097) },
        Fault("/priority") { $0.priority = "highest" },
        Fault("/tags/1") { $0.tags = ["a", "a"] },
        Fault("/tags/0") { $0.tags = [String(repeating: "t", count: 65)] },
        Fault("/customFields") { $0.customFields = Dictionary(uniqueKeysWithValues: (0..<17).map { ("f\($0)", "") }) },
        Fault("/customFields/a~1b") { $0.customFields = ["a/b": String(repeating: "x", count: 513)] },
        Fault("/customFields/a\nb") { $0.customFields = ["a\nb": "x"] },
        Fault("/customFields") { $0.customFields = [String(repeating: "n", count: 100_000): "x"] },
        Fault("/expiresAt") { $0.expiresAt = "tomorrow" },
        Fault("/expiresAt") { $0.expiresAt = "2026-11-23T10:00:00.000Z" },
        Fault("/expiresIn") { $0.expiresIn = 0 },
        Fault("/expiresIn") { $0.expiresIn = 315_360_001 },
        Fault("/expiresIn") {
            $0.expiresAt = "2026-11-24T10:00:00Z"
            $0.expiresIn = 5
        },
        Fault("/expiresAt") {
            $0.expiresAt = "2026-11-24T10:00:00Z"
            $0.schedule = .init(startsAt: "2026-11-25T10:00:00Z")
        },
        Fault("/expiresIn") {
            $0.expiresIn = 60
            $0.schedule = .init(startsAt: "2026-11-25T10:00:00Z")
        },
        Fault("/schedule/startsAt") { $0.schedule = .init(startsAt: "soon") },
        Fault("/schedule/endsAt") {
            $0.schedule = .init(startsAt: "2026-11-25T10:00:00Z", endsAt: "2026-11-25T10:00:00Z")
        },
        Fault("/assignee/type") { $0.assignee = .init(type: "team", id: "x") },
        Fault("/assignee/id") { $0.assignee = .queue("No Slug") },
        Fault("/externalReference/system") { $0.externalReference = .init(system: "", id: "1") },
        Fault("/idempotencyKey") { $0.idempotencyKey = "" },
        Fault("/idempotencyKey") { $0.idempotencyKey = String(repeating: "k", count: 129) },
    ]

    @Test("refuses what is out of bounds, says where, and leaves nothing", arguments: faults.indices)
    func refuses(index: Int) async throws {
        let fault = Self.faults[index]
        var params = Methods.Create.Params(recipient: maria)
        fault.change(&params)
        let wrong = params
        let error = try await refusal { try await desk.create(wrong) }
        #expect(error.reason == .invalidParams)
        #expect(error.data.path == fault.path)
        #expect(try desk.events().isEmpty)
    }

    /// With the key of these tests, requests 28783 and 29541 would have the same first code.
    @Test("gives another code to a request whose first one is taken, and finds each by its own")
    func collision() async throws {
        let secret = try #require(LinkSecret(key: TestDesk.key))
        let (first, second): (Int64, Int64) = (28_783, 29_541)
        let code = secret.code(id: first, generation: 1, attempt: 0)
        #expect(secret.code(id: second, generation: 1, attempt: 0) == code)
        try await desk.skip(to: first)
        let one = try await desk.create(.init(recipient: maria))
        try await desk.skip(to: second)
        let two = try await desk.create(.init(recipient: maria))
        #expect(one.id == first && one.code == code)
        #expect(two.id == second && two.code == secret.code(id: second, generation: 1, attempt: 1))
        for request in [one, two] {
            let reference = try desk.desk.linkReference(token: nil, code: request.code, source: nil)
            #expect(try desk.read { try desk.desk.link(reference, $0).id } == request.id)
        }
        // The first one's code is free once it is closed, and the second keeps its own.
        try await desk.close(first)
        #expect(try desk.get(second).code == two.code)
        let reopened = try await desk.write(desk.desk.reopen(.init(id: first, keepLink: true), by: People.ana))
        #expect(reopened.sessionRequest.code == code)
    }
}
