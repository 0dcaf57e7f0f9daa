internal import Crypto

/// The key from which links and codes are computed, and the computing.
///
/// A token is the base32 of identifier, generation and a 128-bit MAC of both, so a forged one is found out without
/// looking anything up. A code is nine digits of a MAC; it is looked up by another MAC of itself. Neither is ever kept.
public struct LinkSecret: Sendable {
    /// Bytes of a key.
    public static let keyLength = 32
    private static let macLength = 16
    private static let headLength = 12

    private let keyed: HMAC<SHA256>

    /// A secret of a key of `keyLength` bytes; nil for one of another length.
    public init?(key: [UInt8]) {
        guard key.count == Self.keyLength else { return nil }
        keyed = HMAC<SHA256>(key: SymmetricKey(data: key))
    }

    /// The token of a request's link of a generation.
    public func token(id: Int64, generation: Int64) -> String {
        let head = Self.head(id: id, generation: generation)
        return Base32.encode(head + mac(.link, head).prefix(Self.macLength))
    }

    /// What a token stands for; nil when it was not made with this key.
    public func read(token: String) -> (id: Int64, generation: Int64)? {
        guard let bytes = Base32.decode(token), bytes.count == Self.headLength + Self.macLength else { return nil }
        let head = Array(bytes.prefix(Self.headLength))
        var difference: UInt8 = 0
        for (given, computed) in zip(bytes.dropFirst(Self.headLength), mac(.link, head)) { difference |= given ^ computed }
        guard difference == 0 else { return nil }
        let id = head.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
        let generation = head.dropFirst(8).reduce(0) { $0 << 8 | Int64($1) }
        return (id, generation)
    }

    /// The nine digits to read aloud for a request's link of a generation. `attempt` counts how often the code had to be
    /// derived anew because another live request had it.
    public func code(id: Int64, generation: Int64, attempt: Int64) -> String {
        let bytes = mac(.code, Self.head(id: id, generation: generation) + Self.bigEndian(attempt))
        let number = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000_000
        let digits = String(number)
        return String(repeating: "0", count: 9 - digits.utf8.count) + digits
    }

    /// By what a code is looked up.
    public func hash(ofCode code: String) -> [UInt8] {
        Array(mac(.codeHash, Array(code.utf8)).prefix(Self.macLength))
    }

    private enum Purpose: UInt8 {
        case link = 1
        case code = 2
        case codeHash = 3
    }

    private func mac(_ purpose: Purpose, _ message: [UInt8]) -> [UInt8] {
        var hmac = keyed
        hmac.update(data: [purpose.rawValue])
        hmac.update(data: message)
        return Array(hmac.finalize())
    }

    private static func head(id: Int64, generation: Int64) -> [UInt8] {
        bigEndian(id) + bigEndian(generation).suffix(4)
    }

    private static func bigEndian(_ number: Int64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }
}

/// RFC 4648 base32 in lower case, without padding; read in either case.
enum Base32 {
    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var digits: [UInt8] = []
        digits.reserveCapacity((bytes.count * 8 + 4) / 5)
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                digits.append(alphabet[Int(bits >> UInt32(count) & 31)])
            }
        }
        if count > 0 { digits.append(alphabet[Int(bits << UInt32(5 - count) & 31)]) }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Nil for other characters, an impossible length, or bits left over that are not zero.
    static func decode(_ text: String) -> [UInt8]? {
        guard text.utf8.count <= 128 else { return nil }
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for character in text.utf8 {
            let value: UInt8
            switch character {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = character - UInt8(ascii: "a")
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = character - UInt8(ascii: "A")
            case UInt8(ascii: "2")...UInt8(ascii: "7"): value = character - UInt8(ascii: "2") + 26
            default: return nil
            }
            bits = (bits << 5 | UInt32(value)) & 0xFFFF
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        guard count < 5, bits & (1 << UInt32(count) - 1) == 0 else { return nil }
        return bytes
    }
}
