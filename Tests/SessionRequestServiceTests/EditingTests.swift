internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestWire
internal import Testing

@Suite("Changing a request")
struct EditingTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    private func update(_ params: Methods.Update.Params, by caller: Caller = People.ana) async throws
        -> WireSessionRequest
    {
        try await desk.write(desk.desk.update(params, by: caller)).sessionRequest
    }

    @Test("takes the place of what was there, and leaves the rest")
    func update() async throws {
        let id = try await desk.create()
        let request = try await update(
            .init(
                id: id, recipient: .init(name: "Ines", language: "pt"), comments: .value("c"), subject: .value("s"),
                priority: "high", tags: ["a"], externalReference: .value(.init(system: "crm", id: "1")),
                customFields: ["k": "v"], expiresIn: 60))
        #expect(request.recipient == WireRecipient(name: "Ines", language: "pt"))
        #expect(
            request.comments == "c" && request.subject == "s" && request.priority == "high" && request.tags == ["a"])
        #expect(request.expiresAt == desk.clock.now.adding(seconds: 60).rfc3339)
        let cleared = try await update(.init(id: id, comments: .null, subject: .null, externalReference: .null))
        #expect(cleared.comments == nil && cleared.subject == nil && cleared.externalReference == nil)
        #expect(cleared.customFields == ["k": "v"] && cleared.tags == ["a"])
        let before = try desk.log().count
        #expect(try await update(.init(id: id, priority: "high")) == cleared)
        #expect(try desk.log().count == before)
    }

    @Test("tells what is wrong with the params before it looks for the request")
    func shapeFirst() async throws {
        let faults: [(Methods.Update.Params, String)] = [
            (.init(id: 99, comments: .value(String(repeating: "x", count: 4097))), "/comments"),
            (.init(id: 99, subject: .value("")), "/subject"), (.init(id: 99, priority: "x"), "/priority"),
            (.init(id: 99, tags: ["\n"]), "/tags/0"), (.init(id: 99, customFields: ["k": "a\nb"]), "/customFields/k"),
            (.init(id: 99, expiresAt: "2026-11-23T09:00:00Z"), "/expiresAt"),
            (.init(id: 99, recipient: .init(name: "")), "/recipient/name"),
            (
                .init(id: 99, externalReference: .value(.init(system: "s", id: "i", url: "javascript:x"))),
                "/externalReference/url"
            ),
        ]
        for (params, path) in faults {
            let error = try await refusal { try await update(params) }
            #expect(error.reason == .invalidParams && error.data.path == path)
        }
        let comment = try await refusal {
            try await desk.write(desk.desk.comment(.init(id: 99, text: ""), by: People.ana))
        }
        #expect(comment.data.path == "/text")
        let schedule = WireSchedule(startsAt: "2026-11-24T10:00:00Z")
        let moved = try await refusal {
            try await desk.write(
                desk.desk.reschedule(
                    .init(id: 99, schedule: .value(schedule), expiresAt: "2026-11-23T12:00:00Z"), by: People.ana))
        }
        #expect(moved.data.path == "/expiresAt")
        #expect(try await refusal { try await update(.init(id: 99)) }.reason == .notFound)
    }

    @Test("is refused when the request has changed since, and says to what")
    func revision() async throws {
        let id = try await desk.create()
        _ = try await update(.init(id: id, ifRevision: 1, priority: "low"))
        let error = try await refusal { try await update(.init(id: id, ifRevision: 1, priority: "high")) }
        #expect(error.reason == .revisionConflict && error.data.revision == 2)
    }

    @Test("is refused to an agent who has no part in it, after the revision and before the status")
    func permission() async throws {
        let id = try await desk.create(assignee: .agent("ben"))
        #expect(
            try await refusal { try await update(.init(id: id, ifRevision: 9), by: People.cleo) }.reason
                == .revisionConflict)
        #expect(try await refusal { try await update(.init(id: id), by: People.cleo) }.reason == .permissionDenied)
        _ = try await update(.init(id: id, priority: "low"), by: People.ana)
        _ = try await update(.init(id: id, priority: "high"), by: People.ben)
        _ = try await update(.init(id: id, priority: "urgent"), by: People.root)
        try await desk.close(id)
        #expect(try await refusal { try await update(.init(id: id), by: People.cleo) }.reason == .permissionDenied)
        #expect(try await refusal { try await update(.init(id: id)) }.reason == .invalidTransition)
    }

    @Test("gives it to the caller, an agent, a queue, a client or nobody, once")
    func assign() async throws {
        try await desk.createQueue()
        let id = try await desk.create()
        let assignees: [(WireAssignee?, WireAssignee?)] = [
            (.agent("ben"), .agent("ben")), (.me, .agent("root")), (.queue("tier-1"), .queue("tier-1")),
            (.client("111"), .client("111")), (nil, nil),
        ]
        for (given, kept) in assignees {
            let before = try desk.log().count
            #expect(try await desk.assign(id, to: given).assignee == kept)
            #expect(try await desk.assign(id, to: given).assignee == kept)
            #expect(try desk.types(after: before) == [.assigned])
        }
    }

    @Test("claims what is nobody's or a queue's, and what is mine already without an event")
    func claim() async throws {
        try await desk.createQueue()
        let id = try await desk.create(assignee: .queue("tier-1"))
        func claim(_ caller: Caller) async throws -> WireSessionRequest {
            try await desk.write(desk.desk.claim(.init(id: id), by: caller)).sessionRequest
        }
        #expect(try await claim(People.ben).assignee == .agent("ben"))
        let before = try desk.log().count
        #expect(try await claim(People.ben).assignee == .agent("ben"))
        #expect(try desk.log().count == before)
        #expect(try await refusal { try await claim(People.ana) }.reason == .alreadyClaimed)
    }

    @Test("adds comments, as long as all together are within their limit")
    func comment() async throws {
        let id = try await desk.create()
        func comment(_ text: String) async throws -> String? {
            try await desk.write(desk.desk.comment(.init(id: id, text: text), by: People.ana)).sessionRequest.comments
        }
        #expect(try await comment("one") == "one")
        #expect(try await comment("two") == "one\ntwo")
        #expect(try await refusal { try await comment(String(repeating: "x", count: 4096)) }.data.path == "/text")
        try await desk.close(id)
        #expect(try await comment("after") == "one\ntwo\nafter")
    }

    @Test("moves the expiry along with the schedule, and takes UTC where no zone is named")
    func reschedule() async throws {
        let id = try await desk.create()
        let schedule = WireSchedule(startsAt: "2026-11-24T10:00:00Z", endsAt: "2026-11-24T11:00:00Z")
        let request = try await desk.write(
            desk.desk.reschedule(.init(id: id, schedule: .value(schedule)), by: People.ana)
        ).sessionRequest
        #expect(request.schedule?.timeZone == "UTC")
        #expect(request.expiresAt == "2026-11-25T11:00:00.000Z")
        #expect(try desk.types().last == .updated)
        let none = try await desk.write(desk.desk.reschedule(.init(id: id, schedule: .null), by: People.ana))
        #expect(none.sessionRequest.schedule == nil)
        #expect(none.sessionRequest.expiresAt == desk.clock.now.adding(seconds: 86_400).rfc3339)
    }

    @Test("queues the invitations asked for, or all there is an address for")
    func resendInvitation() async throws {
        let id = try await desk.create()
        func resend(_ email: Bool? = nil, _ sms: Bool? = nil) async throws -> WireInvitation {
            try await desk.write(desk.desk.resendInvitation(.init(id: id, email: email, sms: sms), by: People.ana))
                .sessionRequest.invitation
        }
        #expect(try await refusal { try await resend() }.reason == .invalidParams)
        #expect(try await refusal { try await resend(true) }.data.path == "/email")
        #expect(try await refusal { try await resend(nil, true) }.data.path == "/sms")
        #expect(try await refusal { try await resend(false, false) }.data.path == "/email")
        _ = try await update(.init(id: id, recipient: .init(name: "Maria", email: "maria@example.com")))
        let invitation = try await resend()
        #expect(invitation.email.state == "queued" && invitation.sms.state == "notRequested")
        #expect(try desk.types().last == .invitationQueued)
    }
}
