internal import SessionRequestConfiguration
internal import SessionRequestModel
internal import SessionRequestService

extension DeskSettings {
    /// Takes what the configuration says about the desk.
    mutating func take(_ root: ConfigurationSection) {
        organization = root["organization"]?.line(atMost: Limits.name)
        var page = PortalSettings()
        page.address = portal
        if let section = root["portal"] { page.take(section) }
        portal = page.address
        if let policy = root["policy"] { takePolicy(policy) }
        let connect = root["connect"]?.section(["requireClient"])
        requireClient = connect?["requireClient"]?.boolean() ?? requireClient
        if let clients = root["clients"]?.section(["minimumAgentVersion", "minimumRecipientVersion"]) {
            minimumAgentVersions = clients["minimumAgentVersion"]?.versions() ?? minimumAgentVersions
            minimumRecipientVersions = clients["minimumRecipientVersion"]?.versions() ?? minimumRecipientVersions
        }
        if let connectors = root["connectors"] { takeConnectors(connectors) }
        if let methods = root["joinMethods"] { takeJoinMethods(methods) }
        if let retention = root["retention"]?.section(["days", "events"]) {
            retentionDays = retention["days"]?.integer(in: 1...36_500) ?? retentionDays
            retentionEvents = retention["events"]?.integer(in: 1000...1_000_000_000) ?? retentionEvents
        }
        if let budgets = root["budgets"] { takeBudgets(budgets) }
    }

    private mutating func takePolicy(_ reader: ConfigurationReader) {
        let policy = reader.section([
            "maxDenials", "defaultExpirySeconds", "allowedSchemes", "allowPrivateHosts", "requestAccessIntervalSeconds",
        ])
        maxDenials = policy["maxDenials"]?.integer(in: 1...1000) ?? maxDenials
        defaultExpirySeconds =
            policy["defaultExpirySeconds"]?.integer(in: 1...Limits.lifetimeSeconds) ?? defaultExpirySeconds
        if let schemes = policy["allowedSchemes"] {
            let names = schemes.distinct(atMost: ConfigurationLimits.schemes) { $0.text(TextRule.checkScheme) }
            allowedSchemes = Set(names ?? [])
        }
        allowPrivateHosts = policy["allowPrivateHosts"]?.boolean() ?? allowPrivateHosts
        requestAccessIntervalSeconds =
            policy["requestAccessIntervalSeconds"]?.integer(in: 0...3600) ?? requestAccessIntervalSeconds
    }

    private mutating func takeBudgets(_ reader: ConfigurationReader) {
        let budgets = reader.section([
            "wrongCodesPerSourcePerHour", "wrongCodesPerMinute", "publicRequestsPerSourcePerHour",
        ])
        wrongCodesPerSourcePerHour =
            budgets["wrongCodesPerSourcePerHour"]?.integer(in: 1...1_000_000) ?? wrongCodesPerSourcePerHour
        wrongCodesPerMinute = budgets["wrongCodesPerMinute"]?.integer(in: 1...1_000_000) ?? wrongCodesPerMinute
        publicRequestsPerSourcePerHour =
            budgets["publicRequestsPerSourcePerHour"]?.integer(in: 1...1_000_000) ?? publicRequestsPerSourcePerHour
    }
}

extension ConfigurationReader {
    /// The oldest versions of clients by their names.
    fileprivate func versions() -> [String: String] {
        var versions: [String: String] = [:]
        for (name, place, value) in entries(atMost: ConfigurationLimits.schemes) {
            do throws(Violation) {
                try TextRule.checkLine(name, atMost: Limits.name)
                guard name == name.lowercased() else { throw Violation("must be named in lower case") }
            } catch {
                faults.report("\(value.path) \(error.message)", at: place)
            }
            versions[name] = value.version()
        }
        return versions
    }

    /// A version of a program.
    func version() -> String? {
        text { (text) throws(Violation) in
            guard ProgramVersion(text) != nil else { throw Violation("must be numbers joined by dots, such as 9.0.1") }
        }
    }
}
