internal import Glibc

/// Where to listen, as it is written on a command line: `127.0.0.1:7080`, `[::1]:7080` or `unix:PATH`.
public enum ListenAddress: Sendable, Equatable {
    /// TCP, on an address of this machine.
    case internet(host: String, port: UInt16)
    /// A Unix socket.
    case unix(path: String)

    /// Nil when it is none of these.
    public init?(_ text: String) {
        if text.hasPrefix("unix:") {
            let path = String(text.dropFirst(5))
            guard !path.isEmpty else { return nil }
            self = .unix(path: path)
            return
        }
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        var host = text[..<colon]
        if host.first == "[", host.last == "]" { host = host.dropFirst().dropLast() }
        guard IPAddress(host) != nil else { return nil }
        self = .internet(host: String(host), port: port)
    }
}

/// Why a socket cannot be listened on.
public struct ListenError: Error, CustomStringConvertible {
    /// One sentence that names the socket and the way out.
    public let description: String
}

extension ListenAddress {
    /// Binds a socket and listens on it. A socket file that nobody listens on any more is replaced; a live one is an error.
    /// Its mode is 0660.
    ///
    /// - Returns: the descriptor, which the caller owns.
    public func open() throws(ListenError) -> Int32 {
        switch self {
        case .unix(let path): try Self.open(path: path)
        case .internet(let host, let port): try Self.open(host: host, port: port)
        }
    }

    private static func open(path: String) throws(ListenError) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw ListenError(description: "cannot listen on \(path): a socket's path has 1 to 107 bytes")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        try removeStale(path, address)
        let mask = umask(0o117)
        defer { umask(mask) }
        return try listening(AF_UNIX, path, address, MemoryLayout<sockaddr_un>.size)
    }

    private static func removeStale(_ path: String, _ address: sockaddr_un) throws(ListenError) {
        var facts = stat()
        guard lstat(path, &facts) == 0 else { return }
        guard facts.st_mode & S_IFMT == S_IFSOCK else {
            throw ListenError(description: "cannot listen on \(path): a file that is no socket is there; remove it")
        }
        let probe = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard probe >= 0 else { throw refusal(path, errno) }
        defer { close(probe) }
        if call(connect, probe, address, MemoryLayout<sockaddr_un>.size) == 0 || errno != ECONNREFUSED {
            throw ListenError(
                description: "cannot listen on \(path): another process does; stop it, or choose another path")
        }
        unlink(path)
    }

    private static func open(host: String, port: UInt16) throws(ListenError) -> Int32 {
        let name = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        if host.contains(":") {
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = port.bigEndian
            inet_pton(AF_INET6, host, &address.sin6_addr)
            return try listening(AF_INET6, name, address, MemoryLayout<sockaddr_in6>.size)
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, host, &address.sin_addr)
        return try listening(AF_INET, name, address, MemoryLayout<sockaddr_in>.size)
    }

    private static func listening<Address>(
        _ family: Int32, _ name: String, _ address: Address, _ size: Int
    ) throws(ListenError) -> Int32 {
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(family, kind, 0)
        guard descriptor >= 0 else { throw refusal(name, errno) }
        var yes: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard call(bind, descriptor, address, size) == 0, listen(descriptor, PortalLimits.backlog) == 0 else {
            let cause = errno
            close(descriptor)
            throw refusal(name, cause)
        }
        return descriptor
    }

    private static func call<Address>(
        _ function: (Int32, UnsafePointer<sockaddr>?, socklen_t) -> Int32, _ descriptor: Int32, _ address: Address,
        _ size: Int
    ) -> Int32 {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { function(descriptor, $0, socklen_t(size)) }
        }
    }

    private static func refusal(_ name: String, _ cause: Int32) -> ListenError {
        ListenError(description: "cannot listen on \(name): \(String(cString: strerror(cause)))")
    }
}
