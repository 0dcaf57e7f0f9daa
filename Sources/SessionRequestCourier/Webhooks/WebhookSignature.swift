internal import Crypto
internal import Foundation

/// The signature of a webhook (Standard Webhooks 1.0): `v1,` and the HMAC-SHA256 of id, time and body.
package struct WebhookSignature: Sendable {
    /// Bytes that a secret may have.
    static let secretBytes = 16...128
    private static let prefix = "whsec_"

    private let key: SymmetricKey

    /// Takes a secret as `whsec_` and base64, or as base64 alone; nil for what is neither.
    package init?(secret: String) {
        let encoded = secret.hasPrefix(Self.prefix) ? String(secret.dropFirst(Self.prefix.count)) : secret
        guard let bytes = Data(base64Encoded: encoded), Self.secretBytes.contains(bytes.count) else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// The value of `webhook-signature`.
    package func value(id: String, timestamp: Int64, body: [UInt8]) -> String {
        var signed = Data("\(id).\(timestamp).".utf8)
        signed.append(contentsOf: body)
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: key)
        return "v1,\(Data(code).base64EncodedString())"
    }
}
