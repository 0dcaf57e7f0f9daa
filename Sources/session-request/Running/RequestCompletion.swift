internal import SessionRequestClient
internal import SessionRequestWire

/// The numbers of session requests for a shell that completes them.
enum RequestCompletion {
    /// How long a shell may be kept waiting.
    private static let patience = Duration.seconds(1)

    /// The numbers that begin with a prefix, of what is neither closed nor expired; none when the service is away.
    static func candidates(_ prefix: String) async -> [String] {
        let path = SocketAddress.lookup()
        let filter = WireFilter(statuses: ["open", "waiting", "ready", "connected"])
        guard let connection = try? await Connection.open(path: path),
            let list = try? await connection.call(
                SessionRequestMethods.List.self, SessionRequestMethods.List.Params(filter: filter, limit: 200),
                deadline: patience)
        else { return [] }
        return list.sessionRequests.compactMap { $0.id.map(String.init) }.filter { $0.hasPrefix(prefix) }
    }
}
