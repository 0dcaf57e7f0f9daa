internal import Glibc
internal import NIOCore
internal import NIOPosix
public import SessionRequestService

/// Why a socket cannot be listened on.
public struct ListenError: Error, CustomStringConvertible {
    /// One sentence that names the socket and the way out.
    public let description: String
}

/// A door that is listened at: a descriptor that is bound and listening already.
public struct ListeningDoor: Sendable {
    /// The door.
    public let door: Door
    /// The socket.
    public let descriptor: Int32

    /// A door behind a socket that somebody else bound, such as systemd.
    public init(door: Door, descriptor: Int32) {
        self.door = door
        self.descriptor = descriptor
    }

    /// Binds a socket file. One that nobody listens on any more is replaced; a live one is an error. The mode is 0600 for
    /// gateway and courier, 0660 for the others.
    public static func bind(_ door: Door, path: String) throws(ListenError) -> ListeningDoor {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path), !bytes.isEmpty else {
            throw ListenError(
                description: "cannot listen on \(path): a socket's path has 1 to 107 bytes; choose a shorter one")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        try removeStale(path, address)
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw refusal(path, errno) }
        let mask = umask(door == .gateway || door == .courier ? 0o177 : 0o117)
        let isBound = call(Glibc.bind, descriptor, address) == 0
        let cause = errno
        umask(mask)
        guard isBound else {
            Glibc.close(descriptor)
            throw refusal(path, cause)
        }
        guard listen(descriptor, ServerLimits.backlog) == 0 else {
            let cause = errno
            Glibc.close(descriptor)
            throw refusal(path, cause)
        }
        return ListeningDoor(door: door, descriptor: descriptor)
    }

    private static func removeStale(_ path: String, _ address: sockaddr_un) throws(ListenError) {
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return }
        guard facts.st_mode & S_IFMT == S_IFSOCK else {
            throw ListenError(description: "cannot listen on \(path): a file that is no socket is there; remove it")
        }
        let probe = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard probe >= 0 else { throw refusal(path, errno) }
        defer { Glibc.close(probe) }
        if call(connect, probe, address) == 0 || errno != ECONNREFUSED {
            throw ListenError(
                description: "cannot listen on \(path): another process does; stop it, or choose another path")
        }
        unlink(path)
    }

    private static func call(
        _ function: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32, _ descriptor: Int32, _ address: sockaddr_un
    ) -> Int32 {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                function(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    private static func refusal(_ path: String, _ cause: Int32) -> ListenError {
        ListenError(description: "cannot listen on \(path): \(String(cString: strerror(cause)))")
    }

    /// Whether a peer waits to be accepted.
    var hasWaitingPeer: Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return Glibc.poll(&poll, 1, 0) > 0
    }
}
