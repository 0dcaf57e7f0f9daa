public import JSONRPC

/// The version of the protocol.
public struct WireAPIVersion: WireObject, Equatable {
    /// Changes when old clients stop working.
    public var major: Int64
    /// Counts additions.
    public var minor: Int64

    /// Just these members.
    public init(major: Int64, minor: Int64) {
        self.major = major
        self.minor = minor
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        major = try reader.required("major")
        minor = try reader.required("minor")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("major", major)
        writer.member("minor", minor)
        writer.endObject()
    }
}

/// The caller, as the kernel and the configuration name it.
public struct WirePeer: WireObject, Equatable {
    /// The kernel's user number.
    public var uid: Int64
    /// The account's name.
    public var user: String
    /// `admin`, `support_agent`, `viewer`, `gateway`, `courier`.
    public var roles: [String]

    /// Just these members.
    public init(uid: Int64, user: String, roles: [String]) {
        self.uid = uid
        self.user = user
        self.roles = roles
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        uid = try reader.required("uid")
        user = try reader.required("user")
        roles = try reader.required("roles")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("uid", uid)
        writer.member("user", user)
        writer.member("roles", roles)
        writer.endObject()
    }
}

/// One thing that was looked at.
public struct WireHealthCheck: WireObject, Equatable {
    /// What was looked at.
    public var name: String
    /// `ok` or `degraded`.
    public var status: String
    /// What is wrong, for people.
    public var message: String?

    /// Just these members.
    public init(name: String, status: String, message: String? = nil) {
        self.name = name
        self.status = status
        self.message = message
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        name = try reader.required("name")
        status = try reader.required("status")
        message = try reader.optional("message")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("name", name)
        writer.member("status", status)
        writer.member("message", ifPresent: message)
        writer.endObject()
    }
}
