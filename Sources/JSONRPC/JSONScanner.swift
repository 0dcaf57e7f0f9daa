/// Reads a text once, from left to right, and lays its tape; throws at the first byte that is wrong.
struct JSONScanner {
    let base: UnsafePointer<UInt8>
    let end: Int
    var at = 0
    var tape: [JSONToken] = []

    /// The tape of a whole text.
    static func tape(of bytes: UnsafeBufferPointer<UInt8>) throws(JSONSyntaxError) -> [JSONToken] {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { throw JSONSyntaxError(.empty, at: 0) }
        guard bytes.count <= JSONLimits.documentBytes else {
            throw JSONSyntaxError(.tooLarge, at: JSONLimits.documentBytes)
        }
        var scanner = JSONScanner(base: base, end: bytes.count)
        scanner.tape.reserveCapacity(min(bytes.count / 8 + 4, JSONLimits.reservedTokens))
        try scanner.document()
        return scanner.tape
    }

    private mutating func document() throws(JSONSyntaxError) {
        if end >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { throw error(.byteOrderMark) }
        skipWhitespace()
        guard at < end else { throw error(.empty) }
        try value(depth: 0)
        skipWhitespace()
        guard at == end else { throw error(.trailingContent) }
    }

    func error(_ reason: JSONSyntaxError.Reason) -> JSONSyntaxError {
        JSONSyntaxError(reason, at: at)
    }

    /// What is wrong with the byte at hand: the end of the text, or the byte.
    func unexpected() -> JSONSyntaxError {
        error(at < end ? .unexpectedByte : .unexpectedEnd)
    }

    @inline(__always)
    mutating func skipWhitespace() {
        while at < end, base[at] <= JSONByte.space, JSONByte.isWhitespace(base[at]) { at &+= 1 }
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) {
        guard at < end else { throw error(.unexpectedEnd) }
        switch base[at] {
        case JSONByte.quote: try string()
        case JSONByte.openBrace: try object(depth: depth)
        case JSONByte.openBracket: try array(depth: depth)
        case JSONByte.minus, JSONByte.zero...JSONByte.nine: try number()
        case UInt8(ascii: "t"): try literal("true", .true)
        case UInt8(ascii: "f"): try literal("false", .false)
        case UInt8(ascii: "n"): try literal("null", .null)
        default: throw error(.unexpectedByte)
        }
    }

    private mutating func literal(_ text: StaticString, _ shape: JSONToken.Shape) throws(JSONSyntaxError) {
        let start = at
        for index in 0..<text.utf8CodeUnitCount {
            guard at < end, base[at] == text.utf8Start[index] else { throw unexpected() }
            at &+= 1
        }
        tape.append(JSONToken(shape, start: start, end: at, next: tape.count &+ 1))
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) {
        guard depth < JSONLimits.depth else { throw error(.tooDeep) }
        let index = open(.array)
        var count = 0
        skipWhitespace()
        if at < end, base[at] == JSONByte.closeBracket {
            close(index, count: 0)
            return
        }
        while true {
            try value(depth: depth &+ 1)
            count &+= 1
            skipWhitespace()
            guard at < end else { throw error(.unexpectedEnd) }
            switch base[at] {
            case JSONByte.comma:
                let comma = at
                at &+= 1
                skipWhitespace()
                if at < end, base[at] == JSONByte.closeBracket { throw JSONSyntaxError(.trailingComma, at: comma) }
            case JSONByte.closeBracket:
                close(index, count: count)
                return
            default: throw error(.unexpectedByte)
            }
        }
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) {
        guard depth < JSONLimits.depth else { throw error(.tooDeep) }
        let index = open(.object)
        var names = JSONNameGuard(object: index)
        skipWhitespace()
        if at < end, base[at] == JSONByte.closeBrace {
            close(index, count: 0)
            return
        }
        while true {
            guard at < end, base[at] == JSONByte.quote else { throw unexpected() }
            let name = tape.count
            try string()
            try names.add(name, on: tape, base)
            skipWhitespace()
            guard at < end, base[at] == JSONByte.colon else { throw unexpected() }
            at &+= 1
            skipWhitespace()
            try value(depth: depth &+ 1)
            skipWhitespace()
            guard at < end else { throw error(.unexpectedEnd) }
            switch base[at] {
            case JSONByte.comma:
                let comma = at
                at &+= 1
                skipWhitespace()
                if at < end, base[at] == JSONByte.closeBrace { throw JSONSyntaxError(.trailingComma, at: comma) }
            case JSONByte.closeBrace:
                close(index, count: names.count)
                try names.finish(on: tape, base)
                return
            default: throw error(.unexpectedByte)
            }
        }
    }

    private mutating func open(_ shape: JSONToken.Shape) -> Int {
        let index = tape.count
        tape.append(JSONToken(shape, start: at, end: at, next: index))
        at &+= 1
        return index
    }

    private mutating func close(_ index: Int, count: Int) {
        at &+= 1
        tape[index].close(end: at, next: tape.count, count: count)
    }
}
