public import Logging
package import SessionRequestConfiguration
public import SessionRequestService

/// What an admin decided: the desk, the bounds of connections, who is what, and how much is logged.
public struct Configuration: Sendable {
    /// The desk.
    public var desk = DeskSettings()
    /// The bounds of connections.
    public var limits = ConnectionLimits()
    /// Who is what at the agent socket.
    public var roles = RoleRules()
    /// When recipients are reminded.
    package var reminders = ReminderSettings()
    /// How stubbornly what leaves the machine is tried.
    package var delivery = DeliverySettings()
    /// How mail leaves; nil: it does not.
    package var email: EmailSettings?
    /// How text messages leave; nil: they do not.
    package var sms: SMSSettings?
    /// Who is told of events.
    package var webhooks: [WebhookSettings] = []
    /// The least that is logged.
    public var logLevel = Logger.Level.info

    /// The configuration of a machine that nobody has configured.
    public init() {}
}
