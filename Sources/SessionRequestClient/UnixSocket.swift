#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The system calls of a stream socket, and nothing else. Descriptors are closed by their owner.
enum UnixSocket {
    /// How an attempt to connect ended.
    enum Attempt {
        case connected(Int32)
        /// The listener's queue is full just now.
        case full
        case failed(errno: Int32)
    }

    /// What a read or a write came to.
    enum Progress {
        case bytes(Int)
        /// Nothing now; wait until the socket is ready.
        case later
        case ended(errno: Int32)
    }

    /// Connects without waiting; the descriptor does not block and is closed on exec. The path fits in `pathBytes`.
    static func attempt(path: String) -> Attempt {
        let descriptor = socket(AF_UNIX, kind, 0)
        guard descriptor >= 0 else { return .failed(errno: errno) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix(ClientLimits.pathBytes)) }
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        if status == 0 { return .connected(descriptor) }
        let cause = errno
        close(descriptor)
        return cause == EAGAIN || cause == EINTR ? .full : .failed(errno: cause)
    }

    /// Two connected sockets; nil when the process has no descriptors left.
    static func pair() -> (Int32, Int32)? {
        var descriptors: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, kind, 0, &descriptors) == 0 else { return nil }
        return (descriptors[0], descriptors[1])
    }

    /// Closes a descriptor that nobody took over.
    static func discard(_ descriptor: Int32) { close(descriptor) }

    static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Progress {
        let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
        return count > 0 ? .bytes(count) : count == 0 ? .ended(errno: 0) : progress(errno)
    }

    static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Progress {
        let count = send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
        return count >= 0 ? .bytes(count) : progress(errno)
    }

    private static func progress(_ cause: Int32) -> Progress {
        cause == EAGAIN || cause == EINTR ? .later : .ended(errno: cause)
    }

    private static let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
}
