/// One line of the text log, grown byte by byte: what is logged often must cost little.
package struct LogLine: Sendable {
    /// UTF-8 without control characters; so without line breaks, but for the one at its ``end()``.
    package private(set) var bytes: [UInt8] = []

    package init() {
        bytes.reserveCapacity(256)
    }

    /// Appends text of the program's own.
    mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends text from anywhere; control characters, which could forge a second line or steer a terminal, are written
    /// as escapes.
    mutating func append(printable text: String) {
        if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) {
            bytes.append(contentsOf: text.utf8)
        } else {
            for scalar in text.unicodeScalars { append(escaping: scalar) }
        }
    }

    /// Appends the line break.
    mutating func end() { append("\n") }

    /// Appends a value, in quotation marks when it is empty or has a space, a quotation mark or a bracket.
    mutating func append(quoted value: String) {
        let isPlain = !value.isEmpty && value.utf8.allSatisfy { !Self.needsQuotation($0) }
        if !isPlain { append("\"") }
        append(printable: value)
        if !isPlain { append("\"") }
    }

    /// Appends a number that is not negative, with zeros in front up to `width` digits.
    mutating func append(_ number: Int, width: Int) {
        let end = bytes.count
        var rest = number
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0 || bytes.count - end < width
        bytes[end...].reverse()
    }

    private mutating func append(escaping scalar: Unicode.Scalar) {
        if Self.isControl(scalar) {
            append("\\u{")
            bytes.append(contentsOf: String(scalar.value, radix: 16).utf8)
            append("}")
        } else {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    private static func needsQuotation(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ")")
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        // Asking for a category is dear, and nearly everything that is logged is ASCII.
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
