internal import CSystemd
internal import Glibc

/// The listening sockets that systemd holds for this service, by the name their socket unit gives them
/// (`FileDescriptorName=`). The order in which they come is not defined and plays no role.
///
/// Source: sd_listen_fds(3), systemd.socket(5).
public struct ListenSockets: Sendable {
    /// The descriptors of each name, open, listening, close-on-exec and non-blocking; the caller owns them.
    ///
    /// They must not be shut down with shutdown(2) and their paths must not be unlinked: systemd goes on using them.
    public let descriptors: [String: [Int32]]

    /// Takes over what systemd passed to this process. The variables that say so stay, since other threads may be reading
    /// the environment; they name this process, so that no child takes them for its own.
    ///
    /// Empty when nothing was passed. To be called once.
    /// - Parameter internet: whether sockets of TCP are taken, too.
    /// - Throws: ``ListenSocketsError`` when a descriptor is not a listening Unix stream socket.
    public static func adopt(internet: Bool = false) throws(ListenSocketsError) -> ListenSockets {
        var names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        guard let count = SystemdLibrary.functions.sd_listen_fds_with_names?(0, &names) else {
            if getenv("LISTEN_FDS") == nil { return try ListenSockets([], internet: internet) }
            throw .noLibrary
        }
        guard count >= 0 else { throw .unreadable(errno: -count) }
        defer {
            for index in 0..<Int(count) { free(names?[index]) }
            free(names)
        }
        guard count <= Limits.listenSockets else { throw .tooMany(count: Int(count)) }
        var passed: [(name: String, descriptor: Int32)] = []
        for index in 0..<Int(count) {
            let name = names?[index].map { String(cString: $0) } ?? "unknown"
            passed.append((name, firstDescriptor + Int32(index)))
        }
        return try ListenSockets(passed, internet: internet)
    }

    /// Checks and prepares descriptors that are already known by name.
    package init(
        _ passed: [(name: String, descriptor: Int32)], internet: Bool = false
    ) throws(ListenSocketsError) {
        var descriptors: [String: [Int32]] = [:]
        for (name, descriptor) in passed {
            guard Self.isListening(descriptor, internet: internet) else {
                throw .notListening(name: name, descriptor: descriptor)
            }
            try Self.prepare(name, descriptor)
            descriptors[name, default: []].append(descriptor)
        }
        self.descriptors = descriptors
    }

    /// Whether nothing was passed: the program was started by hand.
    public var isEmpty: Bool { descriptors.isEmpty }

    /// The names that came, in alphabetical order.
    public var names: [String] { descriptors.keys.sorted() }

    /// The descriptors of one name; empty when there is none.
    public subscript(name: String) -> [Int32] { descriptors[name] ?? [] }

    /// SD_LISTEN_FDS_START: the number of the first passed descriptor.
    private static let firstDescriptor: Int32 = 3

    private static func isListening(_ descriptor: Int32, internet: Bool) -> Bool {
        let (functions, stream) = (SystemdLibrary.functions, Int32(SOCK_STREAM.rawValue))
        if functions.sd_is_socket_unix?(descriptor, stream, 1, nil, 0) ?? 0 > 0 { return true }
        return internet && functions.sd_is_socket_inet?(descriptor, AF_UNSPEC, stream, 1, 0) ?? 0 > 0
    }

    private static func prepare(_ name: String, _ descriptor: Int32) throws(ListenSocketsError) {
        let ownFlags = fcntl(descriptor, F_GETFD)
        let statusFlags = fcntl(descriptor, F_GETFL)
        guard ownFlags >= 0, statusFlags >= 0,
            fcntl(descriptor, F_SETFD, ownFlags | FD_CLOEXEC) == 0,
            fcntl(descriptor, F_SETFL, statusFlags | O_NONBLOCK) == 0
        else { throw .flags(name: name, descriptor: descriptor, errno: errno) }
    }
}
