extension JSONScanner {
    /// A number after RFC 8259 §6, from its minus sign or first digit on.
    mutating func number() throws(JSONSyntaxError) {
        let start = at
        if base[at] == JSONByte.minus { at &+= 1 }
        guard at < end else { throw error(.unexpectedEnd) }
        if base[at] == JSONByte.zero {
            at &+= 1
            if at < end, JSONByte.isDigit(base[at]) { throw error(.invalidNumber) }
        } else {
            try digits()
        }
        var shape = JSONToken.Shape.integer
        if at < end, base[at] == JSONByte.point {
            shape = .fraction
            at &+= 1
            try digits()
        }
        if at < end, base[at] | 0x20 == UInt8(ascii: "e") {
            shape = .fraction
            at &+= 1
            if at < end, base[at] == JSONByte.plus || base[at] == JSONByte.minus { at &+= 1 }
            try digits()
        }
        tape.append(JSONToken(shape, start: start, end: at, next: tape.count &+ 1))
    }

    /// One digit or more.
    private mutating func digits() throws(JSONSyntaxError) {
        let first = at
        while at < end, JSONByte.isDigit(base[at]) { at &+= 1 }
        if at == first { throw error(at < end ? .invalidNumber : .unexpectedEnd) }
    }
}
