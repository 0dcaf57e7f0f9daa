extension JSONScanner {
    /// A string from its opening quote to its closing one: strict UTF-8, no bare control characters, whole escapes.
    @inline(__always)
    mutating func string() throws(JSONSyntaxError) {
        let start = at
        at &+= 1
        at &+= JSONByte.plainRun(base, from: at, to: end)
        var hasEscapes = false
        if at >= end || base[at] != JSONByte.quote { hasEscapes = try restOfString() }
        at &+= 1
        tape.append(JSONToken(.string, start: start, end: at, next: tape.count &+ 1, hasEscapes: hasEscapes))
    }

    /// Goes on behind the first plain run up to the closing quote; tells whether there were escapes.
    @inline(never)
    private mutating func restOfString() throws(JSONSyntaxError) -> Bool {
        var hasEscapes = false
        while at < end {
            let byte = base[at]
            if byte == JSONByte.quote { return hasEscapes }
            if byte == JSONByte.backslash {
                hasEscapes = true
                try escape()
            } else if byte >= 0x80 {
                try multibyte()
            } else {
                throw error(.controlCharacter)
            }
            at &+= JSONByte.plainRun(base, from: at, to: end)
        }
        throw error(.unexpectedEnd)
    }

    /// An escape, from its backslash on.
    private mutating func escape() throws(JSONSyntaxError) {
        let start = at
        at &+= 1
        guard at < end else { throw error(.unexpectedEnd) }
        switch base[at] {
        case JSONByte.quote, JSONByte.backslash, JSONByte.slash, UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            at &+= 1
        case UInt8(ascii: "u"):
            at &+= 1
            let unit = try fourDigits()
            guard 0xD800...0xDFFF ~= unit else { return }
            guard unit < 0xDC00 else { throw JSONSyntaxError(.loneSurrogate, at: start) }
            guard at < end else { throw error(.unexpectedEnd) }
            guard base[at] == JSONByte.backslash else { throw JSONSyntaxError(.loneSurrogate, at: start) }
            at &+= 1
            guard at < end else { throw error(.unexpectedEnd) }
            guard base[at] == UInt8(ascii: "u") else { throw JSONSyntaxError(.loneSurrogate, at: start) }
            at &+= 1
            let second = try fourDigits()
            guard 0xDC00...0xDFFF ~= second else { throw JSONSyntaxError(.loneSurrogate, at: start) }
        default: throw error(.invalidEscape)
        }
    }

    private mutating func fourDigits() throws(JSONSyntaxError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard at < end else { throw error(.unexpectedEnd) }
            guard let digit = JSONByte.hexValue(base[at]) else { throw error(.invalidEscape) }
            unit = unit << 4 | digit
            at &+= 1
        }
        return unit
    }

    /// One character of two to four bytes, after table 3-7 of the Unicode Standard.
    private mutating func multibyte() throws(JSONSyntaxError) {
        let lead = base[at]
        let length: Int
        var lowest: UInt8 = 0x80
        var highest: UInt8 = 0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { lowest = 0xA0 }
            if lead == 0xED { highest = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { lowest = 0x90 }
            if lead == 0xF4 { highest = 0x8F }
        default: throw error(.invalidUTF8)
        }
        guard at &+ length <= end, lowest <= base[at &+ 1], base[at &+ 1] <= highest else { throw error(.invalidUTF8) }
        for index in 2..<4 where index < length {
            guard base[at &+ index] & 0xC0 == 0x80 else { throw error(.invalidUTF8) }
        }
        at &+= length
    }
}
