internal import SessionRequestModel
internal import Testing

@Suite struct ReschedulingTests {
    private func request(start: Int64?, end: Int64? = nil, expiry: Int64? = nil) throws -> SessionRequest {
        var draft = try Sample.draft()
        draft.schedule = try start.map { try Schedule(startsAt: Sample.at($0), endsAt: end.map(Sample.at)) }
        draft.expiresAt = expiry.map(Sample.at)
        return try SessionRequest.created(from: draft, id: 42, by: Sample.ana, at: Sample.start).0
    }

    struct Move: Sendable, CustomTestStringConvertible {
        /// Seconds from creation: start, end and expiry before the move, then after it. The move is made at 1000.
        let from: (start: Int64?, end: Int64?, expiry: Int64?)
        let to: (start: Int64?, end: Int64?)
        let expiry: Int64
        var testDescription: String { "\(from) to \(to)" }
    }

    @Test(arguments: [
        // The default of a day after the last instant goes along.
        Move(from: (5000, nil, nil), to: (9000, nil), expiry: 9000 + 86_400),
        Move(from: (5000, 6000, nil), to: (9000, 9500), expiry: 9500 + 86_400),
        Move(from: (5000, 6000, nil), to: (9000, nil), expiry: 9000 + 86_400),
        // So does an expiry that somebody chose.
        Move(from: (5000, nil, 5600), to: (9000, nil), expiry: 9600),
        // From no schedule, the life that it was given counts from the new instant; to no schedule, from now.
        Move(from: (nil, nil, nil), to: (9000, nil), expiry: 9000 + 86_400),
        Move(from: (5000, nil, 5600), to: (nil, nil), expiry: 1600),
        // Into the past, as long as the expiry does not lie there, too.
        Move(from: (5000, nil, nil), to: (-80_000, nil), expiry: 6400),
        Move(from: (5000, nil, nil), to: (-86_000, nil), expiry: 1000 + 86_400),
        Move(from: (5000, nil, 5600), to: (10, nil), expiry: 1600),
        // Chosen within the session, it never falls before the new start.
        Move(from: (5000, 8000, 5500), to: (9000, 9100), expiry: 9000),
        // Without a session that it could keep its distance from, it stays.
        Move(from: (5000, 8000, 5500), to: (nil, nil), expiry: 5500),
    ])
    func `the expiry moves along`(move: Move) throws {
        var request = try request(start: move.from.start, end: move.from.end, expiry: move.from.expiry)
        let schedule = try move.to.start.map {
            try Schedule(startsAt: Sample.at($0), endsAt: move.to.end.map(Sample.at))
        }
        let events = try request.rescheduled(to: schedule, expiresAt: nil, by: Sample.ana, at: Sample.at(1000))
        #expect(events.names == ["updated"])
        #expect(request.schedule == schedule)
        #expect(request.expiresAt == Sample.at(move.expiry))
    }

    @Test func `the life of a reopened request counts from its reopening`() throws {
        var request = try Sample.request(in: .closed)
        let later = Sample.at(30 * 86_400)
        _ = try request.reopened(
            keepLink: true, expiresAt: later.adding(seconds: 600), by: Sample.ana, at: later)
        let start = later.adding(seconds: 5000)
        _ = try request.rescheduled(to: Schedule(startsAt: start), expiresAt: nil, by: Sample.ana, at: later)
        #expect(request.expiresAt == start.adding(seconds: 600))
    }

    @Test func `a move into the past still leaves the request a moment`() throws {
        var request = try request(start: 5000, expiry: 5600)
        _ = try request.rescheduled(
            to: Schedule(startsAt: Sample.at(10)), expiresAt: nil, by: Sample.ana, at: Sample.at(2000))
        #expect(request.expiresAt > Sample.at(2000))
        #expect(request.status == .open)
    }

    @Test func `an expiry that is said is taken, and refused before the start`() throws {
        var request = try request(start: 5000)
        let schedule = try Schedule(startsAt: Sample.at(9000))
        #expect(throws: Violation("must not be before schedule.startsAt", at: "/expiresAt")) {
            try request.rescheduled(to: schedule, expiresAt: Sample.at(8999), by: Sample.ana, at: Sample.at(1))
        }
        _ = try request.rescheduled(to: schedule, expiresAt: Sample.at(9000), by: Sample.ana, at: Sample.at(1))
        #expect(request.expiresAt == Sample.at(9000))
        #expect(
            try request.rescheduled(to: schedule, expiresAt: Sample.at(9000), by: Sample.ana, at: Sample.at(2)).isEmpty)
    }

    @Test func `a start beyond what a request may live is the schedule's fault`() throws {
        let schedule = try Schedule(startsAt: .latest)
        var request = try request(start: 5000)
        let before = request
        let refusal = #expect(throws: Violation.self) {
            try request.rescheduled(to: schedule, expiresAt: nil, by: Sample.ana, at: Sample.at(1))
        }
        #expect(refusal?.pointer == "/schedule/startsAt")
        #expect(request == before)
        var draft = try Sample.draft()
        draft.schedule = schedule
        let second = #expect(throws: Violation.self) {
            try SessionRequest.created(from: draft, id: 1, by: Sample.ana, at: Sample.start)
        }
        #expect(second?.pointer == "/schedule/startsAt")
    }
}
