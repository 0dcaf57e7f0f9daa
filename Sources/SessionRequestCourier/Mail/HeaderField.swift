/// One field of a message's header (RFC 5322, 2.2), folded, without anything in it that could begin another field.
package struct HeaderField: Equatable {
    /// Characters of a line that are not gone beyond where there is a space to break at (RFC 5322, 2.1.1).
    static let lineCharacters = 78

    let name: String
    private let parts: [String]

    private init(_ name: String, parts: [String]) {
        self.name = name
        self.parts = parts
    }

    /// A field of a fixed vocabulary: ASCII words with spaces between them. What is no printable ASCII is left out.
    package static func structured(_ name: String, _ value: String) -> HeaderField {
        let printable = String(
            String.UnicodeScalarView(value.unicodeScalars.filter { (0x20...0x7E).contains($0.value) }))
        return HeaderField(name, parts: printable.split(separator: " ").map(String.init))
    }

    /// A field of free text, such as the subject.
    package static func text(_ name: String, _ value: String) -> HeaderField {
        let line = oneLine(value)
        let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        // Words that look like encoded ones would be decoded; double spaces and long words would not survive folding.
        let isPlain =
            line.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !line.contains("=?")
            && words.allSatisfy { !$0.isEmpty && $0.utf8.count < lineCharacters - name.utf8.count - 2 }
        return HeaderField(name, parts: isPlain ? words : EncodedWord.words(line, indent: name.utf8.count + 1))
    }

    /// A field with one mailbox. An address in other characters than ASCII stands as it is (RFC 6532).
    package static func mailbox(_ name: String, display: String?, address: String) -> HeaderField {
        let address = String(String.UnicodeScalarView(address.unicodeScalars.filter { !isControl($0) && $0 != " " }))
        guard let display = display.map(oneLine), !display.isEmpty else { return HeaderField(name, parts: [address]) }
        return HeaderField(name, parts: phrase(display, on: name) + ["<\(address)>"])
    }

    /// The field with its end; lines are broken at spaces only.
    package var line: String {
        var folded = "\(name):"
        var column = folded.utf8.count
        for (index, part) in parts.enumerated() {
            // The first stands beside the name: readers take a space at a line's beginning for a part of the text.
            if index > 0, column + 1 + part.utf8.count > Self.lineCharacters {
                folded += "\r\n"
                column = 0
            }
            folded += " \(part)"
            column += 1 + part.utf8.count
        }
        return folded + "\r\n"
    }

    private static func phrase(_ display: String, on name: String) -> [String] {
        guard display.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), !display.contains("=?"),
            display.utf8.count < lineCharacters - name.utf8.count - 4
        else { return EncodedWord.words(display, indent: name.utf8.count + 1) }
        let words = display.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        if words.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isAtomText) }) { return words }
        let escaped = display.map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : String($0) }.joined()
        return ["\"\(escaped)\""]
    }

    private static func isAtomText(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    /// The text in one line: what breaks or controls lines becomes a space.
    private static func oneLine(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { isControl($0) ? " " : $0 }
        let line = String(String.UnicodeScalarView(scalars))
        return String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
    }
}
