public import Logging
public import SessionRequestService

/// What an admin decided: the desk, the bounds of connections, who is what, and how much is logged.
public struct Configuration: Sendable {
    /// The desk.
    public var desk = DeskSettings()
    /// The bounds of connections.
    public var limits = ConnectionLimits()
    /// Who is what at the agent socket.
    public var roles = RoleRules()
    /// The least that is logged.
    public var logLevel = Logger.Level.info

    /// The configuration of a machine that nobody has configured.
    public init() {}
}
