package import SessionRequestWire

/// What has become of invitations that live session requests asked for, by one way.
package struct InvitationTally: Sendable {
    /// The way out of the machine.
    package enum Way: String, Sendable, CaseIterable {
        case mail, sms
    }

    /// How long an invitation may be on its way before something is wrong.
    package static let patience = 600.0

    private(set) var failed: [(id: Int64, error: String?)] = []
    private(set) var late: [Int64] = []
    private let way: Way
    private let now: Instant

    /// Nothing counted yet.
    package init(_ way: Way, now: Instant) {
        self.way = way
        self.now = now
    }

    /// Counts what one session request asked for.
    package mutating func counted(_ request: WireSessionRequest) {
        guard let id = request.id else { return }
        let delivery = way == .mail ? request.invitation.email : request.invitation.sms
        switch delivery.state {
        case "failed": failed.append((id, delivery.error))
        case "queued":
            guard let at = delivery.at.flatMap(Instant.init), at.after(seconds: Self.patience) < now else { return }
            late.append(id)
        default: break
        }
    }
}

extension Finding {
    /// Mail or text messages: whether any are sent, and what has become of those that were asked for.
    package static func sending(_ way: InvitationTally.Way, isConfigured: Bool, _ tally: InvitationTally) -> Finding {
        let check = way.rawValue
        let (what, section) = way == .mail ? ("mail", "email") : ("text messages", "sms")
        let (leaves, isSent) = way == .mail ? ("leaves", "is sent") : ("leave", "are sent")
        if !tally.late.isEmpty {
            return Finding(
                check, .failed, "\(invitations(tally.late)) should have been sent by now",
                advice: isConfigured
                    ? "'systemctl status session-request-courier.path session-request-courier.service' and 'journalctl "
                        + "--unit session-request-courier' say why not."
                    : "No \(what) \(leaves): the section '\(section)' of the configuration says how it shall.")
        }
        guard let first = tally.failed.first else {
            if isConfigured { return Finding(check, .ok, "\(what) can be sent; nothing waits, nothing has failed") }
            return Finding(
                check, .skipped, "no \(what) \(isSent) from here",
                advice: "If that shall change, the section '\(section)' of the configuration says how.")
        }
        let cause = first.error.map { ": \($0)" } ?? ""
        return Finding(
            check, .warning, "\(invitations(tally.failed.map(\.id))) could not be sent\(cause)",
            advice: "'journalctl --unit session-request-courier' tells more; 'session-request invite \(first.id) "
                + "\(way == .mail ? "--email" : "--sms")' tries again.")
    }

    /// Webhooks. What became of them is not part of the protocol.
    package static func webhooks(_ endpoints: Int64) -> Finding {
        if endpoints == 0 { return Finding("webhooks", .skipped, "none are configured") }
        return Finding(
            "webhooks", .ok,
            "\(endpoints) endpoint\(endpoints == 1 ? " is" : "s are") told of events; 'journalctl --unit "
                + "session-request-courier' says what could not be delivered")
    }

    private static func invitations(_ ids: [Int64]) -> String {
        if ids.count == 1 { return "the invitation of session request \(ids[0])" }
        let shown = ids.prefix(5).map(String.init).joined(separator: ", ")
        return "the invitations of \(ids.count) session requests (\(shown)\(ids.count > 5 ? ", ..." : ""))"
    }
}
