internal import SessionRequestModel

/// Reads the expressions of `AddressPattern`, by recursive descent.
struct AddressPatternParser {
    private typealias Part = AddressPattern.Part

    private static let maximumDepth = 16
    private static let digits = ASCIISet("0123456789")
    private static let space = ASCIISet(" \t\n\u{0B}\u{0C}\r")
    private static let word: ASCIISet = {
        var set = ASCIISet("0123456789_")
        set.formUnion(ASCIISet(UInt8(ascii: "a")...UInt8(ascii: "z")))
        set.formUnion(ASCIISet(UInt8(ascii: "A")...UInt8(ascii: "Z")))
        return set
    }()

    private var rest: Substring.UTF8View
    private var depth = 0

    static func parse(_ text: String) throws(Violation) -> AddressPattern.Part {
        guard text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
            throw Violation("must be a regular expression of ASCII characters")
        }
        var parser = AddressPatternParser(rest: text[...].utf8)
        let part = try parser.choice()
        guard parser.rest.isEmpty else { throw Violation("must have a ( for each )") }
        return part
    }

    private mutating func choice() throws(Violation) -> Part {
        var parts = [try sequence()]
        while take("|") { parts.append(try sequence()) }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() throws(Violation) -> Part {
        var parts: [Part] = []
        while let next = rest.first, next != UInt8(ascii: "|"), next != UInt8(ascii: ")") {
            rest.removeFirst()
            switch next {
            case UInt8(ascii: "^"): parts.append(.start)
            case UInt8(ascii: "$"): parts.append(.end)
            default: parts.append(try quantified(try atom(next)))
            }
        }
        return .sequence(parts)
    }

    private mutating func atom(_ first: UInt8) throws(Violation) -> Part {
        switch first {
        case UInt8(ascii: "."): return .character(ASCIISet("\n\r").inverted)
        case UInt8(ascii: "["): return .character(try characterClass())
        case UInt8(ascii: "\\"): return .character(try escape().set)
        case UInt8(ascii: "("):
            if take("?"), !take(":") { throw Violation("may have only plain groups: (…) and (?:…), no look-around") }
            depth += 1
            defer { depth -= 1 }
            guard depth <= Self.maximumDepth else { throw Violation("must not nest groups so deeply") }
            let part = try choice()
            guard take(")") else { throw Violation("must have a ) for each (") }
            return part
        case let other where "*+?{}]".utf8.contains(other):
            let character = Character(Unicode.Scalar(other))
            throw Violation("must have something to repeat before \(character), or be written \\\(character)")
        default: return .character(ASCIISet(first...first))
        }
    }

    private mutating func quantified(_ part: Part) throws(Violation) -> Part {
        let counts: ClosedRange<Int>
        if take("*") {
            counts = 0...Limits.address
        } else if take("+") {
            counts = 1...Limits.address
        } else if take("?") {
            counts = 0...1
        } else if take("{") {
            counts = try self.counts()
        } else {
            return part
        }
        // How eager it is makes no difference to a whole match.
        _ = take("?")
        return .repeated(part, counts)
    }

    private mutating func counts() throws(Violation) -> ClosedRange<Int> {
        let refusal = Violation("must repeat {N}, {N,} or {N,M} times, at most \(Limits.address)")
        guard let least = number() else { throw refusal }
        var most: Int? = least
        if take(",") { most = rest.first == UInt8(ascii: "}") ? Limits.address : number() }
        guard let most, take("}"), least <= most, most <= Limits.address else { throw refusal }
        return least...most
    }

    private mutating func number() -> Int? {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest.removeFirst(digits.count)
        return digits.count > 3 ? nil : Int(Substring(digits))
    }

    private mutating func characterClass() throws(Violation) -> ASCIISet {
        let isInverted = take("^")
        var set = ASCIISet()
        while let first = rest.popFirst() {
            if first == UInt8(ascii: "]") { return isInverted ? set.inverted : set }
            let item = try classItem(first)
            guard let low = item.character, rest.first == UInt8(ascii: "-"),
                rest.dropFirst().first != UInt8(ascii: "]"), take("-"), let next = rest.popFirst()
            else {
                set.formUnion(item.set)
                continue
            }
            guard let high = try classItem(next).character, low <= high else {
                throw Violation("must have ranges from a lower to a higher character, such as [0-9]")
            }
            set.formUnion(ASCIISet(low...high))
        }
        throw Violation("must have a ] for each [")
    }

    private mutating func classItem(_ first: UInt8) throws(Violation) -> (set: ASCIISet, character: UInt8?) {
        first == UInt8(ascii: "\\") ? try escape() : (ASCIISet(first...first), first)
    }

    /// What follows a backslash: the characters, and the one that it is if it is one.
    private mutating func escape() throws(Violation) -> (set: ASCIISet, character: UInt8?) {
        guard let escaped = rest.popFirst() else { throw Violation("must have something after a backslash") }
        switch escaped {
        case UInt8(ascii: "d"): return (Self.digits, nil)
        case UInt8(ascii: "D"): return (Self.digits.inverted, nil)
        case UInt8(ascii: "w"): return (Self.word, nil)
        case UInt8(ascii: "W"): return (Self.word.inverted, nil)
        case UInt8(ascii: "s"): return (Self.space, nil)
        case UInt8(ascii: "S"): return (Self.space.inverted, nil)
        case let other where Self.word.contains(other):
            throw Violation(
                "may use no \\\(Character(Unicode.Scalar(other))): only \\d, \\w, \\s and escaped punctuation")
        default: return (ASCIISet(escaped...escaped), escaped)
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }
}
