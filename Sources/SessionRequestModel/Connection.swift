/// An agent's running session.
public struct Connection: Sendable, Hashable {
    /// Who connected.
    public var agent: Actor
    /// Since when.
    public var since: Timestamp
    /// Whether it lives only as long as the agent's own connection to the service.
    public var leased: Bool

    /// A connection with just these properties.
    public init(agent: Actor, since: Timestamp, leased: Bool) {
        self.agent = agent
        self.since = since
        self.leased = leased
    }
}
