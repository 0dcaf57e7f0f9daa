internal import Foundation
internal import SessionRequestConfiguration
internal import SessionRequestText
internal import SessionRequestWire

/// Carries text messages, by a program or a gateway.
struct MessageCarrier: Carrier {
    let settings: SMSSettings
    let writer: LetterWriter
    let secrets: Secrets

    func carry(_ delivery: WireDueDelivery, now: Date, _ abandonment: Abandonment) -> DeliveryOutcome {
        guard let occasion = Occasion(delivery), let text = ShortMessage.text(writer.wording(of: occasion)) else {
            return .refused("this courier knows no text message of the purpose \(delivery.purpose)")
        }
        guard let phone = occasion.request.recipient.phone, let number = Self.number(phone) else {
            return .refused("the recipient has no number that can be dialled")
        }
        switch settings {
        case .command(let arguments):
            let filled = arguments.enumerated().map { index, argument in
                index == 0 ? argument : MessagePlaces.filled(argument, number: number, text: text) { $0 }
            }
            let run = ProgramRun(arguments: filled)
            return ProgramVerdict.outcome(
                of: run.ending(within: CourierLimits.programSeconds, abandonment), of: arguments[0])
        case .http(let gateway):
            return ask(gateway, number: number, text: text, now: now, abandonment)
        }
    }

    /// The number as it is dialled: digits, with a plus where it begins with one or with two zeros in its place.
    static func number(_ phone: String) -> String? {
        let digits = phone.filter { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty else { return nil }
        return phone.drop { " (".contains($0) }.hasPrefix("+") ? "+" + digits : digits
    }

    private func ask(
        _ gateway: SMSGateway, number: String, text: String, now: Date, _ abandonment: Abandonment
    ) -> DeliveryOutcome {
        let url = MessagePlaces.filled(gateway.url, number: number, text: text) { CalendarText.percentEncoded($0) }
        let escape = MessagePlaces.escape(for: gateway.contentType)
        var request = HTTPRequest(url: url, method: gateway.method.rawValue, caFile: gateway.caFile)
        if let body = gateway.body {
            request.body = Array(MessagePlaces.filled(body, number: number, text: text, escape).utf8)
            request.fields.append("Content-Type: \(gateway.contentType)")
        }
        do throws(Secrets.Missing) {
            if let token = try secrets.line(file: gateway.tokenFile, credential: "sms-token") {
                request.fields.append("Authorization: Bearer \(token)")
            }
        } catch {
            return .failed("cannot sign in to the gateway: \(error.description)")
        }
        switch request.answer(abandonment) {
        case .none(let cause): return .failed("cannot reach the gateway: \(cause)")
        case .status(let status, let retryAfter):
            return WebhookVerdict.outcome(status: status, retryAfter: retryAfter, now: now, of: "gateway")
        }
    }
}
