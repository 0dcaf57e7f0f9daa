internal import Foundation

/// How the body of a part travels (RFC 2045, 6).
package enum TransferEncoding: String {
    case quotedPrintable = "quoted-printable"
    case base64

    /// Characters of an encoded line (RFC 2045, 6.7 and 6.8).
    static let lineCharacters = 76

    /// The one that makes the text shorter, and leaves it readable where it can be.
    package static func chosen(for text: String) -> TransferEncoding {
        let others = text.utf8.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
        return others * 6 > text.utf8.count ? .base64 : .quotedPrintable
    }

    /// The text in lines that end with CR and LF.
    package func encoded(_ text: String) -> String {
        let canonical = Self.canonical(text)
        switch self {
        case .quotedPrintable: return Self.quotedPrintable(canonical)
        case .base64:
            let whole = Data(canonical.utf8).base64EncodedString()
            var lines = ""
            var rest = whole[...]
            while !rest.isEmpty {
                lines += rest.prefix(Self.lineCharacters) + "\r\n"
                rest = rest.dropFirst(Self.lineCharacters)
            }
            return lines
        }
    }

    /// The text with CR and LF at the end of each line, the last included.
    private static func canonical(_ text: String) -> String {
        var lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }
        return lines.map { $0 + "\r\n" }.joined()
    }

    private static func quotedPrintable(_ canonical: String) -> String {
        let hexadecimal = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for line in canonical.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
            let bytes = Array(line.dropLast())
            var column = 0
            for (index, byte) in bytes.enumerated() {
                let isLast = index == bytes.count - 1
                let isSpace = byte == 0x20 || byte == 0x09
                var piece = [byte]
                // White space may not end a line. A dot or "From " at its beginning is at the mercy of mail servers.
                let isEndangered = column == 0 && (byte == 0x2E || byte == 0x46)
                if byte == 0x3D || byte >= 0x7F || (byte < 0x20 && !isSpace) || (isSpace && isLast) || isEndangered {
                    piece = [0x3D, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
                }
                if column + piece.count > lineCharacters - (isLast ? 0 : 1) {
                    encoded += Array("=\r\n".utf8)
                    column = 0
                }
                encoded += piece
                column += piece.count
            }
            encoded += Array("\r\n".utf8)
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
