internal import Foundation
internal import SessionRequestConfiguration
internal import SessionRequestText
internal import SessionRequestWire

/// A letter as the message that leaves: the same delivery makes the same Message-ID, however often it is sent.
struct MailMessage {
    /// The address in the envelope and in `To`.
    let recipient: String
    let text: String

    init(
        _ letter: Letter, key: String, request: WireSessionRequest, recipient: String, from: Mailbox,
        replyTo: Mailbox?, organization: String?, date: Date
    ) {
        self.recipient = recipient
        let sender = InternationalDomain.ascii(from.address)
        let domain = sender.split(separator: "@").last.map(String.init) ?? "localhost"
        let made = request.createdAt.filter(\.isNumber)
        var fields: [HeaderField] = [
            .structured("Date", MailDate.text(date)),
            .mailbox("From", display: from.name ?? organization, address: sender),
            .mailbox("To", display: request.recipient.name, address: recipient),
        ]
        if let replyTo {
            fields.append(
                .mailbox("Reply-To", display: replyTo.name, address: InternationalDomain.ascii(replyTo.address)))
        }
        fields += [
            .text("Subject", letter.subject),
            .structured("Message-ID", "<\(Self.token(key)).delivery@\(domain)>"),
        ]
        // All mail about one request belongs together.
        if let id = request.id { fields.append(.structured("References", "<session-request-\(id)-\(made)@\(domain)>")) }
        fields += [
            .structured("Auto-Submitted", "auto-generated"),
            .structured("X-Auto-Response-Suppress", "All"),
            .structured("Content-Language", letter.language.rawValue),
        ]
        var parts = [
            MIMEMessage.Part(type: "text/plain", content: letter.text),
            MIMEMessage.Part(type: "text/html", content: letter.html),
        ]
        if let calendar = letter.calendar {
            parts.append(
                MIMEMessage.Part(
                    type: "text/calendar", parameters: ["method=\(calendar.method.rawValue)"], content: calendar.text))
        }
        // Neither alphabet of bodies has "=_" in it.
        text = MIMEMessage(fields: fields, parts: parts).text(boundary: "=_\(Self.token(key))")
    }

    /// The key of a delivery as far as it can stand in an id.
    private static func token(_ key: String) -> String {
        String(key.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") })
    }
}
