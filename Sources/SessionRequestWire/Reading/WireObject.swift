public import JSONRPC

/// A JSON object with named members, read and written without anything in between.
///
/// `init(from:)` is lenient: members that are not known are passed over, since a newer peer may send them.
public protocol WireObject: JSONDecodable, JSONEncodable, Sendable {
    /// Asks the reader for each member; throws at the first that is missing or of the wrong shape.
    init(reading reader: inout WireReader) throws(JSONMismatch)

    /// Reads the object as part of another, as strictly as that one. There is no need to write this, but for a type
    /// that may also stand as something else than an object.
    init(_ node: JSONNode, isStrict: Bool) throws(JSONMismatch)
}

extension WireObject {
    /// Reads the object and passes over members that are not known.
    public init(from node: JSONNode) throws(JSONMismatch) {
        try self.init(node, isStrict: false)
    }

    /// Reads the object as part of another, as strictly as that one.
    public init(_ node: JSONNode, isStrict: Bool) throws(JSONMismatch) {
        var reader = try WireReader(node, isStrict: isStrict)
        try self.init(reading: &reader)
        try reader.finish()
    }
}

/// The params of a method. `init(from:)` is strict: a member that is not known is refused, at any depth.
public protocol WireParams: WireObject {}

extension WireParams {
    /// Reads the object; throws at the first member that is not known.
    public init(from node: JSONNode) throws(JSONMismatch) {
        try self.init(node, isStrict: true)
    }
}
