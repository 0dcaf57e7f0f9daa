package import SessionRequestClient

/// What a file at the place of the service's socket is to this process.
package enum SocketFile: Sendable, Equatable {
    case missing
    /// A folder on the way may not be looked into.
    case hidden
    case notASocket
    /// A socket, the group that it is for, and whether this process may write to it.
    case socket(group: String, mayOpen: Bool)
}

extension Finding {
    /// The socket: is it there, may this user open it, does somebody listen? `error` is what connecting came to.
    package static func socket(at path: String, _ file: SocketFile, _ error: ClientError?, group: GroupMembership)
        -> Finding
    {
        switch file {
        case .missing:
            return Finding("socket", .failed, "there is no socket at \(path)", advice: waysToStart(path))
        case .hidden:
            return Finding(
                "socket", .failed, "you may not look into the folder of \(path)",
                advice: "Its folders need the permission x for you: 'namei -l \(path)' shows them.")
        case .notASocket:
            return Finding(
                "socket", .failed, "\(path) is no socket",
                advice: "Look at SESSION_REQUEST_SOCKET and --socket: they name the socket itself.")
        case .socket(let owners, mayOpen: false):
            return Finding(
                "socket", .failed, "you may not open \(path): it is for the group \(owners)",
                advice: group.name == owners
                    ? group.wayIn : "Only the account whose socket it is, and root, may open it.")
        case .socket:
            guard case .unreachable(_, let cause, let advice)? = error else {
                return Finding("socket", .ok, "\(path) is there, and you may open it")
            }
            return Finding("socket", .failed, "\(path) is there, but \(cause)", advice: advice)
        }
    }

    private static func waysToStart(_ path: String) -> String {
        if path == SocketAddress.system {
            return """
                For the whole machine: sudo systemctl enable --now session-requestd.socket
                Only for yourself: systemctl --user enable --now session-requestd.socket session-requestd-gateway.socket
                If it listens elsewhere, name its socket in SESSION_REQUEST_SOCKET.
                """
        }
        if path.hasPrefix("/run/user/") {
            return "Start it: systemctl --user enable --now session-requestd.socket session-requestd-gateway.socket"
        }
        if path.hasPrefix("/run/session-requestd/") {
            return "Start it: sudo systemctl enable --now session-requestd.socket"
        }
        return "Start session-requestd there, or name another socket in SESSION_REQUEST_SOCKET or --socket."
    }
}
