internal import Logging
public import SessionRequestConfiguration
internal import SessionRequestModel
internal import SessionRequestService

extension Configuration {
    /// Reads a configuration: the file, and every `config.d/*.yaml` in its directory over it, in the order of their
    /// names. Mappings are merged, anything else is replaced.
    ///
    /// It reads files, and so may block for a moment. Nothing is kept between two calls.
    ///
    /// - Parameters:
    ///   - file: the file; nil: `/etc/session-requestd/config.yaml`.
    ///   - isExplicit: whether somebody named the file, so that it must be there.
    /// - Throws: everything that is wrong. Faults that keep a file from being parsed come without those of its meaning.
    public static func read(file: String?, isExplicit: Bool) throws(ConfigurationError) -> Configuration {
        var configuration = Configuration()
        try ConfigurationReader.read(file: file, isExplicit: isExplicit) { configuration.take($0) }
        return configuration
    }

    private mutating func take(_ reader: ConfigurationReader) {
        let root = reader.section(ConfigurationSections.keys)
        if let roles = root["roles"] { self.roles.take(roles) }
        if let limits = root["limits"] { self.limits.take(limits) }
        desk.take(root)
        reminders = root["reminders"].map { ReminderSettings($0) } ?? reminders
        delivery = root["delivery"].map { DeliverySettings($0) } ?? delivery
        email = root["email"].flatMap { EmailSettings($0) }
        sms = root["sms"].flatMap { SMSSettings($0) }
        webhooks = root["webhooks"].map { WebhookSettings.all($0) } ?? []
        tellDesk()
        logLevel = root["log"]?.section(["level"])["level"]?.word(Logger.Level.self) ?? logLevel
    }
}

extension Configuration {
    /// Tells the desk what it must know of what leaves the machine.
    private mutating func tellDesk() {
        desk.outbox.sendsEmail = email != nil
        desk.outbox.sendsSMS = sms != nil
        desk.outbox.webhooks = webhooks.map {
            WebhookEndpoint(id: $0.id, types: $0.types, queues: $0.queues, includesLinks: $0.includeLinks)
        }
        desk.outbox.reminderMinutes = reminders.minutesBefore
        desk.outbox.backoff = DeliveryBackoff(
            maxAttempts: delivery.maxAttempts, firstRetrySeconds: delivery.firstRetrySeconds,
            longestRetrySeconds: delivery.longestRetrySeconds)
    }
}

extension RoleRules {
    private enum Everybody: String, CaseIterable {
        case none
        case supportAgent = "support_agent"
    }

    fileprivate mutating func take(_ reader: ConfigurationReader) {
        let roles = reader.section(["admin", "support_agent", "default"])
        admin = roles["admin"].map(Self.members)
        supportAgent = roles["support_agent"].map(Self.members)
        defaultsToSupportAgent = roles["default"]?.word(Everybody.self) == .supportAgent
    }

    private static func members(_ reader: ConfigurationReader) -> Members {
        let members = reader.section(["users", "groups"])
        func names(_ key: String) -> [String] {
            members[key]?.distinct(atMost: ConfigurationLimits.roleMembers) { $0.line(atMost: Limits.name) } ?? []
        }
        return Members(users: names("users"), groups: names("groups"))
    }
}

extension ConnectionLimits {
    fileprivate mutating func take(_ reader: ConfigurationReader) {
        let limits = reader.section([
            "connections", "connectionsPerUser", "subscriptionsPerConnection", "watchesPerConnection",
            "inFlightPerConnection",
        ])
        connections = limits["connections"]?.integer(in: 1...100_000) ?? connections
        connectionsPerUser = limits["connectionsPerUser"]?.integer(in: 1...100_000) ?? connectionsPerUser
        subscriptionsPerConnection =
            limits["subscriptionsPerConnection"]?.integer(in: 1...4096) ?? subscriptionsPerConnection
        watchesPerConnection = limits["watchesPerConnection"]?.integer(in: 1...65_536) ?? watchesPerConnection
        inFlightPerConnection = limits["inFlightPerConnection"]?.integer(in: 1...65_536) ?? inFlightPerConnection
    }
}
