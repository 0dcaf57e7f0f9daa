internal import Foundation

/// What a text message is written in (3GPP TS 23.038): the 7-bit alphabet, or UCS-2 when one character is not in it.
package enum MessageAlphabet {
    case septets
    case ucs2

    private static let basic = Set(
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)
    private static let extended = Set("^{}\\[~]|€\u{0C}".unicodeScalars)

    /// The alphabet of a text.
    package init(of text: String) {
        let fits = text.unicodeScalars.allSatisfy { Self.basic.contains($0) || Self.extended.contains($0) }
        self = fits ? .septets : .ucs2
    }

    /// Units that a text takes: septets, or UTF-16 code units.
    package func units(_ text: String) -> Int {
        switch self {
        case .septets: text.unicodeScalars.reduce(0) { $0 + (Self.extended.contains($1) ? 2 : 1) }
        case .ucs2: text.utf16.count
        }
    }

    /// Units that so many segments hold; several lose some of theirs to the header that joins them.
    func capacity(segments: Int) -> Int {
        switch self {
        case .septets: segments == 1 ? 160 : 153 * segments
        case .ucs2: segments == 1 ? 70 : 67 * segments
        }
    }

    /// Segments that a text takes.
    package static func segments(_ text: String) -> Int {
        let alphabet = MessageAlphabet(of: text)
        let units = alphabet.units(text)
        var segments = 1
        while units > alphabet.capacity(segments: segments) { segments += 1 }
        return segments
    }

    /// The text with the letters that the 7-bit alphabet lacks written as those that it has, where that is how people
    /// write them when they must.
    package static func folded(_ text: String) -> String {
        var folded = ""
        for scalar in text.precomposedLetters {
            if basic.contains(scalar) || extended.contains(scalar) {
                folded.unicodeScalars.append(scalar)
            } else if let replacement = replacements[scalar] {
                folded += replacement
            } else {
                folded.unicodeScalars.append(scalar)
            }
        }
        return folded
    }

    private static let replacements: [Unicode.Scalar: String] = {
        let letters: [(String, String)] = [
            ("áâãāăą", "a"), ("ÁÂÃÀĀĂĄ", "A"), ("çćĉċč", "c"), ("ĆĈĊČ", "C"), ("ďđð", "d"), ("ĎĐÐ", "D"),
            ("êëēĕėęě", "e"), ("ÊËÈĒĔĖĘĚ", "E"), ("ğĝġģ", "g"), ("ĞĜĠĢ", "G"), ("ĥħ", "h"), ("ĤĦ", "H"),
            ("íîïīĭįı", "i"), ("ÍÎÏÌĪĬĮİ", "I"), ("ĵ", "j"), ("Ĵ", "J"), ("ķ", "k"), ("Ķ", "K"), ("łľĺļ", "l"),
            ("ŁĽĹĻ", "L"), ("ńňņ", "n"), ("ŃŇŅ", "N"), ("óôõōŏő", "o"), ("ÓÔÕÒŌŎŐ", "O"), ("ŕřŗ", "r"), ("ŔŘŖ", "R"),
            ("śŝşšș", "s"), ("ŚŜŞŠȘ", "S"), ("ťţŧț", "t"), ("ŤŢŦȚ", "T"), ("úûūŭůűų", "u"), ("ÚÛÙŪŬŮŰŲ", "U"),
            ("ŵ", "w"), ("Ŵ", "W"), ("ýÿŷ", "y"), ("ÝŸŶ", "Y"), ("źżž", "z"), ("ŹŻŽ", "Z"), ("œ", "oe"), ("Œ", "OE"),
            ("þ", "th"), ("Þ", "Th"), ("’‘‚′", "'"), ("“”„«»″", "\""), ("–—‐‑−", "-"), ("…", "..."), ("•·", "."),
            ("\u{A0}\u{2009}\u{202F}\u{2007}", " "),
        ]
        return Dictionary(
            letters.flatMap { from, to in from.unicodeScalars.map { ($0, to) } },
            uniquingKeysWith: { first, _ in first })
    }()
}

extension String {
    /// Its scalars, with letters and the marks on them put together (NFC).
    fileprivate var precomposedLetters: String.UnicodeScalarView {
        precomposedStringWithCanonicalMapping.unicodeScalars
    }
}
