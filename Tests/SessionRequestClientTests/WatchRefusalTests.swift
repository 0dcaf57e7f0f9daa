internal import SessionRequestClient
internal import SessionRequestWire
internal import Testing

@Suite("What a watch does when it is refused", .timeLimit(.minutes(1)))
struct WatchRefusalTests {
    @Test("What trying again will not mend is thrown, and then it is over")
    func refused() async throws {
        let refusal = WireError.permissionDenied("cannot read the stream")
        let server = try ScriptedServer([{ peer in try WatchScripts.refuse(peer, refusal) }])
        var watch = Watch(path: server.path).makeAsyncIterator()
        let error = await #expect(throws: ClientError.self) { try await watch.next() }
        #expect(error == .service(refusal))
        #expect(try await watch.next() == nil)
    }

    @Test("Nobody there in the first place is thrown at once")
    func unreachable() async {
        var watch = Watch(path: "/nonexistent/agent.sock").makeAsyncIterator()
        let error = await #expect(throws: ClientError.self) { try await watch.next() }
        guard case .unreachable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("A busy service is tried again when it says, also in the first place")
    func busy() async throws {
        let server = try ScriptedServer([
            { peer in try WatchScripts.refuse(peer, .busy("cannot take more", retryAfter: 5)) },
            { peer in
                try WatchScripts.subscribe(peer, since: nil, snapshot: true, at: "e.1")
                _ = peer.line()
            },
        ])
        let pauses = Recorder<Duration>()
        var watch = Watch(
            path: server.path, options: WatchOptions(snapshot: true), timing: WatchScripts.timing(pauses)
        ).makeAsyncIterator()
        #expect(try await watch.next().map(WatchScripts.words) == "interrupted 5.0 seconds")
        #expect(try await watch.next().map(WatchScripts.words) == "snapshot 1 at e.1")
        #expect(pauses.values == [.seconds(5)])
    }

    private static let expired = WireError.cursorExpired("cannot go on", earliest: "f.1", latest: "f.9")

    @Test("A place that is gone is made good by a new snapshot, for who asked for one")
    func snapshotAgain() async throws {
        let server = try ScriptedServer([
            { peer in try WatchScripts.subscribe(peer, since: nil, snapshot: true, at: "e.1") },
            { peer in try WatchScripts.refuse(peer, Self.expired) },
            { peer in
                try WatchScripts.subscribe(peer, since: nil, snapshot: true, at: "f.9")
                WatchScripts.event(peer, "f.10")
                _ = peer.line()
            },
        ])
        var watch = Watch(
            path: server.path, options: WatchOptions(snapshot: true), timing: WatchScripts.timing(Recorder())
        ).makeAsyncIterator()
        var words: [String] = []
        for _ in 0..<6 { words.append(try #require(try await watch.next().map(WatchScripts.words))) }
        #expect(
            words == [
                "snapshot 1 at e.1", "interrupted 0.05 seconds", "interrupted 0.0 seconds", "resumed",
                "snapshot 1 at f.9", "event f.10",
            ])
        #expect(server.complaints == [])
    }

    @Test("A place that is gone is thrown to who would otherwise miss something")
    func expired() async throws {
        let server = try ScriptedServer([
            { peer in try WatchScripts.subscribe(peer, since: "e.1", at: "e.1") },
            { peer in try WatchScripts.refuse(peer, Self.expired) },
        ])
        var watch = Watch(
            path: server.path, options: WatchOptions(since: "e.1"), timing: WatchScripts.timing(Recorder())
        ).makeAsyncIterator()
        #expect(try await watch.next().map(WatchScripts.words) == "interrupted 0.05 seconds")
        let error = await #expect(throws: ClientError.self) { try await watch.next() }
        #expect(error == .service(Self.expired))
    }

    @Test("An event that cannot be read is thrown, not passed over")
    func unreadable() async throws {
        let server = try ScriptedServer([
            { peer in
                try WatchScripts.subscribe(peer, since: nil, at: "e.1")
                peer.notify("events.event", #"{"subscription":"s1","cursor":2}"#)
                _ = peer.line()
            }
        ])
        var watch = Watch(path: server.path).makeAsyncIterator()
        let error = await #expect(throws: ClientError.self) { try await watch.next() }
        guard case .protocolViolation = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
