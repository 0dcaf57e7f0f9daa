public import JSONRPC

/// One operation of `sessionRequest.bulk`: a method and its params, which only that method can read.
public struct WireOperation: JSONDecodable, JSONEncodable, Sendable {
    /// A method of `sessionRequest.*`.
    public var method: String
    /// Its params; nil when there are none. Read them with `RPCMethod.params(from:)`.
    public var params: JSONNode?

    /// Just these members.
    public init(method: String, params: JSONNode?) {
        self.method = method
        self.params = params
    }

    /// A call of a known method. Throws only when the params nest deeper than JSON may here.
    public init<Method: RPCMethod>(_ method: Method.Type, _ params: Method.Params) throws(JSONSyntaxError) {
        var writer = JSONWriter()
        writer.value(params)
        self.init(method: Method.name, params: try JSONDocument(writer.bytes).root)
    }

    /// Reads the operation; throws at a member that is not known.
    public init(from node: JSONNode) throws(JSONMismatch) {
        var reader = try JSONObjectReader(node)
        method = try reader.required("method")
        params = reader.node("params")
        try reader.refuseUnknown()
    }

    /// Writes the operation.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("method", method)
        writer.member("params", ifPresent: params)
        writer.endObject()
    }
}
