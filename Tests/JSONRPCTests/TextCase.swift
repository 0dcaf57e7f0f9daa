internal import JSONRPC
internal import Testing

/// A text, what it shows, and how it is refused when it is.
struct TextCase: Sendable, CustomTestStringConvertible {
    let shows: String
    let bytes: [UInt8]
    var refusal: JSONSyntaxError?

    init(_ shows: String, _ text: String) {
        self.shows = shows
        self.bytes = Array(text.utf8)
    }

    init(_ shows: String, _ text: String, _ reason: JSONSyntaxError.Reason, at offset: Int) {
        self.init(shows, bytes: Array(text.utf8), reason, at: offset)
    }

    init(_ shows: String, bytes: [UInt8], _ reason: JSONSyntaxError.Reason, at offset: Int) {
        self.shows = shows
        self.bytes = bytes
        self.refusal = JSONSyntaxError(reason, at: offset)
    }

    var testDescription: String { shows }
}
