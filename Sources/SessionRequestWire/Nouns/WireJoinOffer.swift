public import JSONRPC

/// How the recipient's side would join: what `link.grant` takes.
public struct WireJoinOffer: WireObject, Equatable {
    /// `assist`, `client` or `manual`.
    public var method: String
    /// The program that shares the screen.
    public var client: WireJoinClient?
    /// Where the agent's client will find it.
    public var target: WireTarget
    /// What the agent may do, in the client's words.
    public var permissions: [String]?

    /// Just these members.
    public init(method: String, client: WireJoinClient? = nil, target: WireTarget, permissions: [String]? = nil) {
        self.method = method
        self.client = client
        self.target = target
        self.permissions = permissions
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        method = try reader.required("method")
        client = try reader.optional("client")
        target = try reader.required("target")
        permissions = try reader.optional("permissions")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("method", method)
        writer.member("client", ifPresent: client)
        writer.member("target", target)
        writer.member("permissions", ifPresent: permissions)
        writer.endObject()
    }
}

/// A remote-desktop client on the recipient's side, as it names itself.
public struct WireJoinClient: WireObject, Equatable {
    /// `anydesk`, `rustdesk`, ...
    public var name: String
    /// Numbers joined by dots.
    public var version: String?
    /// What it runs on.
    public var platform: String?

    /// Just these members.
    public init(name: String, version: String? = nil, platform: String? = nil) {
        self.name = name
        self.version = version
        self.platform = platform
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        name = try reader.required("name")
        version = try reader.optional("version")
        platform = try reader.optional("platform")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("name", name)
        writer.member("version", ifPresent: version)
        writer.member("platform", ifPresent: platform)
        writer.endObject()
    }
}

/// An address that a remote-desktop client can be told.
public struct WireTarget: WireObject, Equatable {
    /// `anydesk`, `rustdesk`, `vnc`, `rdp`, `ssh`, or another that the configuration names.
    public var scheme: String
    /// In the scheme's own grammar.
    public var address: String

    /// Just these members.
    public init(scheme: String, address: String) {
        self.scheme = scheme
        self.address = address
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        scheme = try reader.required("scheme")
        address = try reader.required("address")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("scheme", scheme)
        writer.member("address", address)
        writer.endObject()
    }
}
