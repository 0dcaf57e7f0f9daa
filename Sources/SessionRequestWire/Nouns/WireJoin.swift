public import JSONRPC

/// How the recipient's side joined, and what it allowed.
public struct WireJoin: WireObject, Equatable {
    /// `assist`, `client` or `manual`.
    public var method: String
    /// The program that shares the screen.
    public var client: WireJoinClient?
    /// Where the agent's client finds it; absent for those who may not see it.
    public var target: WireTarget?
    /// When access was allowed, RFC 3339.
    public var grantedAt: String
    /// What the agent may do, in the client's words.
    public var permissions: [String]

    /// Just these members.
    public init(
        method: String, client: WireJoinClient? = nil, target: WireTarget? = nil, grantedAt: String,
        permissions: [String]
    ) {
        self.method = method
        self.client = client
        self.target = target
        self.grantedAt = grantedAt
        self.permissions = permissions
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        method = try reader.required("method")
        client = try reader.optional("client")
        target = try reader.optional("target")
        grantedAt = try reader.required("grantedAt")
        permissions = try reader.required("permissions")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("method", method)
        writer.member("client", ifPresent: client)
        writer.member("target", ifPresent: target)
        writer.member("grantedAt", grantedAt)
        writer.member("permissions", permissions)
        writer.endObject()
    }
}
