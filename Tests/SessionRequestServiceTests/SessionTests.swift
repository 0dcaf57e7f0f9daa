internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestWire
internal import Testing

@Suite("A session")
struct SessionTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    @Test("is asked for at most once in ten seconds")
    func requestAccess() async throws {
        let id = try await desk.create()
        func ask() async throws -> WireSessionRequest {
            try await desk.write(desk.desk.requestAccess(.init(id: id), by: People.ana)).sessionRequest
        }
        #expect(try await ask().status == "open")
        desk.clock.advance(milliseconds: 9_250)
        let error = try await refusal { try await ask() }
        #expect(error.reason == .rateLimited && error.data.retryAfter == 0.75)
        desk.clock.advance(milliseconds: 750)
        #expect(try await ask().status == "open")
        #expect(try desk.types() == [.created, .accessRequested, .accessRequested])
        try await desk.grant(id)
        #expect(try await refusal { try await ask() }.reason == .invalidTransition)
    }

    @Test("is asked for at most once in ten seconds whatever the recipient has answered, but for a new start")
    func requestAccessAgain() async throws {
        let id = try await desk.create()
        func ask() async throws {
            try await desk.write(desk.desk.requestAccess(.init(id: id), by: People.ana))
        }
        try await ask()
        try await desk.write(desk.desk.deny(desk.reference(id)))
        let denied = try await refusal { try await ask() }
        #expect(denied.reason == .rateLimited && denied.data.retryAfter == 10)
        try await desk.grant(id)
        try await desk.write(desk.desk.revoke(desk.reference(id)))
        #expect(try await refusal { try await ask() }.reason == .rateLimited)
        try await desk.write(desk.desk.rotateLink(.init(id: id), by: People.ana))
        try await ask()
        #expect(try await refusal { try await ask() }.reason == .rateLimited)
        try await desk.close(id)
        try await desk.write(desk.desk.reopen(.init(id: id, keepLink: true), by: People.ana))
        try await ask()
    }

    @Test("ends with a note among the comments, and the grant stays")
    func disconnect() async throws {
        let id = try await desk.ready()
        _ = try await desk.connect(id)
        func end(_ note: String?) async throws -> WireSessionRequest {
            try await desk.write(desk.desk.disconnect(.init(id: id, note: note), by: People.ana)).sessionRequest
        }
        #expect(try await refusal { try await end(String(repeating: "x", count: 4097)) }.data.path == "/note")
        #expect(try desk.kept(id).status == .connected)
        let request = try await end("new toner")
        #expect(request.status == "ready" && request.join != nil && request.connection == nil)
        #expect(request.comments == "new toner")
        #expect(try desk.types().suffix(2) == [.connected, .disconnected])
        #expect(try await refusal { try await end(nil) }.reason == .invalidTransition)
    }

    @Test("does not end with a note that does not fit among the comments")
    func disconnectTooLong() async throws {
        let id = try await desk.ready()
        _ = try await desk.connect(id)
        _ = try await desk.write(
            desk.desk.comment(.init(id: id, text: String(repeating: "x", count: 4000)), by: People.ana))
        let before = try desk.kept(id)
        let error = try await refusal {
            try await desk.write(
                desk.desk.disconnect(.init(id: id, note: String(repeating: "y", count: 96)), by: People.ana))
        }
        #expect(error.reason == .invalidParams && error.data.path == "/note")
        #expect(try desk.kept(id) == before)
    }

    @Test("leaves the request expired when its time ran out meanwhile")
    func expiredWhileConnected() async throws {
        let id = try await desk.ready()
        _ = try await desk.connect(id)
        desk.clock.advance(seconds: 90_000)
        try await desk.write(desk.desk.catchUpWithClock(limit: 10))
        #expect(try desk.kept(id).status == .connected)
        let request = try await desk.write(desk.desk.disconnect(.init(id: id), by: People.ana)).sessionRequest
        #expect(request.status == "expired" && request.statusSince == desk.clock.now.rfc3339)
        #expect(try desk.types().suffix(2) == [.disconnected, .expired])
    }

    @Test(
        "is closed for a reason of the agent's", arguments: ["done", "canceled", "denied", "duplicate", "other", nil])
    func close(reason: String?) async throws {
        let id = try await desk.ready()
        let request = try await desk.write(
            desk.desk.close(.init(id: id, reason: reason, note: "n"), by: People.ana)
        ).sessionRequest
        #expect(request.closed?.reason == reason ?? "done")
        #expect(request.closed?.note == "n" && request.closed?.by.user == "ana")
        #expect(request.code == nil && request.link != nil)
    }

    @Test("is closed for no other reason", arguments: ["canceledByRecipient", "", "Done"])
    func closeReason(reason: String) async throws {
        let id = try await desk.ready()
        #expect(try await refusal { try await desk.close(id, reason: reason) }.data.path == "/reason")
    }

    @Test("is taken up again under a new link, or the old one")
    func reopen() async throws {
        let id = try await desk.ready(assignee: .agent("ben"))
        let before = try desk.get(id)
        try await desk.close(id)
        desk.clock.advance(seconds: 100)
        let request = try await desk.write(desk.desk.reopen(.init(id: id), by: People.ana)).sessionRequest
        #expect(request.status == "open" && request.join == nil && request.closed == nil && request.denials == 0)
        #expect(request.assignee == .agent("ben"))
        #expect(request.link != before.link && request.code != before.code)
        #expect(request.expiresAt == desk.clock.now.adding(seconds: 86_400).rfc3339)
        try await desk.close(id)
        let kept = try await desk.write(desk.desk.reopen(.init(id: id, keepLink: true, expiresIn: 60), by: People.ana))
        #expect(kept.sessionRequest.link == request.link && kept.sessionRequest.code == request.code)
        #expect(kept.sessionRequest.expiresAt == desk.clock.now.adding(seconds: 60).rfc3339)
        let again = try await refusal { try await desk.write(desk.desk.reopen(.init(id: id), by: People.ana)) }
        #expect(again.reason == .invalidTransition)
    }

    @Test("is taken up again with a schedule that is not over, and its expiry")
    func reopenSchedule() async throws {
        let schedule = WireSchedule(startsAt: desk.clock.now.adding(seconds: 3600).rfc3339)
        let id = try await desk.create(.init(recipient: .init(name: "Maria"), schedule: schedule)).id ?? 0
        try await desk.close(id)
        let early = try await refusal {
            try await desk.write(desk.desk.reopen(.init(id: id, expiresIn: 60), by: People.ana))
        }
        #expect(early.data.path == "/expiresIn")
        let request = try await desk.write(desk.desk.reopen(.init(id: id), by: People.ana)).sessionRequest
        #expect(request.schedule != nil)
        #expect(request.expiresAt == desk.clock.now.adding(seconds: 90_000).rfc3339)
        try await desk.close(id)
        desk.clock.advance(seconds: 3600)
        let later = try await desk.write(desk.desk.reopen(.init(id: id), by: People.ana)).sessionRequest
        #expect(later.schedule == nil)
    }

    @Test("is for the one whose it is to end, for who made it, and for an admin")
    func others() async throws {
        let id = try await desk.ready(by: People.root)
        _ = try await desk.connect(id, by: People.ana)
        let error = try await refusal { try await desk.write(desk.desk.disconnect(.init(id: id), by: People.ben)) }
        #expect(error.reason == .permissionDenied && error.message.contains("ana"))
        try await desk.write(desk.desk.disconnect(.init(id: id), by: People.root))
    }
}
