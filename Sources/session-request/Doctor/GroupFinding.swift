/// A user and the group of the support agents: by the database of groups, and by this process.
package struct GroupMembership: Sendable, Equatable {
    /// The group of the support agents.
    package static let agents = "session-request"

    package let name: String
    package let user: String
    package let isSuperuser: Bool
    /// Whether there is such a group.
    package let exists: Bool
    /// Whether the database lists the user in it.
    package let isListed: Bool
    /// Whether this process has it, as those have who logged in after they were listed.
    package let isHeld: Bool

    /// Just these members.
    package init(
        _ name: String = Self.agents, user: String, isSuperuser: Bool = false, exists: Bool = true, isListed: Bool,
        isHeld: Bool
    ) {
        self.name = name
        self.user = user
        self.isSuperuser = isSuperuser
        self.exists = exists
        self.isListed = isListed
        self.isHeld = isHeld
    }

    /// How this user comes to have the group.
    package var wayIn: String {
        if !exists {
            return "The group \(name) comes with the installation: 'sudo make enable' or the package makes it."
        }
        if isListed, !isHeld { return "Log in again; 'newgrp \(name)' does it for this shell." }
        return "Have an administrator run 'sudo usermod --append --groups \(name) \(user)', then log in again."
    }
}

extension Finding {
    /// The group of the support agents. Where the service has given a role already, nobody needs the group.
    package static func groups(_ group: GroupMembership, hasRole: Bool) -> Finding {
        let (name, user) = (group.name, group.user)
        if !group.exists {
            return Finding(
                "groups", .skipped, "there is no group \(name) on this machine", advice: hasRole ? nil : group.wayIn)
        }
        if group.isListed, !group.isHeld {
            return Finding(
                "groups", hasRole ? .warning : .failed,
                "\(user) is in the group \(name), but this login began before that", advice: group.wayIn)
        }
        if group.isHeld { return Finding("groups", .ok, "\(user) is in the group \(name)") }
        if group.isSuperuser { return Finding("groups", .skipped, "\(user) needs no group") }
        if hasRole {
            return Finding("groups", .skipped, "\(user) is not in the group \(name), and has a role without it")
        }
        return Finding("groups", .failed, "\(user) is not in the group \(name)", advice: group.wayIn)
    }
}
