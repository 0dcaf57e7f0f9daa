/// What a text that crosses the border may hold.
public enum TextRule {
    /// Refuses a text of one line that is over `limit` Unicode scalars, that is empty or shows nothing to a reader unless
    /// it `mayBeEmpty`, or that holds control characters, line breaks, or bidirectional embeddings, overrides and
    /// isolates, with which a name could pose as another.
    public static func checkLine(_ text: String, atMost limit: Int, mayBeEmpty: Bool = false) throws(Violation) {
        if text.isEmpty {
            if mayBeEmpty { return }
            throw Violation("must not be empty")
        }
        try checkLength(text, atMost: limit)
        // Printable ASCII is the common case, and settled without decoding scalars.
        if text.utf8.first != 0x20, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return }
        var isVisible = mayBeEmpty
        for scalar in text.unicodeScalars {
            if isControl(scalar) || isLineBreak(scalar) {
                throw Violation("must not hold control characters or line breaks")
            }
            if isBidirectionalControl(scalar) { throw Violation("must not hold bidirectional control characters") }
            isVisible = isVisible || isInk(scalar)
        }
        guard isVisible else { throw Violation("must hold something that can be seen") }
    }

    /// Refuses a text of many lines that is over `limit` Unicode scalars, or holds control characters other than line
    /// feed, carriage return and tab, or bidirectional controls.
    public static func checkText(_ text: String, atMost limit: Int) throws(Violation) {
        try checkLength(text, atMost: limit)
        for scalar in text.unicodeScalars {
            if isControl(scalar), scalar != "\n", scalar != "\t", scalar != "\r" {
                throw Violation("must not hold control characters other than line breaks and tabs")
            }
            if isBidirectionalControl(scalar) { throw Violation("must not hold bidirectional control characters") }
        }
    }

    /// Refuses anything but a language tag of BCP 47 by its outline: parts of 1 to 8 letters and digits joined by `-`, the
    /// first of letters. Whether the parts are registered is not asked.
    public static func checkLanguageTag(_ text: String) throws(Violation) {
        try checkLine(text, atMost: Limits.language)
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(isAlphanumeric) }),
            parts[0].allSatisfy({ $0 > UInt8(ascii: "9") })
        else { throw Violation("must be a language tag such as en or pt-BR") }
    }

    /// Refuses anything but a name as schemes have them: lower-case letters, digits and `-`, a letter first.
    public static func checkScheme(_ text: String) throws(Violation) {
        try checkLine(text, atMost: Limits.token)
        guard let first = text.utf8.first, (97...122).contains(first),
            text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") })
        else { throw Violation("must be lower-case letters, digits and -, with a letter first") }
    }

    /// Refuses anything but `[A-Za-z0-9]` and the characters of `others`, and a text that is empty or over `limit`.
    public static func checkToken(_ text: String, atMost limit: Int, others: String = "._-+") throws(Violation) {
        try checkLine(text, atMost: limit)
        for byte in text.utf8 where !isAlphanumeric(byte) && !others.utf8.contains(byte) {
            throw Violation("may hold only letters, digits and any of \(others)")
        }
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    private static func checkLength(_ text: String, atMost limit: Int) throws(Violation) {
        // A scalar takes at least one byte, so a short text is settled by its byte count alone.
        if text.utf8.count > limit, text.unicodeScalars.count > limit {
            throw Violation("must be at most \(limit) characters long")
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x2028 || scalar.value == 0x2029
    }

    /// Whether it leaves a mark when shown: neither white space nor one of the scalars that are made to be invisible.
    static func isInk(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value > 0x20 && scalar.value < 0x7F }
        return !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
    }

    private static func isBidirectionalControl(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
