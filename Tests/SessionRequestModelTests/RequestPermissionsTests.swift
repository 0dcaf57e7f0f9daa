internal import SessionRequestModel
internal import Testing

@Suite struct RequestPermissionsTests {
    static let admin = AgentIdentity(user: "root", isAdmin: true)
    static let ana = AgentIdentity(user: "ana")
    static let ben = AgentIdentity(user: "ben", queues: ["tier-1"], clients: ["123456789"])

    @Test(arguments: [
        // ana made it; ben is a member of tier-1 and signed in on 123456789.
        (assignee: Assignee?.none, ben: true),
        (assignee: .agent("ben"), ben: true),
        (assignee: .agent("ana"), ben: false),
        (assignee: .agent("tier-1"), ben: false),
        (assignee: .queue("tier-1"), ben: true),
        (assignee: .queue("tier-2"), ben: false),
        (assignee: .queue("ben"), ben: false),
        (assignee: .client("123456789"), ben: true),
        (assignee: .client("987654321"), ben: false),
    ])
    func `an agent acts on what is his in one of five ways`(assignee: Assignee?, ben: Bool) throws {
        let request = try Sample.request(assignee: assignee)
        #expect(RequestPermissions.mayAct(Self.ben, on: request) == ben)
        #expect(RequestPermissions.mayAct(Self.ana, on: request), "she made it")
        #expect(RequestPermissions.mayAct(Self.admin, on: request))
        if !ben { #expect(RequestPermissions.allowedActions(for: Self.ben, in: request).isEmpty) }
    }

    @Test(arguments: [
        (assignee: Assignee?.none, claims: true), (.queue("tier-1"), true), (.queue("tier-2"), false),
        (.client("123456789"), false), (.agent("ben"), false), (.agent("ana"), false),
    ])
    func `connecting claims what is nobody's, and what is of a queue of the agent's`(
        assignee: Assignee?, claims: Bool
    ) throws {
        let request = try Sample.request(in: .ready, assignee: assignee)
        #expect(RequestPermissions.isClaimed(byConnecting: Self.ben, to: request) == claims)
        #expect(RequestPermissions.isClaimed(byConnecting: Self.admin, to: request) == (assignee == nil))
    }

    @Test(arguments: [Assignee.client("123456789"), .agent("ana"), .queue("tier-2")])
    func `whoever is connected may end that, whoever it belongs to meanwhile`(assignee: Assignee) throws {
        var request = try Sample.request(in: .ready, assignee: assignee)
        let cleo = AgentIdentity(user: "cleo")
        #expect(!RequestPermissions.mayAct(cleo, on: request))
        _ = try request.connected(
            claimedBy: nil, leased: false, by: Actor(kind: .user, uid: 1002, user: "cleo"), at: Sample.at(1))
        #expect(RequestPermissions.mayAct(cleo, on: request))
        #expect(!RequestPermissions.mayAct(AgentIdentity(user: "dora"), on: request))
    }

    @Test func `a request that a recipient made is nobody's by creation`() throws {
        var draft = try Sample.draft()
        draft.assignee = .queue("tier-2")
        let recipient = Actor(kind: .recipient, user: "ben")
        let (request, _) = try SessionRequest.created(from: draft, id: 1, by: recipient, at: Sample.start)
        #expect(!RequestPermissions.mayAct(Self.ben, on: request))
    }

    static let always = "assign comment reschedule resendInvitation rotateLink update"

    @Test(arguments: [
        (Status.open, "claim close requestAccess \(always)"),
        (.waiting, "claim close requestAccess \(always)"),
        (.ready, "claim close connect \(always)"),
        (.connected, "claim close disconnect \(always)"),
        (.closed, "comment reopen"),
        (.expired, "comment reopen"),
    ])
    func `an agent's actions follow the status`(status: Status, words: String) throws {
        var request = try Sample.request(in: status, assignee: .queue("tier-1"))
        if status == .connected { _ = request.assigned(to: .queue("tier-1"), by: Sample.ana, at: Sample.at(1)) }
        let expected = words.split(separator: " ").map(String.init).sorted { $0.lowercased() < $1.lowercased() }
        for caller in [Self.admin, Self.ana, Self.ben] {
            #expect(RequestPermissions.allowedActions(for: caller, in: request).map(\.rawValue) == expected)
        }
    }

    @Test func `nobody connects to or claims what is another agent's, and nobody claims his own`() throws {
        let request = try Sample.request(in: .ready, assignee: .agent("ben"))
        for other in [Self.admin, Self.ana] {
            let actions = RequestPermissions.allowedActions(for: other, in: request)
            #expect(!actions.contains(.connect))
            #expect(!actions.contains(.claim))
            #expect(actions.contains(.assign))
            #expect(actions.contains(.close))
            #expect(RequestPermissions.isTakenFrom(other, request))
        }
        let own = RequestPermissions.allowedActions(for: Self.ben, in: request)
        #expect(own.contains(.connect))
        #expect(!own.contains(.claim))
        #expect(!RequestPermissions.isTakenFrom(Self.ben, request))
    }

    @Test(arguments: [
        (Status.open, "open grant deny cancel"), (.waiting, "grant deny cancel"), (.ready, "deny revoke cancel"),
        (.connected, "revoke cancel"), (.closed, "feedback"), (.expired, ""),
    ])
    func `a visitor's actions follow the status`(status: Status, words: String) throws {
        let request = try Sample.request(in: status)
        let actions = RequestPermissions.allowedLinkActions(in: request).map(\.rawValue)
        #expect(actions == words.split(separator: " ").map(String.init))
    }

    @Test func `feedback is asked for once, and after a session`() throws {
        for reason in Closure.Reason.allCases {
            var request = try Sample.request(in: .connected)
            _ = try request.closed(reason: reason, note: nil, by: Sample.ana, at: Sample.at(1))
            let asked = RequestPermissions.allowedLinkActions(in: request).contains(.feedback)
            #expect(asked == (reason == .done || reason == .other))
            _ = request.feedbackGiven(try Feedback(rating: 4, comment: nil, at: Sample.at(2)), at: Sample.at(2))
            #expect(RequestPermissions.allowedLinkActions(in: request).isEmpty)
        }
    }

    @Test func `feedback is asked for again after a session that followed`() throws {
        var request = try Sample.request(in: .connected)
        _ = try request.closed(reason: .done, note: nil, by: Sample.ana, at: Sample.at(1))
        _ = request.feedbackGiven(try Feedback(rating: 4, comment: nil, at: Sample.at(2)), at: Sample.at(2))
        _ = try request.reopened(keepLink: true, expiresAt: Sample.at(500), by: Sample.ana, at: Sample.at(3))
        #expect(!RequestPermissions.allowedLinkActions(in: request).contains(.feedback))
        _ = try request.closed(reason: .done, note: nil, by: Sample.ana, at: Sample.at(4))
        #expect(RequestPermissions.allowedLinkActions(in: request) == [.feedback])
    }
}
