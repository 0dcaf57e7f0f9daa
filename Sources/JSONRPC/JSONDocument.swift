/// One JSON text, read once and strictly; it owns its bytes, and its nodes are read from them when asked for.
///
/// Accepted is RFC 8259 in UTF-8 narrowed to I-JSON (RFC 7493): no byte order mark, no name twice in one object, no half
/// surrogate pairs, and containers nest to `JSONLimits.depth`. The size of the text is the caller's to bound.
public struct JSONDocument: Sendable {
    private let storage: JSONStorage

    /// Reads a text, copying its bytes once.
    public init(_ bytes: UnsafeRawBufferPointer) throws(JSONSyntaxError) {
        storage = try JSONStorage([UInt8](bytes))
    }

    /// Reads a text, sharing the array.
    public init(_ bytes: [UInt8]) throws(JSONSyntaxError) {
        storage = try JSONStorage(bytes)
    }

    /// Reads a text.
    public init(_ text: String) throws(JSONSyntaxError) {
        storage = try JSONStorage([UInt8](text.utf8))
    }

    /// The outermost value.
    public var root: JSONNode { JSONNode(storage, 0) }
}
