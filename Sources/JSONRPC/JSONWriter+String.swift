extension JSONWriter {
    /// Writes a text with its quotes.
    mutating func quote(_ text: String) {
        var text = text
        text.withUTF8 { quote($0) }
    }
}

extension OutputSpan<UInt8> {
    /// Puts bytes behind what is there, for which there has to be room.
    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        withUnsafeMutableBufferPointer { buffer, count in
            precondition(bytes.count <= buffer.count - count)
            guard let from = bytes.baseAddress, let to = buffer.baseAddress else { return }
            (to + count).update(from: from, count: bytes.count)
            count += bytes.count
        }
    }
}

extension JSONByte {
    /// How many bytes from `start` on need no escape.
    static func unescapedRun(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = text.baseAddress else { return 0 }
        var at = start
        while true {
            at += plainRun(base, from: at, to: text.count)
            guard at < text.count, base[at] >= 0x80 else { return at - start }
            while at < text.count, base[at] >= 0x80 { at += 1 }
        }
    }
}

extension [UInt8] {
    /// Puts the text from `start` on behind what is there, with its escapes.
    mutating func appendEscaping(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
        var from = start
        while from < text.count {
            appendEscape(text[from])
            from += 1
            let clean = JSONByte.unescapedRun(text, from: from)
            append(contentsOf: UnsafeBufferPointer(rebasing: text[from..<from + clean]))
            from += clean
        }
    }

    private mutating func appendEscape(_ byte: UInt8) {
        append(JSONByte.backslash)
        switch byte {
        case JSONByte.quote, JSONByte.backslash: append(byte)
        case 0x08: append(UInt8(ascii: "b"))
        case 0x0C: append(UInt8(ascii: "f"))
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0D: append(UInt8(ascii: "r"))
        case 0x09: append(UInt8(ascii: "t"))
        default:
            append(UInt8(ascii: "u"))
            append(JSONByte.zero)
            append(JSONByte.zero)
            append(JSONByte.zero + byte >> 4)
            append(byte & 15 < 10 ? JSONByte.zero + byte & 15 : 0x57 + byte & 15)
        }
    }
}
