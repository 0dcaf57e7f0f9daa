public import JSONRPC

/// An agent's running session.
public struct WireConnection: WireObject, Equatable {
    /// Who connected.
    public var agent: WireActor
    /// RFC 3339.
    public var since: String
    /// Whether it lives only as long as the agent's own connection to the service.
    public var leased: Bool

    /// Just these members.
    public init(agent: WireActor, since: String, leased: Bool) {
        self.agent = agent
        self.since = since
        self.leased = leased
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        agent = try reader.required("agent")
        since = try reader.required("since")
        leased = try reader.required("leased")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("agent", agent)
        writer.member("since", since)
        writer.member("leased", leased)
        writer.endObject()
    }
}

/// How a request ended.
public struct WireClosure: WireObject, Equatable {
    /// `done`, `canceled`, `denied`, `duplicate`, `other` or `canceledByRecipient`.
    public var reason: String
    /// By whom.
    public var by: WireActor
    /// RFC 3339.
    public var at: String
    /// What the agent wrote down.
    public var note: String?

    /// Just these members.
    public init(reason: String, by: WireActor, at: String, note: String? = nil) {
        self.reason = reason
        self.by = by
        self.at = at
        self.note = note
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        reason = try reader.required("reason")
        by = try reader.required("by")
        at = try reader.required("at")
        note = try reader.optional("note")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("reason", reason)
        writer.member("by", by)
        writer.member("at", at)
        writer.member("note", ifPresent: note)
        writer.endObject()
    }
}
