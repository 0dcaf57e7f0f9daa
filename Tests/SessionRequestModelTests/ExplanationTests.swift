internal import SessionRequestModel
internal import Testing

@Suite struct ExplanationTests {
    static let admin = AgentIdentity(user: "root", isAdmin: true)
    static let ana = AgentIdentity(user: "ana")
    static let ben = AgentIdentity(user: "ben")

    private func reason(
        _ request: SessionRequest, for caller: AgentIdentity = ana, at now: Timestamp = Sample.at(10)
    ) -> Explanation.Reason {
        let explanation = request.explanation(for: caller, at: now)
        #expect(explanation.connectable == (explanation.reason == .ready))
        #expect(explanation.message.hasSuffix("."))
        #expect(explanation.message.contains("ession request 42"))
        #expect(!explanation.message.dropLast().contains(". "), "one sentence")
        let connects = RequestPermissions.allowedActions(for: caller, in: request).contains(.connect)
        if now == Sample.at(10) { #expect(connects == explanation.connectable) }
        return explanation.reason
    }

    @Test func `every status has its reason`() throws {
        #expect(reason(try Sample.request(in: .open)) == .notOpened)
        #expect(reason(try Sample.request(in: .waiting)) == .notGranted)
        #expect(reason(try Sample.request(in: .ready)) == .ready)
        #expect(reason(try Sample.request(in: .connected)) == .alreadyConnected)
        #expect(reason(try Sample.request(in: .closed)) == .closed)
        #expect(reason(try Sample.request(in: .expired)) == .expired)
    }

    @Test func `what is due counts before it is noted`() throws {
        let request = try Sample.request(in: .ready, lease: Sample.at(50))
        #expect(reason(request, at: Sample.at(49)) == .ready)
        #expect(reason(request, at: Sample.at(50)) == .notGranted)
        #expect(reason(request, at: request.expiresAt) == .expired)
        #expect(request.status == .ready, "explaining changes nothing")
    }

    @Test func `a denial is said until access is allowed`() throws {
        var request = try Sample.request(in: .waiting)
        _ = try request.denied(by: .recipient, at: Sample.at(1), maxDenials: 3)
        #expect(reason(request) == .denied)
        _ = try request.granted(Sample.join(), by: .recipient, at: Sample.at(2))
        #expect(reason(request) == .ready)
    }

    @Test func `a start to come is said while nobody has opened the link`() throws {
        var request = try Sample.request()
        _ = try request.rescheduled(
            to: Schedule(startsAt: Sample.at(3600)), expiresAt: nil, by: Sample.ana, at: Sample.at(1))
        #expect(reason(request) == .scheduled)
        #expect(reason(request, at: Sample.at(3600)) == .notOpened)
        _ = try request.opened(by: .recipient, at: Sample.at(2))
        #expect(reason(request) == .notGranted)
    }

    @Test func `another agent's request is said to be so, to an admin too`() throws {
        let request = try Sample.request(in: .ready, assignee: .agent("ben"))
        #expect(reason(request, for: Self.ana) == .assignedToAnother)
        #expect(reason(request, for: Self.admin) == .assignedToAnother)
        #expect(reason(request, for: Self.ben) == .ready)
        #expect(request.explanation(for: Self.ana, at: Sample.at(10)).message.contains("ben"))
    }

    @Test func `a foreign queue's request is not permitted, but an admin may`() throws {
        let request = try Sample.request(in: .ready, assignee: .queue("tier-2"))
        #expect(reason(request, for: Self.ben) == .notPermitted)
        #expect(reason(request, for: Self.admin) == .ready)
        #expect(reason(request, for: AgentIdentity(user: "eva", queues: ["tier-2"])) == .ready)
    }

    @Test func `whoever is connected is named, and the caller is addressed`() throws {
        let request = try Sample.request(in: .connected)
        #expect(request.explanation(for: Self.ben, at: Sample.at(10)).message.contains("ana is connected"))
        #expect(request.explanation(for: Self.ana, at: Sample.at(10)).message.contains("you are connected"))
    }

    @Test func `the way out fits the caller`() throws {
        let request = try Sample.request(in: .closed, assignee: .queue("tier-2"))
        #expect(request.explanation(for: Self.ana, at: Sample.at(10)).message.contains("reopen it"))
        #expect(!request.explanation(for: Self.ben, at: Sample.at(10)).message.contains("reopen it"))
    }
}
