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
        reminders: {minutesBefore: [15, 1440]}
        email:
          from: Câmara de Évora <desk@example.org>
          replyTo: reply@example.org
          smtp: {host: mail.example.org, port: 2525, security: tls, user: desk, passwordFile: /etc/desk/password,
            caFile: /etc/desk/ca.pem}
        sms:
          http:
            url: https://sms.example.org/send?to={number}
            method: PUT
            contentType: text/plain
            body: "{text}"
            tokenFile: /etc/desk/token
            caFile: /etc/desk/ca.pem
        webhooks:
          crm:
            url: https://crm.example.org/hook
            types: [sessionRequest.closed, queue.created]
            queues: [tier-1]
            secretFile: /etc/desk/secret
            caFile: /etc/desk/ca.pem
            includeLinks: true
          audit: {url: "http://localhost:9/a"}
        delivery: {maxAttempts: 3, firstRetrySeconds: 1, longestRetrySeconds: 10}
        retention: {days: 30, events: 5000}
        budgets: {wrongCodesPerSourcePerHour: 5, wrongCodesPerMinute: 12, publicRequestsPerSourcePerHour: 3}
        limits: {connections: 20, connectionsPerUser: 8, subscriptionsPerConnection: 4, watchesPerConnection: 6, inFlightPerConnection: 2}
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
            limits.subscriptionsPerConnection, limits.watchesPerConnection, limits.inFlightPerConnection, roles.admin,
            roles.supportAgent,
            roles.defaultsToSupportAgent, configuration.logLevel, configuration.reminders, configuration.delivery,
            configuration.email, configuration.sms, configuration.webhooks, desk.outbox.sendsEmail,
            desk.outbox.sendsSMS, desk.outbox.webhooks, desk.outbox.reminderMinutes, desk.outbox.backoff,
        ]
        texts = values.map { String(reflecting: $0) }
    }
}
