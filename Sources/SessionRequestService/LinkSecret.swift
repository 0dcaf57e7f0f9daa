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

    /// What a MAC is for, its first byte, so that none can stand for another.
    private enum Purpose: UInt8 {
        case link = 1
        case code = 2
        case codeHash = 3
    }

    /// The key, already taken in: a MAC begins with a copy of this.
    private let keyed: HMAC<SHA256>

    /// A secret of a key of `keyLength` bytes; nil for one of another length.
    public init?(key: [UInt8]) {
        guard key.count == Self.keyLength else { return nil }
        keyed = HMAC<SHA256>(key: SymmetricKey(data: key))
    }

    /// The token of a request's link of a generation: 45 characters, each of which counts.
    public func token(id: Int64, generation: Int64) -> String {
        withUnsafeTemporaryAllocation(byteCount: 1 + Self.headLength + Self.macLength, alignment: 1) { bytes in
            Self.writeHead(id, generation, to: UnsafeMutableRawBufferPointer(rebasing: bytes[1...]))
            mac(.link, UnsafeMutableRawBufferPointer(rebasing: bytes[...Self.headLength])).withUnsafeBytes { mac in
                for index in 0..<Self.macLength { bytes[1 + Self.headLength + index] = mac[index] }
            }
            return Base32.encode(UnsafeRawBufferPointer(rebasing: bytes[1...]))
        }
    }

    /// What a token stands for; nil when it was not made with this key, to the character. The time that it takes does not
    /// tell how much of a forged one is right.
    public func read(token: String) -> (id: Int64, generation: Int64)? {
        guard let bytes = Base32.decode(token, count: Self.headLength + Self.macLength) else { return nil }
        var difference: UInt8 = 0
        mac(.link, bytes[..<Self.headLength]).withUnsafeBytes { mac in
            for index in 0..<Self.macLength { difference |= mac[index] ^ bytes[Self.headLength + index] }
        }
        guard difference == 0 else { return nil }
        let id = bytes[..<8].reduce(0) { $0 << 8 | Int64($1) }
        let generation = bytes[8..<Self.headLength].reduce(0) { $0 << 8 | Int64($1) }
        return (id, generation)
    }

    /// The nine digits to read aloud for a request's link of a generation. `attempt` counts how often the code had to be
    /// derived anew because another live request had it.
    public func code(id: Int64, generation: Int64, attempt: Int64) -> String {
        let number = withUnsafeTemporaryAllocation(byteCount: 1 + Self.headLength + 8, alignment: 1) { bytes in
            Self.writeHead(id, generation, to: UnsafeMutableRawBufferPointer(rebasing: bytes[1...]))
            Self.write(UInt64(bitPattern: attempt), length: 8, to: bytes, at: 1 + Self.headLength)
            return mac(.code, bytes).withUnsafeBytes { mac in
                mac[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 1_000_000_000
            }
        }
        return String(unsafeUninitializedCapacity: 9) { digits in
            var rest = number
            for index in (0..<9).reversed() {
                digits[index] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            return 9
        }
    }

    /// By what a code is looked up.
    public func hash(ofCode code: String) -> [UInt8] {
        mac(.codeHash, code.utf8).withUnsafeBytes { Array($0[..<Self.macLength]) }
    }

    /// The MAC of a purpose and a message.
    private func mac(_ purpose: Purpose, _ message: some Collection<UInt8>) -> HMAC<SHA256>.MAC {
        withUnsafeTemporaryAllocation(byteCount: 1 + message.count, alignment: 1) { bytes in
            for (index, byte) in message.enumerated() { bytes[1 + index] = byte }
            return mac(purpose, bytes)
        }
    }

    /// The MAC of a message that begins behind the first byte, which is overwritten: each piece that is taken in costs as
    /// much as a short message.
    private func mac(_ purpose: Purpose, _ bytes: UnsafeMutableRawBufferPointer) -> HMAC<SHA256>.MAC {
        bytes[0] = purpose.rawValue
        var hmac = keyed
        hmac.update(data: UnsafeRawBufferPointer(bytes))
        return hmac.finalize()
    }

    private static func writeHead(_ id: Int64, _ generation: Int64, to bytes: UnsafeMutableRawBufferPointer) {
        write(UInt64(bitPattern: id), length: 8, to: bytes, at: 0)
        write(UInt64(bitPattern: generation), length: 4, to: bytes, at: 8)
    }

    /// Writes the last `length` bytes of a number, the most significant first.
    private static func write(_ number: UInt64, length: Int, to bytes: UnsafeMutableRawBufferPointer, at start: Int) {
        for index in 0..<length {
            bytes[start + index] = UInt8(truncatingIfNeeded: number >> UInt64(8 * (length - 1 - index)))
        }
    }
}
