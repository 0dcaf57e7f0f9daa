public import JSONRPC

/// Something that happened, as it is told to those who watch.
public struct WireEvent: WireObject, Equatable {
    /// The place in the log right after it.
    public var cursor: String
    /// `sessionRequest.opened`, `queue.created`, `client.signedIn`, ...
    public var type: String
    /// When it happened, RFC 3339.
    public var at: String
    /// Who did it.
    public var actor: WireActor
    /// The request that it happened to, as it was then, without `allowedActions`; nil for
    /// `queue.*` and `client.*`.
    public var sessionRequest: WireSessionRequest?
    /// What it changed.
    public var changes: WireChanges
    /// The queue that it happened to, as it was then.
    public var queue: WireQueue?
    /// The client that it happened to.
    public var client: WireClient?

    /// Just these members.
    public init(
        cursor: String, type: String, at: String, actor: WireActor, sessionRequest: WireSessionRequest? = nil,
        changes: WireChanges = WireChanges(), queue: WireQueue? = nil, client: WireClient? = nil
    ) {
        self.cursor = cursor
        self.type = type
        self.at = at
        self.actor = actor
        self.sessionRequest = sessionRequest
        self.changes = changes
        self.queue = queue
        self.client = client
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        cursor = try reader.required("cursor")
        type = try reader.required("type")
        at = try reader.required("at")
        actor = try reader.required("actor")
        sessionRequest = try reader.optional("sessionRequest")
        changes = try reader.optional("changes") ?? WireChanges()
        queue = try reader.optional("queue")
        client = try reader.optional("client")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        encodeMembers(to: &writer)
        writer.endObject()
    }

    /// Writes the members into an object that the caller has opened.
    public func encodeMembers(to writer: inout JSONWriter) {
        writer.member("cursor", cursor)
        writer.member("type", type)
        writer.member("at", at)
        writer.member("actor", actor)
        writer.member("sessionRequest", orNull: sessionRequest)
        writer.member("changes", changes)
        writer.member("queue", ifPresent: queue)
        writer.member("client", ifPresent: client)
    }
}
