internal import Foundation
internal import SessionRequestClient
internal import SessionRequestWire
internal import Testing

@Suite("Reaching the service", .timeLimit(.minutes(1)))
struct ReachingTests {
    @Test(
        "The socket is looked for where the user says, then at the user's own, then at the machine's",
        arguments: [
            ([:], [], SocketAddress.system),
            (["SESSION_REQUEST_SOCKET": "/a"], [], "/a"),
            (["SESSION_REQUEST_SOCKET": ""], [], SocketAddress.system),
            (["XDG_RUNTIME_DIR": "/r"], [], SocketAddress.system),
            (["XDG_RUNTIME_DIR": "/r"], ["/r/session-requestd/agent.sock"], "/r/session-requestd/agent.sock"),
            (["XDG_RUNTIME_DIR": ""], ["/session-requestd/agent.sock"], SocketAddress.system),
            (
                ["XDG_RUNTIME_DIR": "/r", "SESSION_REQUEST_SOCKET": "/a"], ["/r/session-requestd/agent.sock"], "/a"
            ),
        ] as [([String: String], Set<String>, String)])
    func lookup(_ environment: [String: String], _ existing: Set<String>, _ expected: String) {
        #expect(
            SocketAddress.lookup(environment: { environment[$0] }, exists: { existing.contains($0) }) == expected)
    }

    private func refusal(at path: String, timing: Timing = .real) async -> (cause: String, advice: String)? {
        let error = await #expect(throws: ClientError.self) { try await Connection.open(path: path, timing: timing) }
        guard case .unreachable(path, let cause, let advice) = error else { return nil }
        return (cause, advice)
    }

    @Test("No socket there: start it, or name another")
    func missing() async throws {
        let refusal = try #require(await refusal(at: "/nonexistent/agent.sock"))
        #expect(refusal.cause.contains("no such socket"))
        #expect(refusal.advice.contains("systemctl start") && refusal.advice.contains("SESSION_REQUEST_SOCKET"))
    }

    @Test("A socket file that nobody listens on: start it")
    func stale() async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "src-\(UUID().uuidString.prefix(8)).sock")
            .path
        try ScriptedServer.abandonedSocket(at: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let refusal = try #require(await refusal(at: path))
        #expect(refusal.cause.contains("nobody listens"))
    }

    @Test(
        "A path that no socket can have is not tried", arguments: ["", String(repeating: "x", count: 108), "/a\u{0}b"])
    func unusable(_ path: String) async throws {
        let refusal = try #require(await refusal(at: path))
        #expect(refusal.cause.contains("107 bytes"))
    }

    @Test("A socket that one may not open: whom to ask", arguments: [EACCES, EPERM])
    func forbidden(_ cause: Int32) {
        let error = ClientError.connecting(to: "/s", errno: cause)
        #expect(error.description.contains("group 'session-request'"))
        #expect(error.isPassing)
    }

    @Test("What is no socket is called so, even where one may not open it", arguments: [ECONNREFUSED, EACCES])
    func noSocket(_ cause: Int32) {
        #expect(ClientError.connecting(to: "/dev/null", errno: cause).description.contains("it is no socket"))
        #expect(!ClientError.connecting(to: "/no/such", errno: cause).description.contains("it is no socket"))
    }

    @Test("An address of another machine is no path", arguments: [ENOENT, ENOTDIR])
    func address(_ cause: Int32) {
        let error = ClientError.connecting(to: "ssh://a@b", errno: cause)
        #expect(error.description.contains("only the path of a socket"))
    }

    @Test("A listener whose queue stays full is tried again for a while, with longer and longer pauses")
    func crowded() async throws {
        let server = try ScriptedServer(backlog: 0, [])
        let first = try await Connection.open(path: server.path)
        let pauses = Recorder<Duration>()
        let timing = Timing(sleep: { pauses.record($0) }, random: { 0 })
        let refusal = try #require(await refusal(at: server.path, timing: timing))
        #expect(refusal.cause.contains("stays full"))
        #expect(pauses.values.count == 50)
        #expect(pauses.values == pauses.values.sorted())
        first.close()
    }

    @Test(
        "Errors say in a sentence what cannot be done",
        arguments: [
            (ClientError.service(WireError(.notFound, "cannot find queue x")), "cannot find queue x", false),
            (.service(.busy("cannot take more", retryAfter: 1)), "cannot take more", true),
            (
                .deadlinePassed(method: "rpc.ping", seconds: 30), "cannot wait longer for rpc.ping: no answer in 30 s",
                true
            ),
            (
                .deadlinePassed(method: "rpc.ping", seconds: 0.5),
                "cannot wait longer for rpc.ping: no answer in 0.5 s", true
            ),
            (.protocolViolation("no JSON"), "cannot understand what answers: no JSON", false),
            (.canceled, "cannot go on: the call was cancelled", false),
            (
                .unreachable(path: "/s", cause: "gone", advice: "Start it."),
                "cannot reach the service at /s: gone. Start it.", true
            ),
        ] as [(ClientError, String, Bool)])
    func descriptions(_ error: ClientError, _ expected: String, _ isPassing: Bool) {
        #expect(error.description == expected)
        #expect(error.isPassing == isPassing)
    }
}
