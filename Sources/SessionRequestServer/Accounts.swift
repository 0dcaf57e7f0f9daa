internal import Glibc

/// Names of users and groups, from the system's databases (getpwuid_r(3), getgrgid_r(3)). They may ask the network, so
/// they are never called on the event loop.
enum Accounts {
    /// The user's name; the number in decimal where there is no account.
    static func userName(_ uid: UInt32) -> String {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        guard getpwuid_r(uid, &entry, &buffer, buffer.count, &found) == 0, found != nil, let name = entry.pw_name else {
            return String(uid)
        }
        return String(cString: name)
    }

    /// The group's name; the number in decimal where there is no entry.
    static func groupName(_ gid: UInt32) -> String {
        var entry = group()
        var found: UnsafeMutablePointer<group>?
        var buffer = [CChar](repeating: 0, count: 65_536)
        guard getgrgid_r(gid, &entry, &buffer, buffer.count, &found) == 0, found != nil, let name = entry.gr_name else {
            return String(gid)
        }
        return String(cString: name)
    }
}
