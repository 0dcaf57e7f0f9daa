internal import SessionRequestModel
internal import Testing

/// What the clock brings about, however late it is looked at.
@Suite struct ClockTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let status: Status
        /// Seconds from the start to the lease's end, nil without one; the expiry is at 100.
        let lease: Int64?
        let now: Int64
        /// What is due, with the second it carries.
        let due: [String]
        var testDescription: String { "\(status), lease \(lease.map(String.init) ?? "none"), looked at \(now)" }
    }

    static let cases = [
        Case(status: .open, lease: nil, now: 99, due: []),
        Case(status: .open, lease: nil, now: 100, due: ["expired@100"]),
        Case(status: .waiting, lease: nil, now: 5000, due: ["expired@100"]),
        Case(status: .ready, lease: nil, now: 100, due: ["expired@100"]),
        Case(status: .ready, lease: 50, now: 49, due: []),
        Case(status: .ready, lease: 50, now: 50, due: ["revoked@50"]),
        Case(status: .ready, lease: 50, now: 5000, due: ["revoked@50", "expired@100"]),
        Case(status: .ready, lease: 100, now: 5000, due: ["expired@100"]),
        Case(status: .ready, lease: 150, now: 120, due: ["expired@100"]),
        Case(status: .ready, lease: 150, now: 5000, due: ["expired@100"]),
        Case(status: .connected, lease: nil, now: 5000, due: []),
        Case(status: .connected, lease: 50, now: 60, due: ["revoked@50"]),
        Case(status: .connected, lease: 50, now: 5000, due: ["revoked@50", "expired@100"]),
        Case(status: .connected, lease: 100, now: 100, due: ["revoked@100", "expired@100"]),
        Case(status: .connected, lease: 150, now: 120, due: []),
        Case(status: .connected, lease: 150, now: 150, due: ["revoked@150", "expired@150"]),
        Case(status: .connected, lease: 150, now: 5000, due: ["revoked@150", "expired@150"]),
        Case(status: .closed, lease: nil, now: 5000, due: []),
    ]

    private func request(for example: Case) throws -> SessionRequest {
        var request = try Sample.request(in: example.status, lease: example.lease.map(Sample.at))
        if example.status.isLive {
            var edit = SessionRequest.Edit()
            edit.expiresAt = Sample.at(100)
            _ = try request.edited(edit, by: Sample.ana, at: Sample.at(1))
        }
        return request
    }

    @Test(arguments: cases) func `what was due happened when it was due`(example: Case) throws {
        var request = try request(for: example)
        let events = request.timePassed(to: Sample.at(example.now))
        let seen = zip(events.names, events).map { name, event in
            "\(name)@\(event.at.milliseconds(since: Sample.start) / 1000)"
        }
        #expect(seen == example.due)
        #expect(events.allSatisfy { $0.actor == ($0.type == .expired ? .clock : .service) })
        if let last = events.last {
            #expect(request.statusSince == last.at)
            #expect(request.updatedAt == last.at)
        }
        #expect(request.timePassed(to: Sample.at(example.now)).isEmpty, "looked at twice, it happens once")
    }

    @Test(arguments: cases) func `the next deadline is the first instant at which something is due`(example: Case)
        throws
    {
        var request = try request(for: example)
        guard let deadline = request.nextDeadline else {
            #expect(request.timePassed(to: Sample.at(1_000_000)).isEmpty)
            return
        }
        #expect(request.timePassed(to: Timestamp(milliseconds: deadline.milliseconds - 1)).isEmpty)
        #expect(request.timePassed(to: deadline).first?.at == deadline)
    }

    @Test func `time that is looked at often brings the same as time that is looked at once`() throws {
        for example in Self.cases {
            var often = try request(for: example)
            var once = often
            var events: [Event] = []
            for second in 0...200 { events += often.timePassed(to: Sample.at(Int64(second))) }
            #expect(events == once.timePassed(to: Sample.at(200)))
            #expect(often == once)
        }
    }
}
