internal import SessionRequestService

/// Who is what at the agent socket: the first rule that matches wins.
public struct RoleRules: Sendable {
    /// Users and groups of one role, by name or number.
    public struct Members: Sendable {
        /// Users, by name or uid in digits.
        public var users: [String]
        /// Groups, by name or gid in digits.
        public var groups: [String]

        /// These users and groups.
        public init(users: [String] = [], groups: [String] = []) {
            self.users = users
            self.groups = groups
        }

        func holds(user: String, uid: UInt32, groups names: [String], gids: [UInt32]) -> Bool {
            users.contains(user) || users.contains(String(uid)) || groups.contains(where: names.contains)
                || gids.contains { groups.contains(String($0)) }
        }
    }

    /// The kernel's overflow uid: somebody whom it cannot name.
    public static let nobody: UInt32 = 65_534

    /// Admins, who are support agents too; nil: root and the uid of this process.
    public var admin: Members?
    /// Support agents; nil: the group `session-request`.
    public var supportAgent: Members?
    /// Whether everybody else who can open the socket is a support agent.
    public var defaultsToSupportAgent = false

    /// The rules of a desk that nobody has configured.
    public init() {}

    /// What a peer is allowed as, by the door it came in by.
    func roles(door: Door, user: String, uid: UInt32, groups: [String], gids: [UInt32], ownUID: UInt32) -> Set<Role> {
        guard uid != Self.nobody else { return [] }
        switch door {
        case .viewer: return [.viewer]
        case .gateway: return [.gateway]
        case .courier: return [.courier]
        case .agent: break
        }
        let admin = admin ?? Members(users: ["0", String(ownUID)])
        if admin.holds(user: user, uid: uid, groups: groups, gids: gids) { return [.admin, .supportAgent] }
        let agents = supportAgent ?? Members(groups: ["session-request"])
        if defaultsToSupportAgent || agents.holds(user: user, uid: uid, groups: groups, gids: gids) {
            return [.supportAgent]
        }
        return []
    }
}
