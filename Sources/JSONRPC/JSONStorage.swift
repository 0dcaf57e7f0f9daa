#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

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
        let contents = token.contents
        guard contents.count == text.count || token.hasEscapes else { return false }
        guard let start = text.baseAddress else { return contents.isEmpty }
        return withMeant(token) { meant in
            guard let base = meant.baseAddress, meant.count == text.count else { return false }
            return memcmp(base, start, text.count) == 0
        }
    }
}
