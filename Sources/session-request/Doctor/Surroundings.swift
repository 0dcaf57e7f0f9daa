internal import SessionRequestClient

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// What this process sees of the machine around it.
enum Surroundings {
    /// Whether this process is root's.
    static var isSuperuser: Bool { geteuid() == 0 }

    /// What stands at a path.
    static func file(at path: String) -> SocketFile {
        var status = stat()
        guard stat(path, &status) == 0 else { return errno == EACCES ? .hidden : .missing }
        guard status.st_mode & S_IFMT == S_IFSOCK else { return .notASocket }
        let group = getgrgid(status.st_gid).map { String(cString: $0.pointee.gr_name) } ?? "\(status.st_gid)"
        return .socket(group: group, mayOpen: faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0)
    }

    /// The user of this process, and a group.
    static func membership(of name: String = GroupMembership.agents) -> GroupMembership {
        let account = getpwuid(geteuid())
        let user = account.map { String(cString: $0.pointee.pw_name) } ?? "uid \(geteuid())"
        let primary = account?.pointee.pw_gid
        guard let group = getgrnam(name) else {
            return GroupMembership(
                name, user: user, isSuperuser: isSuperuser, exists: false, isListed: false, isHeld: false)
        }
        let number = group.pointee.gr_gid
        var isListed = primary == number
        var next = group.pointee.gr_mem
        while let member = next?.pointee {
            if String(cString: member) == user { isListed = true }
            next = next?.advanced(by: 1)
        }
        var held = [gid_t](repeating: 0, count: Int(max(0, getgroups(0, nil))))
        let count = getgroups(Int32(held.count), &held)
        let isHeld = getegid() == number || held.prefix(Int(max(0, count))).contains(number)
        return GroupMembership(
            name, user: user, isSuperuser: isSuperuser, isListed: isListed, isHeld: isHeld)
    }

    /// Whose service manager would hold the socket; nil when none would.
    static func scope(of path: String) -> UnitScope? {
        if path.hasPrefix("/run/session-requestd/") { return .system }
        if path.hasPrefix("/run/user/") { return .user }
        return nil
    }

    /// Whether systemd has booted this machine.
    static var hasSystemd: Bool { access("/run/systemd/system", F_OK) == 0 }

    /// The daemon's program: beside this one, in `PATH`, or where administrators' programs are; nil when it is nowhere.
    static var daemon: String? {
        var own = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &own, own.count)
        let path = String(decoding: own.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
        return [
            "\(folder)/session-requestd", "session-requestd", "/usr/local/sbin/session-requestd",
            "/usr/sbin/session-requestd",
        ]
        .first(where: ChildProcess.isThere)
    }
}
