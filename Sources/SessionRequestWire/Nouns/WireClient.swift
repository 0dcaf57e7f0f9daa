public import JSONRPC

/// A remote-desktop client that an agent signed in with.
public struct WireClient: WireObject, Equatable {
    /// The client's own identifier, such as its AnyDesk ID.
    public var clientId: String?
    /// The program.
    public var name: String
    /// Numbers joined by dots.
    public var version: String
    /// What it can do, in its own words.
    public var features: [String]
    /// Whether its version is at least the configured minimum.
    public var supported: Bool
    /// Whose it is.
    public var uid: Int64?
    /// The account's name.
    public var user: String?
    /// When it signed in, RFC 3339.
    public var since: String?

    /// Just these members.
    public init(
        clientId: String? = nil, name: String, version: String, features: [String], supported: Bool, uid: Int64? = nil,
        user: String? = nil, since: String? = nil
    ) {
        self.clientId = clientId
        self.name = name
        self.version = version
        self.features = features
        self.supported = supported
        self.uid = uid
        self.user = user
        self.since = since
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        clientId = try reader.optional("clientId")
        name = try reader.required("name")
        version = try reader.required("version")
        features = try reader.required("features")
        supported = try reader.required("supported")
        uid = try reader.optional("uid")
        user = try reader.optional("user")
        since = try reader.optional("since")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("clientId", ifPresent: clientId)
        writer.member("name", name)
        writer.member("version", version)
        writer.member("features", features)
        writer.member("supported", supported)
        writer.member("uid", ifPresent: uid)
        writer.member("user", ifPresent: user)
        writer.member("since", ifPresent: since)
        writer.endObject()
    }
}

/// An agent and the clients that it is signed in with.
public struct WireAgentPresence: WireObject, Equatable {
    /// The kernel's user number.
    public var uid: Int64
    /// The account's name.
    public var user: String
    /// Whether there is any such client now.
    public var signedIn: Bool
    /// In the order in which they signed in.
    public var clients: [WireClient]

    /// Just these members.
    public init(uid: Int64, user: String, signedIn: Bool, clients: [WireClient]) {
        self.uid = uid
        self.user = user
        self.signedIn = signedIn
        self.clients = clients
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        uid = try reader.required("uid")
        user = try reader.required("user")
        signedIn = try reader.required("signedIn")
        clients = try reader.required("clients")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("uid", uid)
        writer.member("user", user)
        writer.member("signedIn", signedIn)
        writer.member("clients", clients)
        writer.endObject()
    }
}
