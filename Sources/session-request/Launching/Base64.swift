/// Base64 (RFC 4648) with padding.
package enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

    /// The text for bytes.
    package static func text(_ bytes: [UInt8]) -> String {
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for at in 0..<4 {
                text.append(at <= group.count ? alphabet[value >> (18 - 6 * at) & 0x3F] : "=")
            }
        }
        return text
    }
}
