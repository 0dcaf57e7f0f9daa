internal import SessionRequestServer
internal import SessionRequestService

/// Configurations to test with.
enum ConfigurationSamples {
    /// Every key, at a value that it does not have by itself.
    static let full = #"""
        organization: Câmara de Évora
        portal: {address: "https://help.example.org/desk"}
        roles:
          admin: {users: [root, "1000"], groups: [sudo]}
          support_agent:
            users:
              - ana
          default: support_agent
        policy:
          maxDenials: 7
          defaultExpirySeconds: 315360000
          allowedSchemes: [vnc, ssh]
          allowPrivateHosts: true
          requestAccessIntervalSeconds: 0
        connect: {requireClient: true}
        clients:
          minimumAgentVersion: {anydesk: "9.5"}
          minimumRecipientVersion: {rustdesk: "1.3", vnc: "2"}
        connectors:
          vnc:
            argv: [/opt/view, --to, "{host}", "--port={port}"]
            uri: desk://{host}
          anydesk: {customClient: desk}
          spice: {argv: [remote-viewer, "{address}"], pattern: '\d+'}
        joinMethods:
          - {method: assist, scheme: vnc, pattern: ^x$, minimumVersion: "3.1"}
          - {method: manual, scheme: ssh}
          - {method: client, scheme: vnc}
        retention: {days: 30, events: 5000}
        budgets: {wrongCodesPerSourcePerHour: 5, wrongCodesPerMinute: 12, publicRequestsPerSourcePerHour: 3}
        limits: {connections: 20, connectionsPerUser: 8, subscriptionsPerConnection: 4, inFlightPerConnection: 2}
        log: {level: warning}
        """#
}

/// Everything that a configuration decides, to compare.
struct Facts: Equatable {
    private let texts: [String]

    init(_ configuration: Configuration) {
        let desk = configuration.desk
        let roles = configuration.roles
        let limits = configuration.limits
        let values: [Any?] = [
            desk.organization, desk.portal, desk.maxDenials, desk.defaultExpirySeconds, desk.allowedSchemes.sorted(),
            desk.allowPrivateHosts, desk.requestAccessIntervalSeconds, desk.requireClient,
            desk.minimumAgentVersions.sorted { $0.key < $1.key },
            desk.minimumRecipientVersions.sorted { $0.key < $1.key },
            desk.connectors.sorted { $0.key < $1.key }, desk.addressPatterns.sorted { $0.key < $1.key },
            desk.joinMethods,
            desk.retentionDays, desk.retentionEvents, desk.wrongCodesPerSourcePerHour, desk.wrongCodesPerMinute,
            desk.publicRequestsPerSourcePerHour, limits.connections, limits.connectionsPerUser,
            limits.subscriptionsPerConnection, limits.inFlightPerConnection, roles.admin, roles.supportAgent,
            roles.defaultsToSupportAgent, configuration.logLevel,
        ]
        texts = values.map { String(reflecting: $0) }
    }
}
