/// A code as people write it down.
package enum CodeText {
    /// The nine digits of a text, without blanks and dashes of any kind; nil when it holds anything else, or not nine.
    package static func digits(of text: String) -> String? {
        guard text.utf8.count <= DeskLimits.codeBytes else { return nil }
        var digits = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !isSeparator(scalar) {
            guard ("0"..."9").contains(scalar), digits.count < 9 else { return nil }
            digits.append(scalar)
        }
        return digits.count == 9 ? String(digits) : nil
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .spaceSeparator || scalar.properties.generalCategory == .dashPunctuation
            || scalar == "\t"
    }
}
