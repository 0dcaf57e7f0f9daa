/// RFC 4648 base32 in lower case, without padding. Every text has one reading, and every value one text.
enum Base32 {
    private static let alphabet: StaticString = "abcdefghijklmnopqrstuvwxyz234567"

    static func encode(_ bytes: UnsafeRawBufferPointer) -> String {
        let length = (bytes.count * 8 + 4) / 5
        return String(unsafeUninitializedCapacity: length) { digits in
            var bits: UInt32 = 0
            var count: UInt32 = 0
            var place = 0
            func write(_ value: UInt32) {
                digits[place] = alphabet.utf8Start[Int(value & 31)]
                place += 1
            }
            for byte in bytes {
                bits = (bits << 8 | UInt32(byte)) & 0xFFFF
                count += 8
                while count >= 5 {
                    count -= 5
                    write(bits >> count)
                }
            }
            if count > 0 { write(bits << (5 - count)) }
            return place
        }
    }

    /// The `count` bytes of a text. Nil for one of another length, for other characters, capitals among them, and for bits
    /// at the end that no byte has and that are not zero.
    static func decode(_ text: String, count: Int) -> [UInt8]? {
        guard text.utf8.count == (count * 8 + 4) / 5 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        var bits: UInt32 = 0
        var held: UInt32 = 0
        for character in text.utf8 {
            let value: UInt8
            switch character {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = character - UInt8(ascii: "a")
            case UInt8(ascii: "2")...UInt8(ascii: "7"): value = character - UInt8(ascii: "2") + 26
            default: return nil
            }
            bits = (bits << 5 | UInt32(value)) & 0xFFFF
            held += 5
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> held))
            }
        }
        guard bits & (1 << held - 1) == 0 else { return nil }
        return bytes
    }
}
