public import SessionRequestModel
public import SessionRequestStore

/// What the outbox, the reminders and the configuration together ask of who runs the daemon and the courier.
public struct OutboxOutlook: Sendable, Hashable {
    /// Whether something that somebody is configured to send is due, or being sent.
    public private(set) var isPending = false
    /// Whether something lies ahead that somebody must hear of: a reminder, an attempt, or an expiry that an endpoint is
    /// told of.
    public private(set) var isAhead = false
    /// When something comes due next that is not due yet.
    public private(set) var nextDue: Timestamp?

    /// - Parameter nextDeadline: when the next change by the clock alone is due.
    public init(
        _ state: OutboxState, _ settings: OutboxSettings, nextDeadline: Timestamp?, at now: Timestamp
    ) {
        isAhead =
            state.nextReminder != nil && (settings.sendsEmail || settings.sendsSMS || settings.tells(of: .reminded))
            || nextDeadline != nil && settings.tells(of: .expired)
        for line in state.lines where settings.sends(line) {
            isAhead = true
            if line.due > now { nextDue = nextDue.map { min($0, line.due) } ?? line.due }
            if line.due <= now || line.isHeld { isPending = true }
        }
    }
}

extension OutboxSettings {
    /// Whether an endpoint is told of events of a type.
    func tells(of type: EventType) -> Bool { webhooks.contains { $0.types?.contains(type) ?? true } }

    /// Whether somebody is configured to send what is in the line.
    func sends(_ line: OutboxState.Line) -> Bool {
        switch line.kind {
        case .email: sendsEmail
        case .sms: sendsSMS
        case .webhook: webhooks.contains { $0.id == line.endpoint }
        }
    }
}
