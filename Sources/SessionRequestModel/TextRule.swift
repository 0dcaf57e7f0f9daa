/// What a text that crosses the border may hold.
public enum TextRule {
    /// Refuses a text of one line that is empty, over `limit` Unicode scalars, or holds control characters, line breaks
    /// or bidirectional embeddings, overrides and isolates, with which a name could pose as another.
    public static func checkLine(_ text: String, atMost limit: Int, mayBeEmpty: Bool = false) throws(Violation) {
        if text.isEmpty {
            if mayBeEmpty { return }
            throw Violation("must not be empty")
        }
        try checkLength(text, atMost: limit)
        // Printable ASCII is the common case, and settled without decoding scalars.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return }
        for scalar in text.unicodeScalars {
            if isControl(scalar) || isLineBreak(scalar) {
                throw Violation("must not hold control characters or line breaks")
            }
            if isBidirectionalControl(scalar) { throw Violation("must not hold bidirectional control characters") }
        }
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

    private static func isBidirectionalControl(_ scalar: Unicode.Scalar) -> Bool {
        (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
