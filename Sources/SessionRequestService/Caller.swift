public import SessionRequestModel

/// Which door a connection came in by.
public enum Door: String, Sendable, Hashable, CaseIterable {
    /// Agents and admins.
    case agent
    /// Programs that may look, at redacted requests.
    case viewer
    /// The page behind the links.
    case gateway
    /// What sends mail and messages.
    case courier
}

/// What a peer may be allowed as.
public enum Role: String, Sendable, Hashable, CaseIterable {
    case admin
    case supportAgent = "support_agent"
    case viewer
    case gateway
    case courier
}

/// Who is at the other end of a connection, as the kernel tells.
public struct Caller: Sendable {
    /// The connection, by a number that this process never uses twice.
    public var connection: Int
    /// The kernel's user number.
    public var uid: UInt32
    /// The process, where the kernel tells.
    public var pid: Int32?
    /// The account's name, or the uid in decimal.
    public var user: String
    /// Names of the Unix groups, the primary one first.
    public var groups: [String]
    /// The door it came in by.
    public var door: Door
    /// What it is allowed as.
    public var roles: Set<Role>
    /// What the process called itself.
    public var program: String?

    /// A caller with just these properties.
    public init(
        connection: Int, uid: UInt32, pid: Int32?, user: String, groups: [String], door: Door, roles: Set<Role>,
        program: String? = nil
    ) {
        self.connection = connection
        self.uid = uid
        self.pid = pid
        self.user = user
        self.groups = groups
        self.door = door
        self.roles = roles
        self.program = program
    }

    /// The caller as the author of an event.
    public var actor: Actor {
        door == .gateway ? .recipient : Actor(kind: .user, uid: uid, user: user, pid: pid, program: program)
    }

    /// Whether every request is the caller's to act on.
    public var isAdmin: Bool { roles.contains(.admin) }

    /// Whether the caller reads whole requests; a viewer reads redacted ones.
    public var readsEverything: Bool { door == .agent }
}
