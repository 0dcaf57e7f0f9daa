public import JSONRPC

/// One member of a request that an event changed; the values are JSON already.
public struct WireChange: Sendable, Equatable {
    /// The member's name.
    public var field: String
    /// What it was, one JSON value; nil: `null`.
    public var from: [UInt8]?
    /// What it is, one JSON value; nil: `null`.
    public var to: [UInt8]?

    /// Just these members.
    public init(field: String, from: [UInt8]? = nil, to: [UInt8]? = nil) {
        self.field = field
        self.from = from
        self.to = to
    }
}

/// What an event changed: on the wire, an object of `{from, to}` by field.
public struct WireChanges: JSONEncodable, JSONDecodable, Sendable, Equatable {
    /// In the order in which they are written. Names are unique.
    public var fields: [WireChange]

    /// These changes, or none.
    public init(_ fields: [WireChange] = []) {
        self.fields = fields
    }

    /// Reads the object; the values are kept as they are spelled, without spaces between their parts.
    public init(from node: JSONNode) throws(JSONMismatch) {
        guard node.kind == .object else { throw JSONMismatch(node, expected: "an object") }
        fields = []
        fields.reserveCapacity(node.count)
        for (name, value) in node.members {
            fields.append(
                WireChange(field: try String(from: name), from: Self.json(value["from"]), to: Self.json(value["to"])))
        }
    }

    /// Writes the object.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        for change in fields {
            writer.name(change.field)
            writer.beginObject()
            writer.name("from")
            Self.write(change.from, to: &writer)
            writer.name("to")
            Self.write(change.to, to: &writer)
            writer.endObject()
        }
        writer.endObject()
    }

    private static func write(_ json: [UInt8]?, to writer: inout JSONWriter) {
        if let json { writer.raw(json) } else { writer.null() }
    }

    private static func json(_ node: JSONNode?) -> [UInt8]? {
        guard let node, !node.isNull else { return nil }
        var writer = JSONWriter()
        writer.value(node)
        return writer.bytes
    }
}
