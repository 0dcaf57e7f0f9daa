internal import Foundation

/// Words of header fields in other characters than ASCII (RFC 2047): `=?utf-8?B?…?=`.
package enum EncodedWord {
    /// Characters of one word, both ends included (RFC 2047, 2).
    package static let characters = 75

    /// The text as words that each hold whole characters; between two of them readers see nothing. The first is shorter by
    /// `indent` characters, for what stands before it in its line.
    package static func words(_ text: String, indent: Int = 0) -> [String] {
        var words: [String] = []
        // What is left between `=?utf-8?B?` and `?=`, as bytes before base64.
        var bytes: Int { (characters - 12 - (words.isEmpty ? indent : 0)) / 4 * 3 }
        var piece: [UInt8] = []
        for character in text {
            let encoded = Array(character.utf8)
            if piece.count + encoded.count <= bytes {
                piece += encoded
                continue
            }
            if !piece.isEmpty { words.append(word(piece)) }
            piece = []
            // One character that is longer than a word is cut between its scalars.
            for scalar in character.unicodeScalars {
                let part = Array(String(scalar).utf8)
                if piece.count + part.count > bytes {
                    words.append(word(piece))
                    piece = []
                }
                piece += part
            }
        }
        if !piece.isEmpty { words.append(word(piece)) }
        return words
    }

    private static func word(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Data(bytes).base64EncodedString())?=" }
}
