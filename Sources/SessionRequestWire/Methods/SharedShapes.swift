public import JSONRPC

/// Of a method that takes nothing.
public struct NoParams: WireParams {

    /// Just these members.
    public init() {}

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {}

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.endObject()
    }
}

/// Of a method that needs nothing but a request.
public struct RequestParams: WireParams {
    /// The request's number.
    public var id: Int64

    /// Just these members.
    public init(id: Int64) {
        self.id = id
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        id = try reader.integer("id", in: WireLimits.numbers)
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.endObject()
    }
}

/// Of a method that changes one request and needs nothing more.
public struct RequestChangeParams: WireParams {
    /// The request's number.
    public var id: Int64
    /// Refuses with `revision_conflict` unless the request has this revision.
    public var ifRevision: Int64?

    /// Just these members.
    public init(id: Int64, ifRevision: Int64? = nil) {
        self.id = id
        self.ifRevision = ifRevision
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        id = try reader.integer("id", in: WireLimits.numbers)
        ifRevision = try reader.integer("ifRevision", in: WireLimits.revisions)
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("ifRevision", ifPresent: ifRevision)
        writer.endObject()
    }
}

/// Of every call on one request.
public struct SessionRequestResult: WireObject {
    /// The request, as it is after the call.
    public var sessionRequest: WireSessionRequest

    /// Just these members.
    public init(sessionRequest: WireSessionRequest) {
        self.sessionRequest = sessionRequest
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        sessionRequest = try reader.required("sessionRequest")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("sessionRequest", sessionRequest)
        writer.endObject()
    }
}
