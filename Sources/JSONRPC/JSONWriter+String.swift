extension JSONWriter {
    /// Writes a text with its quotes. Only what must be escaped is.
    mutating func quote(_ text: String) {
        var text = text
        text.withUTF8 { quote($0) }
    }

    /// Writes UTF-8 text with its quotes.
    mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
        append(JSONByte.quote)
        var from = 0
        while from < text.count {
            let clean = Self.cleanRun(text, from: from)
            append(UnsafeBufferPointer(rebasing: text[from..<from + clean]))
            from += clean
            if from < text.count {
                escape(text[from])
                from += 1
            }
        }
        append(JSONByte.quote)
    }

    /// How many bytes from `start` on need no escape.
    private static func cleanRun(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = text.baseAddress else { return 0 }
        var at = start
        while true {
            at += JSONByte.plainRun(base, from: at, to: text.count)
            guard at < text.count, base[at] >= 0x80 else { return at - start }
            while at < text.count, base[at] >= 0x80 { at += 1 }
        }
    }

    private mutating func escape(_ byte: UInt8) {
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
