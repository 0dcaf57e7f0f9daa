/// Keeps a value that is written in the other direction from moving the words around it (Unicode UAX 9, isolates).
public enum Isolation {
    private static let first: Unicode.Scalar = "\u{2068}"
    private static let pop: Unicode.Scalar = "\u{2069}"

    /// The value between FSI and PDI if the language runs the other way than a part of it; else as it is.
    public static func isolated(_ value: String, in language: Language) -> String {
        guard value.unicodeScalars.contains(where: { runsAgainst(language, $0) }) else { return value }
        var isolated = String.UnicodeScalarView()
        isolated.append(first)
        isolated.append(contentsOf: value.unicodeScalars)
        isolated.append(pop)
        return String(isolated)
    }

    private static func runsAgainst(_ language: Language, _ scalar: Unicode.Scalar) -> Bool {
        let isRightToLeft =
            (0x0590...0x08FF).contains(scalar.value) || (0xFB1D...0xFDFF).contains(scalar.value)
            || (0xFE70...0xFEFE).contains(scalar.value) || (0x1_0800...0x1_0FFF).contains(scalar.value)
            || (0x1_E800...0x1_EFFF).contains(scalar.value)
        if language.isRightToLeft { return !isRightToLeft && (scalar.properties.isAlphabetic || scalar.isASCIIDigit) }
        return isRightToLeft
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
}
