internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire
internal import Testing

@Suite("Calls that nobody waits for any longer", .timeLimit(.minutes(1)))
struct AbandonedCallTests {
    /// Reads a call and says so; reads the request to give it up; answers late; then answers a ping.
    private static func script(_ reached: Signal) -> ScriptedServer.Script {
        { peer in
            let wait = try peer.request("sessionRequest.wait")
            reached.fire()
            let cancel = try peer.request("rpc.cancel")
            guard cancel.id == 0, cancel.params?["id"]?.integer == wait.id else { throw Unexpected("another call") }
            peer.refuse(wait, #"{"code":-32006,"message":"m","data":{"reason":"canceled","retryable":false}}"#)
            peer.answer(try peer.request("rpc.ping"), #"{"pong":true}"#)
            _ = peer.line()
        }
    }

    private static let wait = SessionRequestMethods.Wait.Params(id: 1, until: ["ready"])

    @Test("A call past its deadline fails, is given up by the service, and its late answer disturbs nobody")
    func deadline() async throws {
        let reached = Signal()
        let server = try ScriptedServer([Self.script(reached)])
        let timing = Timing(
            sleep: { duration in
                #expect(duration == .seconds(7))
                await reached.wait()
            }, random: { 0 })
        let connection = try await Connection.open(path: server.path, timing: timing)
        await #expect(throws: ClientError.deadlinePassed(method: "sessionRequest.wait", seconds: 7)) {
            try await connection.call(SessionRequestMethods.Wait.self, Self.wait, deadline: .seconds(7))
        }
        #expect(try await connection.call(RPCMethods.Ping.self, NoParams()).pong)
        #expect(server.complaints == [])
    }

    @Test("A cancelled task's call fails and is given up by the service")
    func canceled() async throws {
        let reached = Signal()
        let server = try ScriptedServer([Self.script(reached)])
        let connection = try await Connection.open(path: server.path)
        let task = Task { try await connection.call(SessionRequestMethods.Wait.self, Self.wait) }
        await reached.wait()
        task.cancel()
        await #expect(throws: ClientError.canceled) { try await task.value }
        #expect(try await connection.call(RPCMethods.Ping.self, NoParams()).pong)
        #expect(server.complaints == [])
    }

    @Test("A call made by a task that is cancelled already is never sent")
    func neverSent() async throws {
        let server = try ScriptedServer([{ peer in peer.answer(try peer.request("rpc.ping"), #"{"pong":true}"#) }])
        let connection = try await Connection.open(path: server.path)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await connection.call(SessionRequestMethods.Wait.self, Self.wait)
        }
        await #expect(throws: ClientError.canceled) { try await task.value }
        #expect(try await connection.call(RPCMethods.Ping.self, NoParams()).pong)
        #expect(server.complaints == [])
    }
}
