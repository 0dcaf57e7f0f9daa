/// The sections of the configuration. One file serves every program, and each refuses what none of them knows.
package enum ConfigurationSections {
    /// What may stand at the top, in the order of the documentation.
    package static let keys = [
        "organization", "portal", "roles", "policy", "connect", "clients", "connectors", "joinMethods", "reminders",
        "email", "sms", "webhooks", "delivery", "retention", "budgets", "limits", "log",
    ]
}
