package import SessionRequestClient
package import SessionRequestWire

extension Failure {
    /// The failure of a call, which was about the session request `id` if it was about one.
    package init(_ error: ClientError, id: Int64? = nil) {
        switch error {
        case .service(let refusal): self.init(refusal, id: id)
        case .unreachable(let path, let cause, let advice):
            self.init(.unreachable, "cannot reach the service at \(path): \(cause)", hint: advice)
        case .deadlinePassed(let method, let seconds):
            self.init(
                .timedOut, "cannot wait longer for the answer to \(method): \(Failure.figure(seconds)) s have passed",
                hint: ReadingMethods.contains(method)
                    ? "The service does not answer: 'session-request doctor' looks into it; --timeout allows more time."
                    : "It may have been done all the same. Look before trying again; --timeout allows more time.")
        case .protocolViolation:
            self.init(
                .unreachable, error.description,
                hint: "Something else may listen on this socket, or a service of another version: "
                    + "'session-request status' tells.")
        case .canceled: self.init(.refused, error.description)
        }
    }

    /// A refusal by the service; its reason stands in brackets. The way out names the session request `id`.
    package init(_ error: WireError, id: Int64? = nil) {
        let reason = error.data.reason.isEmpty ? "" : " [\(error.data.reason)]"
        var hints = [error.data.hint.map(Failure.sentence), Failure.ways(out: error, id.map(String.init) ?? "ID")]
            .compactMap { $0 }
        if hints.count > 1, error.reason != .invalidTransition { hints.removeLast() }
        self.init(.refused, error.message + reason, hint: hints.isEmpty ? nil : hints.joined(separator: "\n"))
        refusal = error
    }

    /// What a person can do about a refusal.
    private static func ways(out error: WireError, _ id: String) -> String? {
        switch error.reason {
        case .invalidTransition:
            guard let allowed = error.data.allowed else { return nil }
            if allowed.isEmpty { return "There is nothing that you may do with it now." }
            return "You may: \(allowed.map(VerbTable.verb(ofAction:)).joined(separator: ", "))."
        case .permissionDenied: return "'session-request whoami' shows who you are here and your roles."
        case .notFound: return "'session-request list --all' and 'session-request queue list' show what there is."
        case .revisionConflict: return "Look at it with 'session-request show', then try again."
        case .alreadyClaimed:
            return
                "Ask for it, or have an admin give it to you: 'session-request assign \(id) agent:\(Accounts.ownName)'."
        case .alreadyConnected:
            return
                "If that is you, 'session-request disconnect \(id)' ends it; 'session-request watch' shows when it is free."
        case .invalidParams:
            guard let path = error.data.path, !path.isEmpty else {
                return "'--help' behind the verb shows what it takes."
            }
            return option(path).map { "Look at \($0)." } ?? "Look at \(path) in the params."
        case .busy, .rateLimited, .shuttingDown, .unavailable:
            guard let seconds = error.data.retryAfter, seconds > 0 else { return "Try again in a moment." }
            return "Try again in \(figure(seconds.rounded(.up))) s."
        case .storageFull: return "Reading works. An administrator must make room where the service keeps its data."
        case .cursorExpired: return "Begin anew with '--since earliest' or '--since now'."
        case .idempotencyMismatch: return "Use another --key for another request."
        case .clientTooOld: return "Update the remote-desktop client, and sign it in again."
        case .connectorMissing: return "An administrator can configure one; --print is of no help without it."
        case .methodNotFound: return "'session-request discover' lists the methods."
        case .internal: return "'journalctl -u session-requestd' tells what went wrong inside."
        default: return nil
        }
    }

    /// The option that fills a place in the params.
    private static func option(_ path: String) -> String? {
        let known = [
            "/recipient/name": "the name", "/recipient/email": "--email", "/recipient/phone": "--phone",
            "/recipient/language": "--language", "/subject": "--subject", "/comments": "--comments",
            "/assignee": "the assignee", "/schedule/startsAt": "--at", "/schedule/endsAt": "--until",
            "/schedule/timeZone": "--time-zone", "/expiresAt": "--expires-at", "/expiresIn": "--expires-in",
            "/externalReference": "--reference", "/customFields": "--field", "/tags": "--tag",
            "/sendInvitation": "--invite", "/idempotencyKey": "--key", "/text": "the comment", "/note": "--note",
            "/query": "--query", "/sort": "--sort", "/since": "--since", "/filter/types": "--type",
            "/filter/assignee": "--assignee", "/filter/queues": "--queue", "/filter/tags": "--tag", "/until": "--until",
            "/members/users": "--user", "/members/groups": "--group", "/defaultLanguage": "--language",
            "/defaultExpirySeconds": "--expiry", "/fallback": "--fallback", "/name": "--name",
            "/description": "--description", "/ifRevision": "--if-revision", "/email": "--email", "/sms": "--sms",
        ]
        return known.first { path == $0.key || path.hasPrefix($0.key + "/") }?.value
    }

    private static func sentence(_ hint: String) -> String {
        guard let first = hint.first else { return hint }
        return first.uppercased() + hint.dropFirst() + (hint.hasSuffix(".") ? "" : ".")
    }

    static func figure(_ seconds: Double) -> String { Int64(exactly: seconds).map(String.init) ?? "\(seconds)" }
}
