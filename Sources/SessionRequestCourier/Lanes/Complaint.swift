/// Why something failed, as an agent may read it.
package enum Complaint {
    /// The same with what names a person taken out.
    package static func line(_ text: String, without names: [String]) -> String {
        line(names.reduce(text) { $0.replacing($1, with: "the recipient") })
    }

    /// The text in one line, without what could not be seen, and bounded.
    package static func line(_ text: String) -> String {
        var line = ""
        var count = 0
        for scalar in text.unicodeScalars {
            guard count < CourierLimits.error else { break }
            let isHidden =
                scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
                || [.format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
            line.unicodeScalars.append(isHidden ? " " : scalar)
            count += 1
        }
        let words = line.split(separator: " ").joined(separator: " ")
        return words.isEmpty ? "it failed without a reason" : words
    }
}
