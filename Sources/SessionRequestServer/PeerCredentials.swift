internal import Glibc

/// Who opened the other end of a Unix socket, as the kernel recorded it at connect (unix(7): SO_PEERCRED, SO_PEERGROUPS).
struct PeerCredentials: Sendable {
    let pid: Int32
    let uid: UInt32
    let gid: UInt32
    /// Supplementary groups; empty where the kernel does not tell.
    let groups: [UInt32]

    /// The laid-out `struct ucred`, which the C library shows only to GNU sources.
    private struct Credentials {
        var pid: Int32 = 0
        var uid: UInt32 = 0
        var gid: UInt32 = 0
    }

    private static let peerGroups: Int32 = 59

    /// Nil when the kernel does not tell, which a connected Unix socket never sees.
    init?(socket: Int32) {
        var credentials = Credentials()
        var length = socklen_t(MemoryLayout<Credentials>.size)
        guard getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0 else { return nil }
        pid = credentials.pid
        uid = credentials.uid
        gid = credentials.gid
        var groups = [UInt32](repeating: 0, count: ServerLimits.groups)
        var size = socklen_t(groups.count * MemoryLayout<UInt32>.size)
        if getsockopt(socket, SOL_SOCKET, Self.peerGroups, &groups, &size) == 0 {
            self.groups = Array(groups.prefix(Int(size) / MemoryLayout<UInt32>.size))
        } else {
            self.groups = []
        }
    }
}
