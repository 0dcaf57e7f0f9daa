internal import Foundation
internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire
internal import Testing

@Suite("Calls on a connection", .timeLimit(.minutes(1)))
struct ConnectionTests {
    @Test("A call is answered with its result")
    func result() async throws {
        let server = try ScriptedServer([
            { peer in
                let request = try peer.request("sessionRequest.explain")
                guard request.params?["id"]?.integer == 42 else { throw Unexpected("other params") }
                peer.answer(request, #"{"connectable":false,"reason":"invalid_transition","message":"m"}"#)
                _ = peer.line()
            }
        ])
        let connection = try await Connection.open(path: server.path)
        let result = try await connection.call(SessionRequestMethods.Explain.self, RequestParams(id: 42))
        #expect(result.reason == "invalid_transition")
        #expect(connection.ending == nil)
        #expect(server.complaints == [])
    }

    @Test("Two hundred calls at once each get their own answer, in whatever order they come")
    func manyInFlight() async throws {
        let server = try ScriptedServer([
            { peer in
                let requests = try (0..<200).map { _ in try peer.request("echo") }
                for request in requests.reversed() { peer.answer(request, "\(request.params?["n"]?.integer ?? -1)") }
                _ = peer.line()
            }
        ])
        let connection = try await Connection.open(path: server.path)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<200 as Range<Int64> {
                group.addTask {
                    let params = JSONValue.object([("n", .integer(number))])
                    return try await connection.call(method: "echo", params: params).integer == number
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test("A refusal is thrown as it was said, and the connection goes on")
    func refusal() async throws {
        let server = try ScriptedServer([
            { peer in
                peer.refuse(
                    try peer.request(),
                    #"{"code":1002,"message":"no","data":{"reason":"revision_conflict","retryable":false,"revision":9}}"#
                )
                peer.answer(try peer.request(), #"{"pong":true}"#)
                _ = peer.line()
            }
        ])
        let connection = try await Connection.open(path: server.path)
        await #expect(throws: ClientError.service(.revisionConflict("no", revision: 9))) {
            try await connection.call(SessionRequestMethods.Claim.self, RequestChangeParams(id: 1, ifRevision: 8))
        }
        #expect(try await connection.call(RPCMethods.Ping.self, NoParams()).pong)
    }

    @Test("Calls under way when the service goes fail with what to do about it, and so do later ones")
    func ended() async throws {
        let server = try ScriptedServer([{ peer in _ = try peer.request() }])
        let connection = try await Connection.open(path: server.path)
        for _ in 0..<2 {
            let error = await #expect(throws: ClientError.self) {
                try await connection.call(RPCMethods.Ping.self, NoParams())
            }
            guard case .unreachable(server.path, _, let advice) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(advice.contains("journalctl"))
        }
        #expect(connection.ending != nil)
    }

    @Test("What the service complained about before it ended the connection is why calls fail")
    func complaint() async throws {
        let server = try ScriptedServer([
            { peer in
                _ = try peer.request()
                peer.send(
                    #"{"jsonrpc":"2.0","id":null,"error":{"code":-32001,"message":"long","data":{"reason":"too_large","retryable":false}}}"#
                )
            }
        ])
        let connection = try await Connection.open(path: server.path)
        await #expect(throws: ClientError.service(.tooLarge("long"))) {
            try await connection.call(RPCMethods.Ping.self, NoParams())
        }
    }

    @Test(
        "Whatever else answers is called out",
        arguments: [
            "HTTP/1.1 400 Bad Request", "{}", "[]", #"{"jsonrpc":"1.0","id":1,"result":{}}"#,
            #"{"jsonrpc":"2.0","id":99,"result":{}}"#, #"{"jsonrpc":"2.0","id":"1","result":{}}"#,
            #"{"jsonrpc":"2.0","id":1}"#, #"{"jsonrpc":"2.0","id":1,"error":{"code":"x"}}"#,
            #"{"jsonrpc":"2.0","id":1,"method":"are.you.there"}"#, #"{"jsonrpc":"2.0","id":1,"result":{"pong":"yes"}}"#,
        ])
    func violation(_ line: String) async throws {
        let server = try ScriptedServer([
            { peer in
                _ = try peer.request()
                peer.send(line)
                _ = peer.line()
            }
        ])
        let connection = try await Connection.open(path: server.path)
        let error = await #expect(throws: ClientError.self) {
            try await connection.call(RPCMethods.Ping.self, NoParams())
        }
        guard case .protocolViolation = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("Large requests and large answers pass whole")
    func large() async throws {
        let server = try ScriptedServer([
            { peer in
                let request = try peer.request()
                let text = request.params?["text"]?.string ?? ""
                peer.answer(request, #"{"text":"\#(text)\#(text)"}"#)
                _ = peer.line()
            }
        ])
        let connection = try await Connection.open(path: server.path)
        let text = String(repeating: "0123456789abcdef", count: 1 << 18)
        let result = try await connection.call(method: "echo", params: JSONValue.object([("text", .string(text))]))
        #expect(result["text"]?.string == text + text)
    }

    @Test("A connection that nobody holds any more ends")
    func forgotten() async throws {
        let (ends, end) = AsyncStream.makeStream(of: Bool.self)
        let server = try ScriptedServer([
            { peer in
                peer.answer(try peer.request(), #"{"pong":true}"#)
                end.yield(peer.line() == nil)
                end.finish()
            }
        ])
        #expect(try await Connection.open(path: server.path).call(RPCMethods.Ping.self, NoParams()).pong)
        for await isEnd in ends { #expect(isEnd) }
    }

    @Test("A closed connection refuses calls and says that it was closed here")
    func closed() async throws {
        let server = try ScriptedServer([{ peer in _ = peer.line() }])
        let connection = try await Connection.open(path: server.path)
        connection.close()
        let error = await #expect(throws: ClientError.self) {
            try await connection.call(RPCMethods.Ping.self, NoParams())
        }
        #expect(error?.description.contains("closed here") == true)
    }
}
