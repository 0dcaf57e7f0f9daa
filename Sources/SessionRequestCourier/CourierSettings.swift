package import SessionRequestConfiguration

/// What the configuration says of what leaves the machine.
package struct CourierSettings: Sendable {
    package private(set) var organization: String?
    package private(set) var email: EmailSettings?
    package private(set) var sms: SMSSettings?
    package private(set) var webhooks: [WebhookSettings] = []

    /// Nothing leaves.
    package init() {}

    /// Reads the sections that are the courier's; the daemon reads the others.
    package static func read(file: String?) throws(ConfigurationError) -> CourierSettings {
        var settings = CourierSettings()
        try ConfigurationReader.read(file: file, isExplicit: file != nil) { reader in
            let root = reader.section(ConfigurationSections.keys)
            settings.organization = root["organization"]?.line(atMost: 128)
            settings.email = root["email"].flatMap { EmailSettings($0) }
            settings.sms = root["sms"].flatMap { SMSSettings($0) }
            settings.webhooks = root["webhooks"].map { WebhookSettings.all($0) } ?? []
        }
        return settings
    }
}
