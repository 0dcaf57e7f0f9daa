/// What asking the page for its health came to.
package enum WebAnswer: Sendable, Equatable {
    /// The status of the answer, and the beginning of its body.
    case status(Int, body: String)
    /// No answer, and why.
    case silent(String)
    /// It was not asked, and why.
    case unasked(String)
}

extension Finding {
    /// The page behind the links, at the address that they begin with.
    package static func portal(_ address: String, _ answer: WebAnswer) -> Finding {
        let check = "curl --fail --show-error \(healthAddress(address))"
        switch answer {
        case .unasked(let cause):
            return Finding(
                "portal", .skipped, "\(address) was not asked: \(cause)",
                advice: "From a machine of a visitor: \(check)")
        case .silent(let cause):
            return Finding(
                "portal", .failed, "\(address), where links lead, does not answer: \(cause)",
                advice: "Start the page: sudo systemctl enable --now session-request-portal.socket\n"
                    + "Beside a desk of your own session-request-portal runs by hand; behind a proxy, look at that, too. If "
                    + "the page is elsewhere, portal.address in the configuration says so.")
        case .status(200, let body) where body.split(separator: "\n").contains("ok"):
            return Finding("portal", .ok, "\(address), where links lead, answers")
        case .status(503, let body) where body.contains("daemon cannot be reached"):
            return Finding(
                "portal", .failed, "the page at \(address) is there, but does not reach the service",
                advice: "sudo systemctl stop session-requestd.service && "
                    + "sudo systemctl enable --now session-requestd-gateway.socket\n"
                    + "'journalctl --unit session-request-portal' says what it met.")
        case .status(let status, _) where [502, 503, 504].contains(status):
            return Finding(
                "portal", .failed, "the web server at \(address) answers \(status): the page behind it does not",
                advice: "Start the page: sudo systemctl enable --now session-request-portal.socket\n"
                    + "and see that the web server hands on to where it listens (127.0.0.1:7080 unless told otherwise)."
            )
        case .status(let status, _):
            return Finding(
                "portal", .failed, "what answers at \(address) is not the page (status \(status))",
                advice: "Look at portal.address in the configuration and at the web server's: \(check)")
        }
    }

    /// Where the page says whether it is well.
    package static func healthAddress(_ address: String) -> String {
        address.hasSuffix("/") ? "\(address)healthz" : "\(address)/healthz"
    }
}
