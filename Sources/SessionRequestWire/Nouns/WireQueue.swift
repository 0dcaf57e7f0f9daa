public import JSONRPC

/// A line of requests that its members share.
public struct WireQueue: WireObject, Equatable {
    /// A slug, chosen at creation.
    public var id: String
    /// How people call it.
    public var name: String
    /// What it is for.
    public var description: String
    /// Who takes its requests.
    public var members: WireQueueMembers
    /// Seconds that its requests live unless they say otherwise; nil: the desk's default.
    public var defaultExpirySeconds: Int64?
    /// The language of a recipient who names none.
    public var defaultLanguage: String?
    /// Whether people without a link may ask for help at its page.
    public var publicPage: Bool
    /// `manual`, `roundRobin` or `leastBusy`.
    public var strategy: String
    /// The queue that takes over when nobody is signed in.
    public var fallback: String?
    /// RFC 3339.
    public var createdAt: String
    /// RFC 3339.
    public var updatedAt: String
    /// Counts its changes, from 1.
    public var revision: Int64

    /// Just these members.
    public init(
        id: String, name: String, description: String, members: WireQueueMembers, defaultExpirySeconds: Int64? = nil,
        defaultLanguage: String? = nil, publicPage: Bool, strategy: String, fallback: String? = nil, createdAt: String,
        updatedAt: String, revision: Int64
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.members = members
        self.defaultExpirySeconds = defaultExpirySeconds
        self.defaultLanguage = defaultLanguage
        self.publicPage = publicPage
        self.strategy = strategy
        self.fallback = fallback
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.revision = revision
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        id = try reader.required("id")
        name = try reader.required("name")
        description = try reader.required("description")
        members = try reader.required("members")
        defaultExpirySeconds = try reader.optional("defaultExpirySeconds")
        defaultLanguage = try reader.optional("defaultLanguage")
        publicPage = try reader.required("publicPage")
        strategy = try reader.required("strategy")
        fallback = try reader.optional("fallback")
        createdAt = try reader.required("createdAt")
        updatedAt = try reader.required("updatedAt")
        revision = try reader.required("revision")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("name", name)
        writer.member("description", description)
        writer.member("members", members)
        writer.member("defaultExpirySeconds", orNull: defaultExpirySeconds)
        writer.member("defaultLanguage", orNull: defaultLanguage)
        writer.member("publicPage", publicPage)
        writer.member("strategy", strategy)
        writer.member("fallback", orNull: fallback)
        writer.member("createdAt", createdAt)
        writer.member("updatedAt", updatedAt)
        writer.member("revision", revision)
        writer.endObject()
    }
}

/// The members of a queue.
public struct WireQueueMembers: WireObject, Equatable {
    /// Account names.
    public var users: [String]
    /// Unix groups, all of whose members are members.
    public var groups: [String]

    /// Just these members.
    public init(users: [String] = [], groups: [String] = []) {
        self.users = users
        self.groups = groups
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        users = try reader.optional("users") ?? []
        groups = try reader.optional("groups") ?? []
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("users", users)
        writer.member("groups", groups)
        writer.endObject()
    }
}
