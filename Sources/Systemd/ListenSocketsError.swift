/// Why the sockets that the service manager passed cannot be used.
public enum ListenSocketsError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The variables LISTEN_PID, LISTEN_FDS and LISTEN_FDNAMES do not make sense; `errno` says how.
    case unreadable(errno: Int32)
    /// Sockets were passed, and libsystemd, which knows them, is not there.
    case noLibrary
    /// More descriptors came than ``Limits/listenSockets``.
    case tooMany(count: Int)
    /// A descriptor is not a listening stream socket of the Unix family.
    case notListening(name: String, descriptor: Int32)
    /// A descriptor's flags cannot be set; `errno` says why.
    case flags(name: String, descriptor: Int32, errno: Int32)

    /// One sentence for the log of the service.
    public var description: String {
        switch self {
        case .unreadable(let errno):
            "cannot read the sockets that systemd passed: error \(errno); look at LISTEN_FDS and LISTEN_FDNAMES"
        case .noLibrary:
            "cannot take the sockets that systemd passed: libsystemd.so.0 cannot be loaded; install libsystemd0"
        case .tooMany(let count):
            "cannot take \(count) sockets from systemd: \(Limits.listenSockets) are allowed"
        case .notListening(let name, let descriptor):
            "cannot use descriptor \(descriptor) (\(name)): it is not a listening Unix stream socket;"
                + " its socket unit needs ListenStream= with a path and Accept=no"
        case .flags(let name, let descriptor, let errno):
            "cannot prepare descriptor \(descriptor) (\(name)): error \(errno)"
        }
    }
}
