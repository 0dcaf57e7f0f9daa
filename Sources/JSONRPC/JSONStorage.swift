/// The bytes of a text and the tape over them, shared by a document and all its nodes.
final class JSONStorage: Sendable {
    let bytes: [UInt8]
    let tape: [JSONToken]

    init(_ bytes: [UInt8]) throws(JSONSyntaxError) {
        self.tape = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONSyntaxError) in
            try JSONScanner.tape(of: buffer)
        }
        self.bytes = bytes
    }

    /// The bytes of a string as they are meant.
    func withMeant<Result>(_ token: JSONToken, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer { buffer in
            let contents = UnsafeBufferPointer(rebasing: buffer[token.contents])
            guard token.hasEscapes else { return body(contents) }
            return JSONUnescaping.bytes(contents).withUnsafeBufferPointer(body)
        }
    }

    /// Whether the string `token` means exactly these bytes.
    func string(_ token: JSONToken, means text: UnsafeBufferPointer<UInt8>) -> Bool {
        if !token.hasEscapes, token.contents.count != text.count { return false }
        return withMeant(token) { $0.elementsEqual(text) }
    }
}
