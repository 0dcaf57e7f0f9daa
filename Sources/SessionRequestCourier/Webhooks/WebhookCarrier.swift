internal import Foundation
internal import JSONRPC
internal import SessionRequestConfiguration
internal import SessionRequestWire

/// Carries events to one endpoint, as Standard Webhooks 1.0 has it.
struct WebhookCarrier: Carrier {
    let settings: WebhookSettings
    let secrets: Secrets

    func carry(_ delivery: WireDueDelivery, now: Date, _ abandonment: Abandonment) -> DeliveryOutcome {
        guard let event = delivery.event else { return .refused("there is no event in it") }
        var writer = JSONWriter(reservingCapacity: 4096)
        event.encode(to: &writer)
        let id = Self.id(of: delivery.key)
        let timestamp = Int64(now.timeIntervalSince1970)
        var request = HTTPRequest(url: settings.url, body: writer.bytes, caFile: settings.caFile)
        request.fields = [
            "Content-Type: application/json", "webhook-id: \(id)", "webhook-timestamp: \(timestamp)",
        ]
        do throws(Secrets.Missing) {
            if let secret = try secret() {
                guard let signature = WebhookSignature(secret: secret) else {
                    return .failed("cannot sign: the secret must be whsec_ and base64 of 16 to 128 bytes")
                }
                let value = signature.value(id: id, timestamp: timestamp, body: writer.bytes)
                request.fields.append("webhook-signature: \(value)")
            }
        } catch {
            return .failed("cannot sign: \(error.description)")
        }
        switch request.answer(abandonment) {
        case .none(let cause): return .failed("cannot reach the endpoint: \(cause)")
        case .status(let status, let retryAfter):
            return WebhookVerdict.outcome(status: status, retryAfter: retryAfter, now: now, of: "endpoint")
        }
    }

    /// Whether there is nothing to sign with. A secret that cannot be read is not none: nothing is sent without it.
    var isUnsigned: Bool {
        do throws(Secrets.Missing) { return try secret() == nil } catch { return false }
    }

    private func secret() throws(Secrets.Missing) -> String? {
        try secrets.line(file: settings.secretFile, credential: "webhook-\(settings.id)")
    }

    /// The id of a delivery's messages. The signature separates its parts with dots, so that there is none in it.
    static func id(of key: String) -> String { "msg_" + key.replacing(".", with: "_") }
}
