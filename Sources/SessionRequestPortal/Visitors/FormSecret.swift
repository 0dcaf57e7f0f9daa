/// What ties a form to the browser that it was shown to: a random value in the only cookie, and in each form, masked
/// anew, so that compressing a page tells nothing about it.
package struct FormSecret: Sendable, Equatable {
    private static let length = 16
    private static let digits = Array("0123456789abcdef".utf8)

    /// The cookie's value.
    package let cookie: String
    private let bytes: [UInt8]

    /// A new one.
    package static func new(_ random: inout some RandomNumberGenerator) -> FormSecret {
        FormSecret((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) })
    }

    /// One that a browser brought back; nil for what never was one.
    package init?(cookie: some StringProtocol) {
        guard let bytes = Self.bytes(cookie), bytes.count == Self.length else { return nil }
        self.init(bytes)
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        cookie = Self.text(bytes)
    }

    /// What a form carries.
    package func token(_ random: inout some RandomNumberGenerator) -> String {
        let mask = (0..<Self.length).map { _ in UInt8.random(in: 0...255, using: &random) }
        return Self.text(mask + zip(mask, bytes).map { $0 ^ $1 })
    }

    /// Whether a form's token was made from this.
    package func matches(_ token: some StringProtocol) -> Bool {
        guard let both = Self.bytes(token), both.count == 2 * Self.length else { return false }
        let difference = (0..<Self.length).reduce(UInt8(0)) { $0 | (both[$1] ^ both[Self.length + $1] ^ bytes[$1]) }
        return difference == 0
    }

    /// The cookie's name. Over TLS it is one that nobody else on the domain can set.
    package static func name(isSecure: Bool) -> String {
        isSecure ? "__Host-session-request-form" : "session-request-form"
    }

    /// The value that a browser brought back in its `Cookie` fields.
    package static func read(from fields: [String], isSecure: Bool) -> FormSecret? {
        let name = name(isSecure: isSecure)
        for field in fields {
            for pair in field.prefix(4096).split(separator: ";") {
                let parts = pair.trimmingSpaces.split(separator: "=", maxSplits: 1)
                if parts.count == 2, parts[0] == name, let secret = FormSecret(cookie: parts[1]) { return secret }
            }
        }
        return nil
    }

    /// The value of `Set-Cookie`.
    package func setting(_ address: PublicAddress) -> String {
        let path = address.isSecure ? "/" : address.outer("/")
        return "\(Self.name(isSecure: address.isSecure))=\(cookie); Path=\(path); HttpOnly; SameSite=Strict"
            + (address.isSecure ? "; Secure" : "")
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let values = text.utf8.prefix(4 * length + 1).map { digits.firstIndex(of: $0) }
        guard values.count.isMultiple(of: 2), !values.contains(nil) else { return nil }
        let nibbles = values.compactMap(\.self)
        return stride(from: 0, to: nibbles.count, by: 2).map { UInt8(nibbles[$0] << 4 | nibbles[$0 + 1]) }
    }
}
