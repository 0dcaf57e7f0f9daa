/// The grammar of a mailbox: RFC 5321's without quoting, comments and address literals, with the letters of RFC 6531.
/// How long each part may be is for the mail servers to say; only the whole is bounded.
package enum EmailAddress {
    /// Refuses what no mail server would take, and what a program that sends mail could take for an option.
    package static func check(_ text: String) throws(Violation) {
        try TextRule.checkLine(text, atMost: Limits.email)
        // By scalars throughout: as a Character, a comma with an accent on it is no comma.
        let parts = text.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, isLocalPart(parts[0]), isDomain(parts[1]) else {
            throw Violation("must be an email address such as maria@example.org")
        }
    }

    private static func isLocalPart(_ text: Substring.UnicodeScalarView) -> Bool {
        guard text.first != "-" else { return false }
        let forbidden = "()<>[]:;@\\,\"".unicodeScalars
        return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.allSatisfy { TextRule.isInk($0) && !forbidden.contains($0) }
        }
    }

    private static func isDomain(_ text: Substring.UnicodeScalarView) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            guard !label.isEmpty, label.first != "-", label.last != "-" else { return false }
            return label.allSatisfy { scalar in
                scalar.isASCII
                    ? scalar == "-" || TextRule.isAlphanumeric(UInt8(scalar.value)) : TextRule.isInk(scalar)
            }
        }
    }
}
