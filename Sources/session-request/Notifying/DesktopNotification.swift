package import SessionRequestWire

/// What the desktop is to show about an event.
package struct DesktopNotification: Sendable, Equatable {
    /// What can be pressed.
    package enum Action: String, Sendable {
        case connect, later
    }

    package let id: Int64
    /// The revision that the person sees: only that is connected to.
    package let revision: Int64
    package let title: String
    package let body: String
    package let icon: String
    package let isUrgent: Bool
    package private(set) var actions: [Action]

    /// Nil for what is nobody's business here: other events, and what belongs to another agent than `user`.
    package init?(_ event: WireEvent, user: String) {
        guard let request = event.sessionRequest, let id = request.id, Self.concerns(request, user: user) else {
            return nil
        }
        let name = SafeText.line(request.recipient.name)
        let subject = request.subject.map(SafeText.line)
        switch event.type {
        case "sessionRequest.opened":
            (title, icon, actions) = ("\(name) waits", "session-request-waiting", [])
            body = PangoMarkup.escaped(subject ?? "")
        case "sessionRequest.granted":
            guard let target = request.join?.target else { return nil }
            (title, icon, actions) = ("\(name) allows access", "session-request-ready", [.connect, .later])
            let lines = [subject, SafeText.line(Words.target(target))].compactMap { $0 }
            body = PangoMarkup.escaped(lines.joined(separator: "\n"))
        default: return nil
        }
        (self.id, revision, isUrgent) = (id, request.revision, request.priority == "urgent")
    }

    /// Something to tell beside events: a title, and a sentence.
    package init(problem: String, id: Int64) {
        (self.id, revision, title) = (id, 0, "Session request \(id)")
        (body, icon, isUrgent, actions) = (PangoMarkup.escaped(SafeText.line(problem)), "dialog-error", false, [])
    }

    /// The same, to be read only.
    package var withoutActions: DesktopNotification {
        var copy = self
        copy.actions = []
        return copy
    }

    /// The command that shows it: an argument list, in which nothing from people can be an option.
    package var arguments: [String] {
        var words = ["notify-send", "--app-name=Session requests", "--icon=\(icon)"]
        words.append("--urgency=\(isUrgent ? "critical" : "normal")")
        if !actions.isEmpty { words.append("--wait") }
        for action in actions {
            words.append("--action=\(action.rawValue)=\(action == .connect ? "Connect" : "Later")")
        }
        return words + ["--", title, body]
    }

    private static func concerns(_ request: WireSessionRequest, user: String) -> Bool {
        guard let assignee = request.assignee, assignee.type == "agent" else { return true }
        return assignee.id == user
    }
}
