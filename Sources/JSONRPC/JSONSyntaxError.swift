/// Why a text is not JSON as this project accepts it: RFC 8259, narrowed to I-JSON (RFC 7493).
public struct JSONSyntaxError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong with the text.
    public enum Reason: Sendable, Equatable, CaseIterable {
        /// No value at all, only whitespace.
        case empty
        /// The text ends inside a value.
        case unexpectedEnd
        /// A byte that cannot stand where it stands.
        case unexpectedByte
        /// Something follows the value.
        case trailingContent
        /// A comma with nothing after it.
        case trailingComma
        /// The text begins with U+FEFF.
        case byteOrderMark
        /// A string holds bytes that are not UTF-8.
        case invalidUTF8
        /// A string holds a control character as it is, without an escape.
        case controlCharacter
        /// A backslash is followed by something that is no escape.
        case invalidEscape
        /// Half of a surrogate pair is escaped without the other half.
        case loneSurrogate
        /// Digits that are no number: a leading zero, a missing digit, a plus sign.
        case invalidNumber
        /// An object has the same name twice, after unescaping.
        case duplicateName
        /// Containers nest deeper than `JSONLimits.depth`.
        case tooDeep
        /// The text is longer than `JSONLimits.documentBytes`.
        case tooLarge
    }

    /// What is wrong.
    public var reason: Reason

    /// The offset, in bytes from the beginning of the text, of the first byte that shows it.
    public var offset: Int

    /// An error with its reason and place.
    public init(_ reason: Reason, at offset: Int) {
        self.reason = reason
        self.offset = offset
    }

    /// One sentence for people; safe to send to a peer.
    public var description: String {
        "cannot read JSON: \(reason.explanation) at byte \(offset)"
    }
}

extension JSONSyntaxError.Reason {
    /// The reason in a few words.
    public var explanation: String {
        switch self {
        case .empty: "there is no value"
        case .unexpectedEnd: "the text ends too early"
        case .unexpectedByte: "there is an unexpected character"
        case .trailingContent: "something follows the value"
        case .trailingComma: "a comma has nothing after it"
        case .byteOrderMark: "there is a byte order mark"
        case .invalidUTF8: "a string is not UTF-8"
        case .controlCharacter: "a string has an unescaped control character"
        case .invalidEscape: "a string has an unknown escape"
        case .loneSurrogate: "a string has half a surrogate pair"
        case .invalidNumber: "a number is not written as JSON numbers are"
        case .duplicateName: "an object has the same name twice"
        case .tooDeep: "containers nest deeper than \(JSONLimits.depth)"
        case .tooLarge: "the text is too long"
        }
    }
}
