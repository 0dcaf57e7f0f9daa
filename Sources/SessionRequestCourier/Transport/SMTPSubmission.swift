internal import CCurl
internal import SessionRequestConfiguration

/// Mail by submission to a server (RFC 6409).
struct SMTPSubmission: Sendable {
    let settings: SMTPSettings
    let secrets: Secrets
    let abandonment: Abandonment

    /// Hands the message to the server; waits for its answer.
    func submit(_ message: [UInt8], from: String, to recipient: String) -> DeliveryOutcome {
        let scheme = settings.security == .tls ? "smtps" : "smtp"
        let host = settings.host.contains(":") && !settings.host.hasPrefix("[") ? "[\(settings.host)]" : settings.host
        guard
            let transfer = Transfer(
                "\(scheme)://\(host):\(settings.port)", schemes: "smtp,smtps", seconds: CourierLimits.mailSeconds,
                abandonment: abandonment)
        else { return .failed("cannot send mail: there is no memory") }
        if let file = settings.caFile { transfer.set(CURLOPT_CAINFO, file) }
        transfer.set(CURLOPT_USE_SSL, Int(settings.security == .starttls ? CURLUSESSL_ALL.rawValue : 0))
        if let user = settings.user {
            do throws(Secrets.Missing) {
                guard let password = try secrets.line(file: settings.passwordFile, credential: "smtp-password") else {
                    return .failed("cannot sign in to the mail server: there is no password")
                }
                transfer.set(CURLOPT_USERNAME, user)
                transfer.set(CURLOPT_PASSWORD, password)
            } catch {
                return .failed("cannot sign in to the mail server: \(error.description)")
            }
        }
        transfer.set(CURLOPT_MAIL_FROM, "<\(from)>")
        transfer.set(CURLOPT_MAIL_RCPT, list: ["<\(recipient)>"])
        transfer.send(message)
        return SMTPVerdict.outcome(of: transfer.perform())
    }
}

/// What the end of a submission means.
enum SMTPVerdict {
    // Of the sender's own standing with the server: an admin can mend it, and then the mail goes.
    private static let ofSender: Set<Int> = [530, 534, 535, 538]

    static func outcome(of ending: Transfer.Ending) -> DeliveryOutcome {
        if ending.code == CURLE_OK { return .delivered }
        let reply = ending.lines.last { $0.hasPrefix("\(ending.status)") }
        if ending.code == CURLE_SEND_ERROR || ending.code == CURLE_WEIRD_SERVER_REPLY,
            (400..<600).contains(ending.status)
        {
            let said = "the mail server said \(reply ?? String(ending.status))"
            // A sender that is not taken is a matter of configuration, and not of this mail.
            let isSenders = ofSender.contains(ending.status) || ending.complaint.hasPrefix("MAIL failed")
            return ending.status >= 500 && !isSenders ? .refused(said) : .failed(said)
        }
        if ending.code == CURLE_LOGIN_DENIED { return .failed("the mail server does not take the user and password") }
        return .failed("cannot reach the mail server: \(ending.complaint)")
    }
}
