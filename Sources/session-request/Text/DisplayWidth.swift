/// How many columns of a terminal a text takes, and text cut and filled to columns. The text is fit for a terminal.
package enum DisplayWidth {
    /// The columns of a text.
    package static func of(_ text: String) -> Int {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        return text.reduce(0) { $0 + of($1) }
    }

    /// The columns of one character, which may be made of several scalars.
    package static func of(_ character: Character) -> Int {
        var width = 0
        for scalar in character.unicodeScalars {
            if scalar == "\u{FE0F}" { return 2 }
            if isRegional(scalar) { return min(2, character.unicodeScalars.count) }
            width = max(width, of(scalar))
        }
        return width
    }

    /// The text, or as much of its beginning as fits with an ellipsis behind it.
    package static func cut(_ text: String, to columns: Int) -> String {
        guard of(text) > columns else { return text }
        guard columns > 0 else { return "" }
        var result = ""
        var width = 0
        for character in text {
            let next = of(character)
            if width + next > columns - 1 { break }
            result.append(character)
            width += next
        }
        return result + "…"
    }

    /// The text and as many spaces as fill the columns; cut where it is too long.
    package static func fill(_ text: String, to columns: Int) -> String {
        let text = cut(text, to: columns)
        return text + String(repeating: " ", count: max(0, columns - of(text)))
    }

    /// The same, with the spaces in front.
    package static func fillFront(_ text: String, to columns: Int) -> String {
        let text = cut(text, to: columns)
        return String(repeating: " ", count: max(0, columns - of(text))) + text
    }

    /// The text in lines that fit, broken at spaces where there are some.
    package static func wrap(_ text: String, to columns: Int) -> [String] {
        let columns = max(columns, 1)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            var word = String(word)
            if !line.isEmpty, of(line) + 1 + of(word) <= columns {
                line += " " + word
                continue
            }
            if !line.isEmpty { lines.append(line) }
            while of(word) > columns {
                let end = word.indices.first { of(String(word[...$0])) > columns } ?? word.endIndex
                guard end > word.startIndex else { break }
                lines.append(String(word[..<end]))
                word = String(word[end...])
            }
            line = word
        }
        return lines + [line]
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isJoiningVowel(scalar) ? 0 : WideScalars.contains(scalar) ? 2 : 1
        }
    }

    /// The letters of which flags are made, two for each.
    private static func isRegional(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }

    /// Hangul vowels and final consonants, which are drawn into the syllable before them.
    private static func isJoiningVowel(_ scalar: Unicode.Scalar) -> Bool { (0x1160...0x11FF).contains(scalar.value) }
}
