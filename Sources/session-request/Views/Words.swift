package import SessionRequestWire

/// What things are called in front of people. Not yet fit for a terminal: whoever prints it sees to that.
package enum Words {
    /// "you", "ana", "queue tier-1", "client 123456789"; empty for nobody.
    package static func assignee(_ assignee: WireAssignee?, user: String?) -> String {
        guard let assignee else { return "" }
        if assignee.type != "agent" { return "\(assignee.type) \(assignee.id)" }
        return assignee.id == user ? "you" : assignee.id
    }

    /// "ana", "recipient", "clock", "service".
    package static func actor(_ actor: WireActor) -> String {
        guard actor.kind == "user" else { return actor.kind }
        return actor.user ?? actor.uid.map { "uid \($0)" } ?? "user"
    }

    /// "anydesk 123456789".
    package static func target(_ target: WireTarget) -> String { "\(target.scheme) \(target.address)" }

    /// "Salesforce 5003 (https://...)".
    package static func reference(_ reference: WireExternalReference) -> String {
        "\(reference.system) \(reference.id)" + (reference.url.map { " (\($0))" } ?? "")
    }

    /// "tomorrow 14:30 (in 23 h) until tomorrow 15:30".
    package static func schedule(_ schedule: WireSchedule, on screen: Screen) -> String {
        let start = screen.full(schedule.startsAt)
        guard let end = schedule.endsAt else { return start }
        return "\(start) until \(Instant(end).map(screen.relative.clockTime) ?? end)"
    }

    /// "sent 3 min ago", "failed: no such mailbox (2 attempts)"; nil when none was asked for.
    package static func delivery(_ delivery: WireDelivery, on screen: Screen) -> String? {
        guard delivery.state != "notRequested" else { return nil }
        var text = delivery.state
        if let at = delivery.at { text += " \(screen.words(at))" }
        if let error = delivery.error {
            // Of a reminder, say: the invitation itself arrived.
            text += delivery.state == "sent" ? ", a later message failed: \(error)" : ": \(error)"
        }
        if delivery.attempts > 1 { text += " (\(delivery.attempts) attempts)" }
        return text
    }

    /// "1 request", "2 requests".
    package static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// `linkRotated` as "link rotated".
    package static func spaced(_ camelCase: String) -> String {
        camelCase.reduce(into: "") { text, letter in
            text += letter.isUppercase ? " \(letter.lowercased())" : String(letter)
        }
    }
}
