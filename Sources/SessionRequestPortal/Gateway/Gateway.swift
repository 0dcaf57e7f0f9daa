internal import SessionRequestClient
internal import SessionRequestWire
internal import Synchronization

/// Calls on the daemon's gateway socket, over a few connections that are opened when they are needed and closed when
/// they are not, so that a daemon that nobody visits may leave.
final class Gateway: Sendable {
    private struct Line {
        var connection: Connection
        var usedAt: Duration
    }

    private struct State {
        var lines: [Line?] = Array(repeating: nil, count: PortalLimits.callConnections)
        var next = 0
    }

    let path: String
    private let now: @Sendable () -> Duration
    private let state = Mutex(State())

    /// - Parameter now: a time that never goes back.
    init(path: String, now: @escaping @Sendable () -> Duration) {
        self.path = path
        self.now = now
    }

    /// Calls a method. One that may be repeated without harm is tried on a second connection when the first turns out to
    /// be over.
    func call<Method: RPCMethod>(
        _ method: Method.Type, _ params: Method.Params, isRepeatable: Bool = false
    ) async throws(ClientError) -> Method.Result {
        do {
            return try await connection().call(method, params, deadline: .seconds(PortalLimits.callSeconds))
        } catch .unreachable where isRepeatable {
            return try await connection().call(method, params, deadline: .seconds(PortalLimits.callSeconds))
        }
    }

    /// Closes what has not been used for so long.
    func closeIdle(after idle: Duration) {
        let now = now()
        let closed = state.withLock { state in
            var closed: [Connection] = []
            for index in state.lines.indices {
                guard let line = state.lines[index], now - line.usedAt >= idle else { continue }
                closed.append(line.connection)
                state.lines[index] = nil
            }
            return closed
        }
        for connection in closed { connection.close() }
    }

    private func connection() async throws(ClientError) -> Connection {
        let now = now()
        let (index, open) = state.withLock { state -> (Int, Connection?) in
            state.next = (state.next + 1) % state.lines.count
            guard var line = state.lines[state.next], line.connection.ending == nil else { return (state.next, nil) }
            line.usedAt = now
            state.lines[state.next] = line
            return (state.next, line.connection)
        }
        if let open { return open }
        let fresh = try await Connection.open(path: path)
        // Somebody else may have opened one for the same place meanwhile: the later one is kept, the other lives for as
        // long as its calls.
        state.withLock { $0.lines[index] = Line(connection: fresh, usedAt: now) }
        return fresh
    }
}
