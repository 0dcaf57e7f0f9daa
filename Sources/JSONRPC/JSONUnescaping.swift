/// Strings as they are meant, from strings as they are written. What is given has been scanned already.
enum JSONUnescaping {
    /// The UTF-8 bytes that the contents of a string with escapes stand for.
    static func bytes(_ contents: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: contents.count) { output, count in
            count = write(contents, to: output)
        }
    }

    /// The text that the contents of a string with escapes stand for.
    static func text(_ contents: UnsafeBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: contents.count) { output in
            write(contents, to: output)
        }
    }

    /// Never longer than what is written: the shortest escape of two bytes gives one, the longest of twelve gives four.
    private static func write(
        _ contents: UnsafeBufferPointer<UInt8>, to output: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var from = 0
        var to = 0
        while from < contents.count {
            guard contents[from] == JSONByte.backslash else {
                output[to] = contents[from]
                from += 1
                to += 1
                continue
            }
            let letter = contents[from + 1]
            from += 2
            guard letter == UInt8(ascii: "u") else {
                output[to] = plain(letter)
                to += 1
                continue
            }
            var scalar = unit(contents, at: from)
            from += 4
            if 0xD800...0xDBFF ~= scalar {
                scalar = 0x10000 + (scalar - 0xD800) << 10 + (unit(contents, at: from + 2) - 0xDC00)
                from += 6
            }
            to += encode(scalar, to: output, at: to)
        }
        return to
    }

    private static func plain(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: letter
        }
    }

    private static func unit(_ contents: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32 {
        contents[start..<start + 4].reduce(0) { $0 << 4 | (JSONByte.hexValue($1) ?? 0) }
    }

    private static func encode(_ scalar: UInt32, to output: UnsafeMutableBufferPointer<UInt8>, at: Int) -> Int {
        let last = UInt8(truncatingIfNeeded: scalar & 0x3F) | 0x80
        let third = UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F) | 0x80
        let second = UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F) | 0x80
        switch scalar {
        case ..<0x80:
            output[at] = UInt8(truncatingIfNeeded: scalar)
            return 1
        case ..<0x800:
            output[at] = UInt8(truncatingIfNeeded: scalar >> 6) | 0xC0
            output[at + 1] = last
            return 2
        case ..<0x10000:
            output[at] = UInt8(truncatingIfNeeded: scalar >> 12) | 0xE0
            output[at + 1] = third
            output[at + 2] = last
            return 3
        default:
            output[at] = UInt8(truncatingIfNeeded: scalar >> 18) | 0xF0
            output[at + 1] = second
            output[at + 2] = third
            output[at + 3] = last
            return 4
        }
    }
}
