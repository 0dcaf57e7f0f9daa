internal import SessionRequestWire
internal import session_request

/// What the tests of the command line show and tell.
enum CommandLineSamples {
    static let agent = WireActor(kind: "user", uid: 1001, user: "ana", pid: 7, program: "session-request")
    static let now = Instant(milliseconds: 1_795_530_600_000)  // 2026-11-24T14:30:00Z

    static func screen(columns: Int = 100, rows: Int = 30, color: Bool = false) throws -> Screen {
        Screen(
            columns: columns, rows: rows, paint: Paint(isOn: color), now: now, clock: try LocalClock(zone: "UTC"),
            user: "ana")
    }

    static func request(
        _ id: Int64, _ status: String = "open", name: String = "Maria Keller", assignee: WireAssignee? = nil,
        since seconds: Double = -60, priority: String = "normal", tags: [String] = []
    ) -> WireSessionRequest {
        let none = WireDelivery(state: "notRequested", attempts: 0)
        return WireSessionRequest(
            id: id, revision: 1, status: status, statusSince: now.after(seconds: seconds).rfc3339,
            recipient: WireRecipient(name: name), assignee: assignee, createdBy: agent,
            createdAt: now.after(seconds: -3600).rfc3339, updatedAt: now.after(seconds: seconds).rfc3339,
            expiresAt: now.after(seconds: 7200).rfc3339, link: "http://localhost:7080/s/abc", code: "094105856",
            invitation: WireInvitation(email: none, sms: none), priority: priority, tags: tags)
    }

    static func event(_ type: String, _ request: WireSessionRequest?, at seconds: Double = 0) -> WireEvent {
        WireEvent(
            cursor: "e.1", type: type, at: now.after(seconds: seconds).rfc3339, actor: agent, sessionRequest: request)
    }
}
