/// Text of others made fit for a terminal: what would move the cursor, change colours or turn the direction of reading is
/// shown as what it is instead of being done.
package enum SafeText {
    /// One line: line ends become `⏎`, tabs a space, everything else that is not to be shown its number.
    package static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { !isFit($0) }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\t": result.unicodeScalars.append(" ")
            case "\n": result.unicodeScalars.append("⏎")
            case "\r": break
            default:
                if isFit(scalar) { result.unicodeScalars.append(scalar) } else { result += "\\u{\(hex(scalar.value))}" }
            }
        }
        return result
    }

    /// The lines of a text, each made fit by itself; at most `limit`, the last of which says what is missing.
    package static func lines(_ text: String, limit: Int = 200) -> [String] {
        let all = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        guard all.count > limit else { return all.map { line(String($0)) } }
        return all.prefix(limit - 1).map { line(String($0)) } + ["... and \(all.count - limit + 1) more lines"]
    }

    /// JSON that a terminal can be shown and that still means the same: what is not fit is spelled as an escape.
    package static func json(_ bytes: some Sequence<UInt8>) -> String {
        var result = ""
        for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
            if isFit(scalar) || scalar == "\n" {
                result.unicodeScalars.append(scalar)
            } else {
                for unit in String(scalar).utf16 {
                    let digits = hex(UInt32(unit))
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
        return result
    }

    /// Whether a terminal may be given the scalar. Joiners are fit, because scripts and emoji need them.
    private static func isFit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F: return true
        case 0x200C, 0x200D: return true
        case 0...0x9F, 0xAD, 0xFEFF, 0xE0000...0xE0FFF, 0xFFF9...0xFFFB: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return false
        default: return true
        }
    }

    private static func hex(_ value: UInt32) -> String { String(value, radix: 16) }
}
