/// The id of a JSON-RPC request, kept as it was written, so that the answer carries the same bytes.
///
/// Two ids are equal when they are written alike: `1` and `"1"` differ, and so do `"a"` and `"\u0061"`.
public struct RequestID: Sendable, Hashable {
    /// The JSON of the id: a string, an integer or `null`.
    public let raw: [UInt8]

    private init(unchecked raw: [UInt8]) {
        self.raw = raw
    }

    /// The id of an answer to a request whose id could not be read.
    public static let null = RequestID(unchecked: [0x6E, 0x75, 0x6C, 0x6C])

    /// A numbered id, for a client.
    public init(_ number: Int64) {
        var writer = JSONWriter(reservingCapacity: 20)
        writer.integer(number)
        self.init(unchecked: writer.bytes)
    }

    /// The id that a value is: a string, an integer, which may have an exponent (`1e2`) but neither a fraction nor a
    /// negative exponent, or `null`; nil for anything else and for one longer than `JSONLimits.requestIDBytes`.
    public init?(_ node: JSONNode) {
        let token = node.token
        let length = Int(token.end - token.start)
        switch token.shape {
        case .null:
            self = .null
            return
        case .string: guard length <= JSONLimits.requestIDBytes + 2 else { return nil }
        case .integer: guard length <= JSONLimits.requestIDBytes else { return nil }
        case .fraction:
            guard length <= JSONLimits.requestIDBytes, !node.rawBytes.contains(UInt8(ascii: ".")),
                !node.rawBytes.dropFirst().contains(JSONByte.minus)
            else { return nil }
        default: return nil
        }
        self.init(unchecked: [UInt8](node.rawBytes))
    }
}

extension RequestID {
    /// Whether both are the same value, however they are written: `"a"` and `"\u0061"` are, `1` and `"1"` are not.
    public func means(_ other: RequestID) -> Bool {
        if raw == other.raw { return true }
        guard let one = try? JSONDocument(raw).root, let two = try? JSONDocument(other.raw).root else { return false }
        if let text = one.string { return two.string.map { $0.utf8.elementsEqual(text.utf8) } ?? false }
        return one.wholeNumber.map { two.wholeNumber == $0 } ?? false
    }
}

extension RequestID: JSONDecodable {
    /// Reads an id, as it would be read from a request.
    public init(from node: JSONNode) throws(JSONMismatch) {
        guard let id = RequestID(node) else {
            throw JSONMismatch(
                node, expected: "a string, an integer or null, of at most \(JSONLimits.requestIDBytes) bytes,")
        }
        self = id
    }
}

extension RequestID: JSONEncodable {
    /// Writes the id as it was written.
    public func encode(to writer: inout JSONWriter) { writer.raw(raw) }
}
