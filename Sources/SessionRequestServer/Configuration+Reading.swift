internal import Logging
public import SessionRequestConfiguration
internal import SessionRequestModel

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
        let root = reader.section([
            "organization", "portal", "roles", "policy", "connect", "clients", "connectors", "joinMethods", "retention",
            "budgets", "limits", "log",
        ])
        if let roles = root["roles"] { self.roles.take(roles) }
        if let limits = root["limits"] { self.limits.take(limits) }
        desk.take(root)
        logLevel = root["log"]?.section(["level"])["level"]?.word(Logger.Level.self) ?? logLevel
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
            "connections", "connectionsPerUser", "subscriptionsPerConnection", "inFlightPerConnection",
        ])
        connections = limits["connections"]?.integer(in: 1...100_000) ?? connections
        connectionsPerUser = limits["connectionsPerUser"]?.integer(in: 1...100_000) ?? connectionsPerUser
        subscriptionsPerConnection =
            limits["subscriptionsPerConnection"]?.integer(in: 1...4096) ?? subscriptionsPerConnection
        inFlightPerConnection = limits["inFlightPerConnection"]?.integer(in: 1...65_536) ?? inFlightPerConnection
    }
}
