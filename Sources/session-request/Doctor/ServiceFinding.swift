package import SessionRequestClient
package import SessionRequestWire

extension Finding {
    /// The protocol that this program speaks.
    package static let spokenMajor: Int64 = 1

    /// Whether what listens is the service, and one that this program can talk to.
    package static func service(_ info: DaemonMethods.Info.Result, program version: String) -> Finding {
        let what = "\(info.name) \(info.version) answers, protocol \(info.api.major).\(info.api.minor)"
        if info.api.major != spokenMajor {
            return Finding(
                "service", .failed, "\(what); this program speaks protocol \(spokenMajor)",
                advice: "Install session-request of the release \(info.version).")
        }
        if info.version != version {
            return Finding(
                "service", .warning, "\(what); this program is of the release \(version)",
                advice:
                    "They understand each other. Update the older one when you can; a running service takes the new "
                    + "release after 'sudo systemctl restart session-requestd'.")
        }
        return Finding("service", .ok, what)
    }

    /// A service that is reached and does not answer as it should.
    package static func service(_ error: ClientError) -> Finding {
        switch error {
        case .service(let refusal) where refusal.reason == .permissionDenied:
            return Finding("service", .ok, "it answers")
        case .service(let refusal):
            let failure = Failure(refusal)
            return Finding("service", .failed, failure.message, advice: failure.hint)
        case .deadlinePassed(_, let seconds):
            return Finding(
                "service", .failed, "something listens, but has not answered in \(Failure.figure(seconds)) s",
                advice:
                    "'systemctl status session-requestd' and 'journalctl --unit session-requestd' say what it does; "
                    + "--timeout waits longer.")
        case .unreachable(_, let cause, let advice):
            return Finding(
                "service", .failed, cause,
                advice: "\(advice)\n'journalctl --unit session-requestd --catalog' says why a service does not start.")
        case .protocolViolation, .canceled:
            let failure = Failure(error)
            return Finding("service", .failed, failure.message, advice: failure.hint)
        }
    }

    /// What the caller is to the service.
    package static func role(_ peer: WirePeer) -> Finding {
        let who = "you are \(peer.user) (uid \(peer.uid))"
        if peer.roles.isEmpty { return noRole("\(who), without a role") }
        return Finding("role", .ok, "\(who): \(peer.roles.joined(separator: ", "))")
    }

    /// The service's refusal to somebody who has no role.
    package static func noRole(_ message: String) -> Finding {
        Finding(
            "role", .failed, message,
            advice:
                "Have an administrator add you to the group \(GroupMembership.agents), and log in again; or name you in "
                + "the section 'roles' of the configuration.")
    }

    /// What the service says of its own health, the disk above all.
    package static func health(_ checks: [WireHealthCheck]) -> [Finding] {
        checks.map { check in
            if check.status == "ok" { return Finding(check.name, .ok, "well") }
            return Finding(
                check.name, .failed, check.message ?? check.status,
                advice: check.name == "storage"
                    ? "Make room where the service keeps its data (/var/lib/session-requestd unless told otherwise); "
                        + "it goes on by itself."
                    : "'journalctl --unit session-requestd' tells more.")
        }
    }
}
