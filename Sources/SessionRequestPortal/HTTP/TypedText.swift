/// What people type where numbers are asked for, as it is meant.
package enum TypedText {
    /// The text with the decimal digits of every script as those of this one: a Japanese or Arabic keyboard has its own.
    package static func withWesternDigits(_ text: String) -> String {
        var western = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.properties.generalCategory == .decimalNumber, let value = scalar.properties.numericValue,
                let digit = Unicode.Scalar(0x30 + UInt32(value))
            {
                western.append(digit)
            } else {
                western.append(scalar)
            }
        }
        return String(western)
    }

    /// A code without what groups its digits.
    package static func code(_ text: String) -> String {
        withWesternDigits(text).filter { character in
            !character.isWhitespace
                && character.unicodeScalars.allSatisfy { $0.properties.generalCategory != .dashPunctuation }
        }
    }

    /// An address of a remote-desktop program, which shows its numbers in groups.
    package static func address(_ text: String) -> String {
        withWesternDigits(text).filter { !$0.isWhitespace }
    }
}
