internal import SessionRequestModel
internal import Testing

@Suite struct ReopeningTests {
    private func closedRequest(schedule: Schedule? = nil) throws -> SessionRequest {
        var draft = try Sample.draft()
        draft.schedule = schedule
        draft.assignee = .queue("tier-1")
        var (request, _) = try SessionRequest.created(from: draft, id: 42, by: Sample.ana, at: Sample.start)
        _ = try request.denied(by: .recipient, at: Sample.at(1), maxDenials: 3)
        _ = try request.granted(Sample.join(), by: .recipient, at: Sample.at(2))
        _ = try request.closed(reason: .done, note: nil, by: Sample.ana, at: Sample.at(3))
        return request
    }

    @Test func `reopening starts over and keeps the assignee`() throws {
        var request = try closedRequest()
        let events = try request.reopened(
            keepLink: false, expiresAt: Sample.at(500), by: Sample.ana, at: Sample.at(100))
        #expect(events.names == ["reopened"])
        #expect(request.status == .open)
        #expect(request.statusSince == Sample.at(100))
        #expect(request.expiresAt == Sample.at(500))
        #expect(request.denials == 0)
        #expect(request.join == nil)
        #expect(request.closed == nil)
        #expect(request.assignee == .queue("tier-1"))
        #expect(request.linkGeneration == 2)
        #expect(request.codeAttempt == 0)
        #expect(request.nextDeadline == Sample.at(500))
    }

    @Test func `the caller says which code is free`() throws {
        for keepLink in [true, false] {
            var request = try closedRequest()
            _ = try request.reopened(
                keepLink: keepLink, codeAttempt: 2, expiresAt: Sample.at(500), by: Sample.ana, at: Sample.at(100))
            #expect(request.linkGeneration == (keepLink ? 1 : 2))
            #expect(request.codeAttempt == 2)
        }
    }

    @Test(arguments: [
        (start: Int64(10), end: Int64?.none, kept: false),
        (start: 10, end: 100, kept: false),
        (start: 10, end: 101, kept: true),
        (start: 100, end: nil, kept: false),
        (start: 101, end: nil, kept: true),
    ])
    func `a schedule that is over is dropped`(start: Int64, end: Int64?, kept: Bool) throws {
        let schedule = try Schedule(startsAt: Sample.at(start), endsAt: end.map(Sample.at))
        var request = try closedRequest(schedule: schedule)
        _ = try request.reopened(keepLink: true, expiresAt: Sample.at(500), by: Sample.ana, at: Sample.at(100))
        #expect((request.schedule == schedule) == kept)
    }

    @Test func `an expired request opens again, too`() throws {
        var request = try Sample.request(in: .expired)
        let now = request.expiresAt.adding(seconds: 9)
        _ = try request.reopened(keepLink: true, expiresAt: now.adding(seconds: 60), by: Sample.ana, at: now)
        #expect(request.status == .open)
        #expect(request.timePassed(to: now.adding(seconds: 59)).isEmpty)
        #expect(request.timePassed(to: now.adding(seconds: 60)).names == ["expired"])
    }
}
