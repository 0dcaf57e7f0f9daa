internal import SessionRequestClient
internal import SessionRequestWire
internal import Testing

@Suite("A watch", .timeLimit(.minutes(1)))
struct WatchTests {
    /// The first so many items, in words.
    private func words(_ count: Int, of watch: Watch) async throws -> [String] {
        var words: [String] = []
        for try await item in watch {
            words.append(WatchScripts.words(item))
            if words.count == count { break }
        }
        return words
    }

    @Test("It tells the snapshot, then each event and sign of life in order")
    func order() async throws {
        let server = try ScriptedServer([
            { peer in
                try WatchScripts.subscribe(peer, since: nil, snapshot: true, at: "e.1")
                WatchScripts.event(peer, "e.2")
                peer.notify("events.later", "{}")
                WatchScripts.event(peer, "e.3")
                peer.notify("events.sync", #"{"subscription":"s1","cursor":"e.5"}"#)
                _ = peer.line()
            }
        ])
        let watch = Watch(path: server.path, options: WatchOptions(snapshot: true))
        #expect(try await words(4, of: watch) == ["snapshot 1 at e.1", "event e.2", "event e.3", "sync e.5"])
        #expect(server.complaints == [])
    }

    @Test("A lost connection is made anew, and the stream goes on behind what was told, nothing twice")
    func resumes() async throws {
        let server = try ScriptedServer([
            { peer in
                try WatchScripts.subscribe(peer, since: "earliest", snapshot: true, at: "e.1")
                WatchScripts.event(peer, "e.2")
            },
            { peer in
                try WatchScripts.subscribe(peer, since: "e.2", at: "e.2")
                WatchScripts.event(peer, "e.2")
                peer.notify("events.sync", #"{"subscription":"s1","cursor":"e.4"}"#)
            },
            { peer in
                try WatchScripts.subscribe(peer, since: "e.4", at: "e.4")
                WatchScripts.event(peer, "e.5")
                _ = peer.line()
            },
        ])
        let pauses = Recorder<Duration>()
        let watch = Watch(
            path: server.path, options: WatchOptions(since: "earliest", snapshot: true),
            timing: WatchScripts.timing(pauses))
        #expect(
            try await words(8, of: watch) == [
                "snapshot 1 at e.1", "event e.2", "interrupted 0.05 seconds", "resumed", "sync e.4",
                "interrupted 0.05 seconds", "resumed", "event e.5",
            ])
        #expect(pauses.values == [.milliseconds(50), .milliseconds(50)])
        #expect(server.complaints == [])
    }

    @Test("A connection lost before the first event is resumed where the subscription began")
    func resumesBeforeEvents() async throws {
        let server = try ScriptedServer([
            { peer in try WatchScripts.subscribe(peer, since: "now", at: "e.7") },
            { peer in
                try WatchScripts.subscribe(peer, since: "e.7", at: "e.7")
                WatchScripts.event(peer, "e.8")
                _ = peer.line()
            },
        ])
        let watch = Watch(
            path: server.path, options: WatchOptions(since: "now"), timing: WatchScripts.timing(Recorder()))
        #expect(try await words(3, of: watch) == ["interrupted 0.05 seconds", "resumed", "event e.8"])
        #expect(server.complaints == [])
    }

    @Test("A stream that the service ends is resumed from where it says and not before it says")
    func closed() async throws {
        let server = try ScriptedServer([
            { peer in
                try WatchScripts.subscribe(peer, since: nil, at: "e.1")
                peer.notify(
                    "events.closed", #"{"subscription":"s1","reason":"shutdown","resume":"e.3","retryAfter":2}"#)
            },
            { peer in
                try WatchScripts.subscribe(peer, since: "e.3", at: "e.3")
                WatchScripts.event(peer, "e.4")
                _ = peer.line()
            },
        ])
        let watch = Watch(path: server.path, timing: WatchScripts.timing(Recorder()))
        #expect(try await words(3, of: watch) == ["interrupted 2.0 seconds", "resumed", "event e.4"])
        #expect(server.complaints == [])
    }

    @Test("A service that is gone for long is tried again at longer and longer intervals")
    func patience() async throws {
        let server = try ScriptedServer([{ peer in try WatchScripts.subscribe(peer, since: nil, at: "e.1") }])
        let path = server.path
        let successor = Recorder<ScriptedServer>()
        let pauses = Recorder<Duration>()
        var watch = Watch(path: path, timing: WatchScripts.timing(pauses, random: 0.5)).makeAsyncIterator()
        var words: [String] = []
        while words.last != "event e.2", let item = try await watch.next() {
            words.append(WatchScripts.words(item))
            guard words.count == 12 else { continue }
            successor.record(
                try ScriptedServer(
                    at: path,
                    [
                        { peer in
                            try WatchScripts.subscribe(peer, since: "e.1", at: "e.1")
                            WatchScripts.event(peer, "e.2")
                            _ = peer.line()
                        }
                    ]))
        }
        #expect(words.suffix(2) == ["resumed", "event e.2"])
        #expect(pauses.values.prefix(3) == [.milliseconds(75), .milliseconds(150), .milliseconds(300)])
        #expect(pauses.values.last == .milliseconds(22_500))
        #expect(server.complaints == [])
    }

    @Test("It ends without a word when its task is cancelled", arguments: [true, false])
    func canceled(_ isConnected: Bool) async throws {
        let subscribed = Signal()
        let server = try ScriptedServer([
            { peer in
                if isConnected { try WatchScripts.subscribe(peer, since: nil, snapshot: true, at: "e.1") }
                subscribed.fire()
                _ = peer.line()
            }
        ])
        let task = Task {
            try await words(100, of: Watch(path: server.path, options: WatchOptions(snapshot: true)))
        }
        await subscribed.wait()
        task.cancel()
        #expect(try await task.value.count <= 1)
    }

    @Test("A slow reader of thousands of events misses none")
    func slow() async throws {
        let server = try ScriptedServer([
            { peer in
                try WatchScripts.subscribe(peer, since: nil, at: "e.0")
                for number in 1...5000 { WatchScripts.event(peer, "e.\(number)") }
                _ = peer.line()
            }
        ])
        var next = 1
        for try await item in Watch(path: server.path) {
            #expect(WatchScripts.words(item) == "event e.\(next)")
            next += 1
            await Task.yield()
            if next > 5000 { break }
        }
        #expect(next == 5001)
    }
}
