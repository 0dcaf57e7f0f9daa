#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// Where the service listens.
public enum SocketAddress {
    /// The socket of the whole machine.
    public static let system = "/run/session-requestd/agent.sock"

    /// The path to use: `$SESSION_REQUEST_SOCKET` if it is set, whether or not it exists; else the socket of the
    /// user's own service if it exists; else that of the machine.
    public static func lookup() -> String {
        lookup(
            environment: { name in getenv(name).map { String(cString: $0) } },
            exists: { path in access(path, F_OK) == 0 })
    }

    /// The same, with everything it looks at as parameters. An empty variable counts as unset.
    public static func lookup(environment: (String) -> String?, exists: (String) -> Bool) -> String {
        if let path = environment("SESSION_REQUEST_SOCKET"), !path.isEmpty { return path }
        if let directory = environment("XDG_RUNTIME_DIR"), !directory.isEmpty {
            let path = "\(directory)/session-requestd/agent.sock"
            if exists(path) { return path }
        }
        return system
    }
}
