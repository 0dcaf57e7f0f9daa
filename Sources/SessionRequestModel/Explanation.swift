/// Whether an agent can connect to a request right now, and if not, why and what to do.
public struct Explanation: Sendable, Hashable {
    /// The one thing that matters most.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// The agent can connect.
        case ready
        /// The recipient has not opened the link.
        case notOpened
        /// The recipient has opened the link and not allowed access.
        case notGranted
        /// The recipient has refused access at least once and not allowed it since.
        case denied
        /// An agent is connected.
        case alreadyConnected
        /// It is assigned to another agent by name.
        case assignedToAnother
        /// It belongs to a queue or a client that is not the caller's.
        case notPermitted
        /// The recipient has not opened the link, and is not expected to before the agreed time.
        case scheduled
        /// It was closed.
        case closed
        /// Its time ran out.
        case expired
    }

    /// Whether `connect` would succeed, as far as the request goes.
    public let connectable: Bool
    /// The one thing that matters most.
    public let reason: Reason
    /// One English sentence that ends with what to do.
    public let message: String

    init(_ reason: Reason, _ message: String) {
        self.connectable = reason == .ready
        self.reason = reason
        self.message = message
    }
}

extension SessionRequest {
    /// Why `caller` can or cannot connect at the instant `now`, which need not be noted in the request yet.
    ///
    /// What nobody could get past comes first: closed, expired, connected, assigned to another; then what the caller may
    /// not; then what the recipient has still to do.
    public func explanation(for caller: AgentIdentity, at now: Timestamp) -> Explanation {
        var current = self
        _ = current.timePassed(to: now)
        return current.explanation(for: caller, now: now)
    }

    private func explanation(for caller: AgentIdentity, now: Timestamp) -> Explanation {
        let mayAct = RequestPermissions.mayAct(caller, on: self)
        let again = mayAct ? "reopen it or create a new one" : "create a new one"
        switch status {
        case .closed:
            let reason = closed.map { " (\($0.reason.rawValue))" } ?? ""
            return Explanation(.closed, "Session request \(id) is closed\(reason); \(again).")
        case .expired:
            return Explanation(.expired, "Session request \(id) expired at \(expiresAt.rfc3339); \(again).")
        case .connected:
            let agent = connection?.agent.user
            let who = agent == caller.user ? "you are" : "\(agent ?? "another agent") is"
            let then = agent == caller.user ? "disconnect first to start anew" : "ask for it to be disconnected"
            return Explanation(.alreadyConnected, "Cannot connect to session request \(id): \(who) connected; \(then).")
        case .open, .waiting, .ready: break
        }
        if case .agent(let user) = assignee, user != caller.user {
            let way = mayAct ? "assign it to yourself first" : "ask \(user) or an admin to assign it to you"
            return Explanation(
                .assignedToAnother, "Cannot connect to session request \(id): it is assigned to \(user); \(way).")
        }
        guard mayAct else {
            let owner = assignee.map { "\($0.type) \($0.id)" } ?? "nobody"
            return Explanation(
                .notPermitted,
                "Cannot connect to session request \(id): it belongs to \(owner), which is not yours; "
                    + "ask an admin to assign it to you.")
        }
        return recipientSide(now: now)
    }

    private func recipientSide(now: Timestamp) -> Explanation {
        switch status {
        case .open:
            if let schedule, schedule.startsAt > now {
                return Explanation(
                    .scheduled,
                    "Session request \(id) is scheduled for \(schedule.startsAt.rfc3339) and not opened yet; wait for it, "
                        + "or ask the recipient to open the link early.")
            }
            return Explanation(
                .notOpened,
                "The recipient of session request \(id) has not opened the link; send the invitation again, or read the "
                    + "code out.")
        case .waiting where denials > 0:
            let count = denials == 1 ? "once" : "\(denials) times"
            return Explanation(
                .denied,
                "The recipient of session request \(id) has denied access \(count); agree with the recipient, then request "
                    + "access again.")
        case .waiting:
            let asked = accessRequestedAt == nil ? "request access" : "wait for the answer to the request for access"
            return Explanation(
                .notGranted, "The recipient of session request \(id) has not allowed access yet; \(asked).")
        default:
            return Explanation(.ready, "Session request \(id) is ready; connect.")
        }
    }
}
