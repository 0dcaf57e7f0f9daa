internal import SessionRequestModel
internal import SessionRequestStore
internal import Testing

/// What is not written with each change, but follows: the tallies, the nearest deadline, the chain of a request's events.
@Suite("What follows the log")
struct FollowingTests {
    private struct Refused: Error {}

    @Test("whatever is written and undone, they agree with the rows", arguments: [1, 2, 3] as [UInt64])
    func agreement(seed: UInt64) async throws {
        let directory = try TestDesk.newDirectory()
        defer { TestDesk.remove(directory) }
        var generator = RandomRequests.Generator(state: seed)
        for _ in 0..<2 {
            let desk = try TestDesk(in: directory)
            for step in 0..<50 {
                try await act(on: desk, at: Int64(step), &generator)
                try checkSums(of: desk)
            }
            try checkChains(of: desk)
        }
    }

    /// Creates requests, changes one, or writes and is refused.
    private func act(on desk: TestDesk, at seconds: Int64, _ generator: inout RandomRequests.Generator) async throws {
        let now = Samples.time(seconds)
        let ids = try desk.list(ListQuery()).map(\.id)
        let choice = Int.random(in: 0..<8, using: &generator)
        let lifetime = Int64.random(in: 100..<100_000, using: &generator)
        guard choice > 1, let id = ids.randomElement(using: &generator) else {
            try await desk.write { transaction in
                for extra in 0...choice {
                    var draft = try Samples.draft()
                    draft.defaultLifetimeSeconds = lifetime + Int64(extra)
                    try transaction.create(draft, at: now)
                }
            }
            return
        }
        do {
            try await desk.write { transaction -> Void in
                try transaction.change(id) { request in
                    switch choice {
                    case 2: try request.opened(by: .recipient, at: now)
                    case 3:
                        try request.granted(
                            Samples.join(leaseUntil: now.adding(seconds: lifetime / 200)), by: .recipient, at: now)
                    case 4: try request.closed(reason: .done, note: nil, by: Samples.ana, at: now)
                    case 5: request.timePassed(to: now.adding(seconds: lifetime))
                    default: try request.commented("Again.", by: Samples.ana, at: now)
                    }
                }
                guard choice < 7 else {
                    _ = try transaction.snapshot.nextDeadline()
                    throw Refused()
                }
            }
        } catch is InvalidTransition {
        } catch is Refused {
        }
    }

    private func checkSums(of desk: TestDesk) throws {
        try desk.store.read { snapshot in
            let summary = try snapshot.summary(at: Samples.time(0))
            for status in Status.allCases {
                var filter = RequestFilter()
                filter.statuses = [status]
                #expect(try summary.byStatus[status] ?? 0 == snapshot.count(filter))
            }
            let nearest = try requests(snapshot).compactMap(\.nextDeadline).min()
            #expect(try snapshot.nextDeadline() == nearest)
            #expect(desk.committed.last?.nextDeadline == nearest)
        }
    }

    private func checkChains(of desk: TestDesk) throws {
        try desk.store.read { snapshot in
            let events = try snapshot.events(after: 0, limit: 100_000, bytes: .max)
            for request in try requests(snapshot) {
                let own = events.filter { logged in
                    if case .sessionRequest(let of, _) = logged.event.subject { of.id == request.id } else { false }
                }
                let history = try snapshot.history(of: request.id, after: 0, limit: 1000)
                #expect(history.map(\.sequence) == own.map(\.sequence))
                let second = try snapshot.history(of: request.id, after: own[0].sequence, limit: 1)
                #expect(second.map(\.sequence) == own.dropFirst().prefix(1).map(\.sequence))
            }
        }
    }

    private func requests(_ snapshot: Snapshot) throws -> [SessionRequest] {
        var all = ListQuery()
        all.limit = 500
        return try snapshot.sessionRequests(all, at: Samples.time(0)).requests
    }
}
