internal import SessionRequestModel
internal import SessionRequestStore
internal import Testing

@Suite("Records")
struct RecordCodecTests {
    @Test(
        "every request is read back as it was written, by number, in the log and in lists",
        arguments: [1, 2, 3] as [UInt64])
    func roundTrip(_ seed: UInt64) async throws {
        let desk = try TestDesk()
        var random = RandomRequests(seed: seed)
        let requests = try (1...200).map { try random.request(id: Int64($0)) }
        try await desk.write { transaction -> Void in
            for request in requests {
                try transaction.record([
                    Event(
                        type: .created, at: request.createdAt, actor: request.createdBy,
                        subject: .sessionRequest(request, before: nil))
                ])
            }
        }
        for request in requests { #expect(try desk.request(request.id) == request) }
        #expect(try desk.events().map(\.event) == desk.committed.flatMap(\.events).map(\.event))
        var query = ListQuery()
        query.limit = 500
        query.descends = false
        #expect(
            try desk.list(query, at: 0) == requests)
    }

    @Test(
        "of two states of a request, the one before is read back from the difference", arguments: [4, 5, 6] as [UInt64])
    func differences(_ seed: UInt64) async throws {
        let desk = try TestDesk()
        var random = RandomRequests(seed: seed)
        let states = try (1...200).map { _ in try random.request(id: 1) }
        try await desk.write { transaction -> Void in
            for (index, state) in states.enumerated() {
                try transaction.record([
                    Event(
                        type: index == 0 ? .created : .updated, at: state.updatedAt, actor: state.createdBy,
                        subject: .sessionRequest(state, before: index == 0 ? nil : states[index - 1]))
                ])
            }
        }
        let events = try desk.events()
        #expect(events.count == states.count)
        for (index, event) in events.enumerated() {
            #expect(event.event.subject == .sessionRequest(states[index], before: index == 0 ? nil : states[index - 1]))
        }
        #expect(try desk.request(1) == states.last)
        // The index followed every change: the counts hold one request.
        let last = try #require(states.last)
        #expect(try desk.store.read { try $0.summary(at: Samples.time(0)).byStatus } == [last.status: 1])
        var query = ListQuery()
        query.filter.tags = last.tags.isEmpty ? nil : last.tags
        query.filter.statuses = [last.status]
        query.filter.assignee = .some(last.assignee)
        #expect(
            try desk.list(query, at: 0) == [last])
    }

    @Test("clients are read back from the log")
    func clients() async throws {
        let desk = try TestDesk()
        let clients = [
            SignedInClient(
                clientID: "123", name: "anydesk", version: "9.0.1", features: ["a", "b"], isSupported: false,
                uid: 4_294_967_290, user: "ana", since: Samples.time(3)),
            SignedInClient(
                clientID: nil, name: "x", version: "1", features: [], isSupported: true, uid: 0, user: "root",
                since: Samples.time(4)),
        ]
        try await desk.write { transaction -> Void in
            for client in clients {
                try transaction.record([
                    Event(
                        type: .clientSignedOut, at: Samples.time(5), actor: .service, subject: .client(client))
                ])
            }
        }
        #expect(try desk.events().map(\.event.subject) == clients.map { .client($0) })
    }
}
