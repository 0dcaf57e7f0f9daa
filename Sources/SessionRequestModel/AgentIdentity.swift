/// An agent who asks to do something, as far as requests are concerned. Roles are checked before; see `RequestPermissions`.
public struct AgentIdentity: Sendable, Hashable {
    /// The account's name, as the kernel and the user database tell it.
    public let user: String
    /// Whether every request is this agent's to act on.
    public let isAdmin: Bool
    /// The slugs of the queues of which this agent is a member.
    public let queues: Set<String>
    /// The identifiers of the remote-desktop clients on which this agent is signed in.
    public let clients: Set<String>

    /// An agent with just these properties.
    public init(user: String, isAdmin: Bool = false, queues: Set<String> = [], clients: Set<String> = []) {
        self.user = user
        self.isAdmin = isAdmin
        self.queues = queues
        self.clients = clients
    }
}
