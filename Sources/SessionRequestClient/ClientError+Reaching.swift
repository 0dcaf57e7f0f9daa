#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

extension ClientError {
    /// Why connecting to a socket failed, and what a person can do about it.
    package static func connecting(to path: String, errno cause: Int32) -> ClientError {
        let (what, advice): (String, String) =
            switch cause {
            case ENOENT where path.contains("://"), ENOTDIR where path.contains("://"):
                (
                    "that is an address, and only the path of a socket on this machine will do",
                    "Run it on that machine instead: 'ssh HOST session-request list'."
                )
            case ECONNREFUSED where !isSocket(path), EACCES where !isSocket(path):
                (
                    "it is no socket",
                    "Name the service's in SESSION_REQUEST_SOCKET; the machine's is \(SocketAddress.system)."
                )
            case ENOENT, ENOTDIR:
                (
                    "there is no such socket",
                    "Start it with 'systemctl start session-requestd.socket', or name another in SESSION_REQUEST_SOCKET."
                )
            case ECONNREFUSED:
                (
                    "nobody listens on it any more",
                    "Start it with 'systemctl start session-requestd.socket', or run session-requestd by hand."
                )
            case EACCES, EPERM:
                (
                    "you may not open it",
                    "Ask an administrator to add you to the group 'session-request', then sign in again."
                )
            default: (String(cString: strerror(cause)), "Look at 'systemctl status session-requestd.socket'.")
            }
        return .unreachable(path: path, cause: what, advice: advice)
    }

    /// Whether a path leads to a socket, or to what cannot be looked at.
    private static func isSocket(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) != 0 || facts.st_mode & S_IFMT == S_IFSOCK
    }

    /// The path cannot be one of a socket.
    static func unusable(path: String) -> ClientError {
        .unreachable(
            path: path, cause: "a socket's path has 1 to \(ClientLimits.pathBytes) bytes",
            advice: "Name another in SESSION_REQUEST_SOCKET.")
    }

    /// The service does not keep up with new connections.
    static func crowded(path: String) -> ClientError {
        .unreachable(
            path: path, cause: "its queue of new connections stays full",
            advice: "Try again; if it lasts, look at 'systemctl status session-requestd'.")
    }

    /// The connection ended by itself.
    static func ended(path: String) -> ClientError {
        .unreachable(
            path: path, cause: "the service ended the connection",
            advice: "Try again; 'journalctl -u session-requestd' says why it did.")
    }

    /// This end closed the connection.
    static func closed(path: String) -> ClientError {
        .unreachable(path: path, cause: "this connection was closed here", advice: "Open a new one.")
    }

    /// The process has no descriptors or threads left.
    static func exhausted(path: String) -> ClientError {
        .unreachable(
            path: path, cause: "this process can open no more files or threads",
            advice: "Close some, or raise its limits.")
    }
}
