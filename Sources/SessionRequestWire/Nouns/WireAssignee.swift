public import JSONRPC

/// Who is to take a request, as written: the service finds out who `me` is and whether there is such a queue.
public struct WireAssignee: WireObject, Equatable {
    /// `agent`, `queue` or `client`.
    public var type: String
    /// The account name, slug or client identifier; `me` of type `agent` is the caller, in params only.
    public var id: String

    /// Just these members.
    public init(type: String, id: String) {
        self.type = type
        self.id = id
    }

    /// The caller, in params.
    public static let me = WireAssignee(type: "agent", id: "me")

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        type = try reader.required("type")
        id = try reader.required("id")
    }

    /// Reads the object, or the string `"me"` that stands for it.
    public init(_ node: JSONNode, isStrict: Bool) throws(JSONMismatch) {
        if node.equals("me") {
            self = .me
            return
        }
        guard node.kind == .object else {
            throw JSONMismatch(node, "cannot tell an assignee from this: give {type, id}, \"me\" or null")
        }
        var reader = try WireReader(node, isStrict: isStrict)
        try self.init(reading: &reader)
        try reader.finish()
    }

    /// Writes the object.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("type", type)
        writer.member("id", id)
        writer.endObject()
    }
}
