internal import SessionRequestModel
internal import Testing

@Suite struct SessionRequestLifecycleTests {
    @Test func `a grant from open is two events, each with the request as it was then`() throws {
        var request = try Sample.request()
        let events = try request.granted(Sample.join(), by: .recipient, at: Sample.at(5))
        #expect(events.names == ["opened", "granted"])
        #expect(events[0].sessionRequest?.status == .waiting)
        #expect(events[0].sessionRequest?.join == nil)
        #expect(events[0].sessionRequest?.revision == 2)
        #expect(events[1].sessionRequest == request)
        guard case .sessionRequest(_, let before) = events[1].subject else { return #expect(Bool(false)) }
        #expect(before == events[0].sessionRequest)
    }

    @Test func `granting again renews the lease, without an event and without another target`() throws {
        for status in [Status.ready, .connected] {
            var request = try Sample.request(in: status, lease: Sample.at(30))
            let before = request
            var join = try Sample.join(lease: Sample.at(90), at: Sample.at(20))
            join.target = try Target(scheme: "anydesk", address: "987654321", allowsPrivateHosts: false)
            #expect(try request.granted(join, by: .recipient, at: Sample.at(20)).isEmpty)
            #expect(request.join?.leaseExpiresAt == Sample.at(90))
            #expect(request.join?.target == before.join?.target)
            #expect(request.revision == before.revision)
            #expect(request.nextDeadline == Sample.at(90))
        }
    }

    @Test func `a denial from open implies the opening, takes back the grant and is counted`() throws {
        var request = try Sample.request()
        #expect(try request.denied(by: .recipient, at: Sample.at(1), maxDenials: 3).names == ["opened", "denied"])
        _ = try request.granted(Sample.join(), by: .recipient, at: Sample.at(2))
        #expect(try request.denied(by: .recipient, at: Sample.at(3), maxDenials: 3).names == ["denied"])
        #expect(request.join == nil)
        #expect(request.denials == 2)
        #expect(request.status == .waiting)
    }

    @Test(arguments: [1, 2, 3, 5]) func `the last denial closes the request, by the service`(maxDenials: Int) throws {
        var request = try Sample.request(in: .waiting)
        for _ in 1..<maxDenials {
            #expect(try request.denied(by: .recipient, at: Sample.at(1), maxDenials: maxDenials).names == ["denied"])
        }
        let events = try request.denied(by: .recipient, at: Sample.at(2), maxDenials: maxDenials)
        #expect(events.names == ["denied", "closed"])
        #expect(events.map(\.actor.kind) == [.recipient, .service])
        #expect(request.status == .closed)
        #expect(request.closed == Closure(reason: .denied, by: .service, at: Sample.at(2), note: nil))
    }

    @Test func `connecting claims first, for who claims`() throws {
        for assignee in [nil, Assignee.queue("tier-1"), .client("123456789")] {
            var request = try Sample.request(in: .ready, assignee: assignee)
            let events = try request.connected(claimedBy: "ben", leased: true, by: Sample.ben, at: Sample.at(5))
            #expect(events.names == ["assigned", "connected"])
            #expect(request.assignee == .agent("ben"))
            #expect(request.connection == Connection(agent: Sample.ben, since: Sample.at(5), leased: true))
        }
        var mine = try Sample.request(in: .ready, assignee: .agent("ben"))
        #expect(
            try mine.connected(claimedBy: "ben", leased: false, by: Sample.ben, at: Sample.at(5)).names == ["connected"]
        )
        var kept = try Sample.request(in: .ready, assignee: .client("123456789"))
        #expect(
            try kept.connected(claimedBy: nil, leased: false, by: Sample.ben, at: Sample.at(5)).names == ["connected"])
        #expect(kept.assignee == .client("123456789"))
    }

    @Test func `a refused connect assigns nobody`() throws {
        var request = try Sample.request(in: .waiting)
        #expect(throws: InvalidTransition.self) {
            try request.connected(claimedBy: "ben", leased: false, by: Sample.ben, at: Sample.at(5))
        }
        #expect(request.assignee == nil)
        #expect(request.revision == 2)
    }

    @Test func `a disconnect keeps the grant and a revocation takes it`() throws {
        var request = try Sample.request(in: .connected)
        #expect(try request.disconnected(by: Sample.ana, at: Sample.at(9)).names == ["disconnected"])
        #expect(request.join != nil)
        #expect(request.connection == nil)
        var other = try Sample.request(in: .connected)
        #expect(try other.revoked(by: .recipient, at: Sample.at(9)).names == ["revoked"])
        #expect(other.join == nil)
        #expect(other.connection == nil)
    }

    @Test func `a session that outlives the expiry expires at the moment it ends`() throws {
        for way in [Lifecycle.Fact.disconnected, .revoked] {
            var request = try Sample.request(in: .connected)
            let end = request.expiresAt.adding(seconds: 600)
            #expect(request.timePassed(to: end).isEmpty)
            #expect(request.status == .connected)
            let events =
                way == .revoked
                ? try request.revoked(by: .recipient, at: end) : try request.disconnected(by: Sample.ana, at: end)
            #expect(events.names == [way.rawValue, "expired"])
            #expect(events.map(\.at) == [end, end])
            #expect(events.last?.actor == .clock)
            #expect(request.status == .expired)
            #expect(request.statusSince == end)
        }
    }

    @Test func `a session that ends at its expiry to the millisecond expires, and one before it does not`() throws {
        var request = try Sample.request(in: .connected)
        var other = request
        let last = Timestamp(milliseconds: request.expiresAt.milliseconds - 1)
        #expect(try other.disconnected(by: Sample.ana, at: last).names == ["disconnected"])
        #expect(try request.disconnected(by: Sample.ana, at: request.expiresAt).names == ["disconnected", "expired"])
    }

    @Test func `closing ends the session and notes who, when and why`() throws {
        var request = try Sample.request(in: .connected)
        _ = try request.closed(reason: .done, note: "printer again", by: Sample.ana, at: Sample.at(7))
        #expect(request.connection == nil)
        #expect(request.nextDeadline == nil)
        #expect(request.closed == Closure(reason: .done, by: Sample.ana, at: Sample.at(7), note: "printer again"))
    }

    @Test func `an answer of the recipient settles the request for access`() throws {
        for answer in [Lifecycle.Fact.granted, .denied, .closed] {
            var request = try Sample.request(in: .waiting)
            #expect(request.accessRequested(by: Sample.ana, at: Sample.at(3)).names == ["accessRequested"])
            #expect(request.accessRequestedAt == Sample.at(3))
            switch answer {
            case .granted: _ = try request.granted(Sample.join(), by: .recipient, at: Sample.at(4))
            case .denied: _ = try request.denied(by: .recipient, at: Sample.at(4), maxDenials: 3)
            default: _ = try request.closed(reason: .other, note: nil, by: Sample.ana, at: Sample.at(4))
            }
            #expect(request.accessRequestedAt == nil)
        }
    }
}
