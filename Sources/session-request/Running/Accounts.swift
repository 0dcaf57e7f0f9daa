internal import SessionRequestWire

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The accounts of this machine, by which the service knows people.
package enum Accounts {
    /// The name of whoever runs this program; the number where there is no name, as the service has it.
    package static var ownName: String {
        let uid = geteuid()
        return getpwuid(uid).flatMap { $0.pointee.pw_name.map { String(cString: $0) } } ?? "\(uid)"
    }

    /// Whether an account has this name. A number may stand for an account without one.
    package static func isKnown(_ name: String) -> Bool {
        !name.isEmpty && name.allSatisfy { $0.isASCII && $0.isNumber } || getpwnam(name) != nil
    }
}

extension Console {
    /// Says which names nobody here has. They were taken all the same, for a directory that does not answer just now may
    /// know them.
    func note(unknownAmong names: [String]) {
        for name in names where !Accounts.isKnown(name) {
            note("there is no account '\(name)' on this machine; the name was taken all the same")
        }
    }

    /// The same of an agent to whom something was assigned.
    func note(unknown assignee: WireAssignee?) {
        guard let assignee, assignee.type == "agent", assignee != .me else { return }
        note(unknownAmong: [assignee.id])
    }
}
