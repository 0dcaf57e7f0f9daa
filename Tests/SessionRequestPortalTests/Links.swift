internal import SessionRequestWire

/// Links as the service gives them.
enum Links {
    static let now = "2026-06-01T12:00:00.000Z"
    static let actions: [String: [String]] = [
        "open": ["open", "grant", "deny", "cancel"], "waiting": ["open", "grant", "deny", "cancel"],
        "ready": ["grant", "deny", "revoke", "cancel"], "connected": ["grant", "revoke", "cancel"],
        "closed": ["feedback"], "expired": [],
    ]

    static func link(_ status: String, _ change: (inout WireLink) -> Void = { _ in }) -> WireLink {
        var link = WireLink(
            status: status, organization: "Example", agentName: "ana", recipientName: "Maria", subject: "Printer",
            expiresAt: "2026-06-02T12:00:00.000Z", allowedActions: actions[status] ?? [], accessRequested: false,
            joinMethods: [
                WireJoinMethod(method: "client", scheme: "anydesk", pattern: "^[0-9]+$", minimumVersion: "9.0")
            ])
        change(&link)
        return link
    }
}
