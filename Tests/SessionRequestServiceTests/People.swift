internal import SessionRequestService

/// Who calls, each on a connection of its own.
enum People {
    static let ana = agent("ana", 1000, connection: 1)
    static let ben = agent("ben", 1001, connection: 2)
    /// Is in the Unix group that the queue `tier-1` names.
    static let cleo = agent("cleo", 1002, connection: 3, groups: ["cleo", "desk"])
    static let root = agent("root", 0, connection: 4, roles: [.admin, .supportAgent])
    static let viewer = Caller(
        connection: 5, uid: 1005, pid: 50, user: "wall", groups: ["wall"], door: .viewer, roles: [.viewer])
    static let gateway = Caller(
        connection: 6, uid: 990, pid: 60, user: "portal", groups: ["portal"], door: .gateway, roles: [.gateway])

    static func agent(
        _ user: String, _ uid: UInt32, connection: Int, groups: [String]? = nil, roles: Set<Role> = [.supportAgent]
    ) -> Caller {
        Caller(
            connection: connection, uid: uid, pid: 77, user: user, groups: groups ?? [user], door: .agent, roles: roles)
    }
}
