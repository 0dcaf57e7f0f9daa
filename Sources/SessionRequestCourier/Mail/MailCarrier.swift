internal import Foundation
internal import SessionRequestConfiguration
internal import SessionRequestText
package import SessionRequestWire

/// Carries mail: writes the letter, makes it a message, and hands it over.
struct MailCarrier: Carrier {
    let settings: EmailSettings
    let writer: LetterWriter
    let secrets: Secrets

    func carry(_ delivery: WireDueDelivery, now: Date, _ abandonment: Abandonment) -> DeliveryOutcome {
        guard let occasion = Occasion(delivery) else {
            return .refused("this courier knows no mail of the purpose \(delivery.purpose)")
        }
        guard let address = occasion.request.recipient.email, Self.isFit(address) else {
            return .refused("the recipient has no address that mail can be sent to")
        }
        let letter = writer.letter(for: occasion, at: now)
        let message = MailMessage(
            letter, key: delivery.key, request: occasion.request, recipient: InternationalDomain.ascii(address),
            from: settings.from, replyTo: settings.replyTo, organization: occasion.organization, date: now)
        let bytes = Array(message.text.utf8)
        let sender = InternationalDomain.ascii(settings.from.address)
        switch settings.transport {
        case .smtp(let smtp):
            return SMTPSubmission(settings: smtp, secrets: secrets, abandonment: abandonment)
                .submit(bytes, from: sender, to: message.recipient)
        case .sendmail(let path):
            // Programs of this kind want the line ends of this system.
            let text = message.text.replacing("\r\n", with: "\n")
            // Without a sender it would be this account at this machine, whom nobody can answer and few believe.
            let run = ProgramRun(
                arguments: [path, "-i", "-f", sender, "--", message.recipient], input: Array(text.utf8))
            return ProgramVerdict.outcome(
                of: run.ending(within: CourierLimits.programSeconds, abandonment), of: path)
        }
    }
}

extension MailCarrier {
    /// Whether an address can stand in a command of SMTP; the desk takes no other.
    private static func isFit(_ address: String) -> Bool {
        address.contains("@")
            && address.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && $0 != "<" && $0 != ">" }
    }
}

extension Occasion {
    /// What a delivery of mail or a text message is about; nil for a purpose that this version does not know.
    package init?(_ delivery: WireDueDelivery) {
        guard let purpose = LetterPurpose(rawValue: delivery.purpose), let request = delivery.sessionRequest else {
            return nil
        }
        self.init(
            purpose: purpose, request: request, organization: delivery.organization, agentName: delivery.agentName,
            language: delivery.language, calendarMethod: delivery.calendarMethod,
            calendarSequence: delivery.calendarSequence)
    }
}
