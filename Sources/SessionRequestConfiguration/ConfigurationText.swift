/// The text of one file, checked to be what YAML is made of.
struct ConfigurationText {
    private(set) var text: String
    /// Where the text ended before it was lengthened, if it was.
    private let end: (line: Int, column: Int)?

    /// Nil, with a fault at its place, when the bytes are not UTF-8, or hold a character that YAML does not allow.
    init?(_ source: ConfigurationSources.Source, faults: ConfigurationFaults) {
        guard let text = String(validating: source.bytes, as: UTF8.self) else {
            let lines = source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
            faults.report(
                "it must be UTF-8",
                at: ConfigurationPlace(
                    file: source.file, number: source.number, line: line.map { $0 - lines.startIndex + 1 }))
            return nil
        }
        var line = 1
        var column = 1
        for scalar in text.unicodeScalars {
            guard Self.isAllowed(scalar) else {
                faults.report(
                    "it must not hold the control character \(Self.name(of: scalar))",
                    at: ConfigurationPlace(file: source.file, number: source.number, line: line, column: column))
                return nil
            }
            column += 1
            if scalar == "\n" { (line, column) = (line + 1, 1) }
        }
        // The parser keeps a pointer to the text, which one that fits into a machine word or two does not have.
        let isShort = text.utf8.count < 32
        self.text = isShort ? text + String(repeating: "\n", count: 32) : text
        end = isShort ? (line, column) : nil
    }

    /// A place, or the end of the text when it is beyond that.
    func clamped(line: Int, column: Int) -> (line: Int, column: Int) {
        guard let end, (line, column) > end else { return (line, column) }
        return end
    }

    /// The number of aliases in the text, or more: what looks like one in a comment or a quoted text counts too.
    var aliases: Int {
        var previous: UInt8 = 0
        var count = 0
        for byte in text.utf8 {
            if previous == UInt8(ascii: "*"), Self.isOfAName(byte) { count += 1 }
            previous = byte
        }
        return count
    }

    /// Gives the key that begins at a place another first character, so that a second key of the same name is not in its
    /// way; no other place moves. The character, or nil when no plain or quoted key begins there.
    mutating func disguiseKey(line: Int, column: Int, number: Int) -> Character? {
        let scalars = text.unicodeScalars
        guard var index = index(line: line, column: column) else { return nil }
        if scalars[index] == "\"" || scalars[index] == "'" { index = scalars.index(after: index) }
        guard index < scalars.endIndex, !"\"'&*!?{}[],\n\r".unicodeScalars.contains(scalars[index]),
            let disguise = Unicode.Scalar(0xF0000 + UInt32(number)), !scalars.contains(disguise)
        else { return nil }
        text.unicodeScalars.replaceSubrange(index...index, with: CollectionOfOne(disguise))
        return Character(disguise)
    }

    /// Whether a tab stands at a place.
    func hasTab(line: Int, column: Int) -> Bool {
        index(line: line, column: column).map { text.unicodeScalars[$0] == "\t" } ?? false
    }

    private func index(line: Int, column: Int) -> String.Index? {
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        var current = 1
        while current < line {
            guard index < scalars.endIndex else { return nil }
            let scalar = scalars[index]
            index = scalars.index(after: index)
            if scalar == "\r", index < scalars.endIndex, scalars[index] == "\n" { continue }
            if Self.isLineBreak(scalar) { current += 1 }
        }
        guard let found = scalars.index(index, offsetBy: column - 1, limitedBy: scalars.endIndex),
            found < scalars.endIndex
        else { return nil }
        return found
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x85: true
        case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        [0x0A, 0x0D, 0x85, 0x2028, 0x2029].contains(scalar.value)
    }

    private static func isOfAName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
