package import Foundation

/// How iCalendar writes values and lines (RFC 5545, 3.1 and 3.3).
package enum CalendarText {
    /// Bytes of a line without its end.
    static let lineBytes = 75

    /// A value of type TEXT. Line breaks become `\n`; other control characters are left out.
    package static func escaped(_ text: String) -> String {
        var escaped = ""
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            switch scalar {
            case "\\": escaped += "\\\\"
            case ";": escaped += "\\;"
            case ",": escaped += "\\,"
            case "\n" where previous == "\r": continue
            case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": escaped += "\\n"
            case _ where isControl(scalar): continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The value of a parameter, in quotes (RFC 6868 for what quotes cannot hold).
    package static func quoted(_ text: String) -> String {
        var value = ""
        for scalar in text.unicodeScalars where !isControl(scalar) {
            switch scalar {
            case "\"": value += "^'"
            case "^": value += "^^"
            default: value.unicodeScalars.append(scalar)
            }
        }
        return "\"\(value)\""
    }

    /// A value of type DATE-TIME in UTC, to the second.
    package static func instant(_ date: Date) -> String {
        var seconds = time_t(date.timeIntervalSince1970.rounded(.down))
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func digits(_ number: Int32, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        return digits(parts.tm_year + 1900, 4) + digits(parts.tm_mon + 1, 2) + digits(parts.tm_mday, 2) + "T"
            + digits(parts.tm_hour, 2) + digits(parts.tm_min, 2) + digits(parts.tm_sec, 2) + "Z"
    }

    /// A value of type URI; what a URI may not hold as it is, is left out.
    static func uri(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !isControl($0) && $0 != " " }))
    }

    /// The URI of an address (RFC 6068).
    package static func mailto(_ address: String) -> String {
        "mailto:" + percentEncoded(address, keeping: "@.-_+!$'*/=~")
    }

    /// A text in a URI: letters, digits and `kept` as they are, other bytes as `%XX` (RFC 3986, 2.1).
    package static func percentEncoded(_ text: String, keeping kept: String = "-._~") -> String {
        let hexadecimal = Array("0123456789ABCDEF")
        var encoded = ""
        for byte in text.utf8 {
            let isKept =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || kept.utf8.contains(byte)
            if isKept {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                encoded += "%\(hexadecimal[Int(byte >> 4)])\(hexadecimal[Int(byte & 15)])"
            }
        }
        return encoded
    }

    /// A content line with its end, in pieces of at most 75 bytes that break between characters.
    package static func folded(_ line: String) -> String {
        var folded = ""
        var count = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if count + width > lineBytes {
                folded += "\r\n "
                count = 1
            }
            folded.unicodeScalars.append(scalar)
            count += width
        }
        return folded + "\r\n"
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
}
