internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire
internal import Testing

@Suite("Notifications on a connection", .timeLimit(.minutes(1)))
struct NotificationTests {
    @Test("They are kept in order, also those that come with the answer, and end with the connection")
    func order() async throws {
        let server = try ScriptedServer([
            { peer in
                peer.answer(try peer.request(), #"{"pong":true}"#)
                for number in 0..<5000 { peer.notify("tick", #"{"n":\#(number)}"#) }
            }
        ])
        let connection = try await Connection.open(path: server.path, keepingNotifications: true)
        _ = try await connection.call(RPCMethods.Ping.self, NoParams())
        var expected: Int64 = 0
        while let notification = await connection.nextNotification() {
            #expect(notification.method == "tick")
            #expect(notification.params?["n"]?.integer == expected)
            expected += 1
        }
        #expect(expected == 5000)
        #expect(connection.ending != nil)
    }

    @Test("Where nobody keeps them they are dropped, and calls go on")
    func dropped() async throws {
        let server = try ScriptedServer([
            { peer in
                let request = try peer.request()
                for number in 0..<5000 { peer.notify("tick", #"{"n":\#(number)}"#) }
                peer.answer(request, #"{"pong":true}"#)
                _ = peer.line()
            }
        ])
        let connection = try await Connection.open(path: server.path)
        #expect(try await connection.call(RPCMethods.Ping.self, NoParams()).pong)
    }

    @Test("A reader that takes none makes the service wait instead of filling memory, and misses nothing")
    func backPressure() async throws {
        let count = 20_000
        let stalled = Signal()
        let server = try ScriptedServer([
            { peer in
                let padding = String(repeating: "x", count: 1000)
                var hasStalled = false
                for number in 0..<count {
                    if !hasStalled, peer.isStalled(milliseconds: 300) {
                        hasStalled = true
                        stalled.fire()
                    }
                    peer.notify("tick", #"{"n":\#(number),"padding":"\#(padding)"}"#)
                }
                if !hasStalled { throw Unexpected("all was taken without anybody asking for it") }
            }
        ])
        let connection = try await Connection.open(path: server.path, keepingNotifications: true)
        await stalled.wait()
        var taken = 0
        while await connection.nextNotification() != nil { taken += 1 }
        #expect(taken == count)
        #expect(server.complaints == [])
    }

    @Test("Waiting for one ends when the task is cancelled, and the connection lives on")
    func canceled() async throws {
        let server = try ScriptedServer([
            { peer in
                peer.answer(try peer.request(), #"{"pong":true}"#)
                _ = peer.line()
            }
        ])
        let connection = try await Connection.open(path: server.path, keepingNotifications: true)
        let task = Task { await connection.nextNotification() == nil }
        task.cancel()
        #expect(await task.value)
        #expect(try await connection.call(RPCMethods.Ping.self, NoParams()).pong)
    }
}
