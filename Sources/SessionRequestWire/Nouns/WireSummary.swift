public import JSONRPC

/// How many requests there are in each status.
public struct WireStatusCounts: WireObject, Equatable {
    /// The link was not opened.
    public var open: Int64
    /// Opened, and no access allowed.
    public var waiting: Int64
    /// Access is allowed.
    public var ready: Int64
    /// An agent is there.
    public var connected: Int64
    /// Ended by somebody.
    public var closed: Int64
    /// Ended by the clock.
    public var expired: Int64

    /// Just these members.
    public init(open: Int64, waiting: Int64, ready: Int64, connected: Int64, closed: Int64, expired: Int64) {
        self.open = open
        self.waiting = waiting
        self.ready = ready
        self.connected = connected
        self.closed = closed
        self.expired = expired
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        open = try reader.required("open")
        waiting = try reader.required("waiting")
        ready = try reader.required("ready")
        connected = try reader.required("connected")
        closed = try reader.required("closed")
        expired = try reader.required("expired")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("open", open)
        writer.member("waiting", waiting)
        writer.member("ready", ready)
        writer.member("connected", connected)
        writer.member("closed", closed)
        writer.member("expired", expired)
        writer.endObject()
    }
}

/// A request that waits.
public struct WireWaiting: WireObject, Equatable {
    /// The request's number.
    public var id: Int64
    /// RFC 3339.
    public var since: String

    /// Just these members.
    public init(id: Int64, since: String) {
        self.id = id
        self.since = since
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        id = try reader.integer("id", in: WireLimits.numbers)
        since = try reader.required("since")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("since", since)
        writer.endObject()
    }
}

/// A request that starts.
public struct WireUpcoming: WireObject, Equatable {
    /// The request's number.
    public var id: Int64
    /// RFC 3339.
    public var startsAt: String

    /// Just these members.
    public init(id: Int64, startsAt: String) {
        self.id = id
        self.startsAt = startsAt
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        id = try reader.integer("id", in: WireLimits.numbers)
        startsAt = try reader.required("startsAt")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("startsAt", startsAt)
        writer.endObject()
    }
}

/// A request that expires.
public struct WireExpiring: WireObject, Equatable {
    /// The request's number.
    public var id: Int64
    /// RFC 3339.
    public var expiresAt: String

    /// Just these members.
    public init(id: Int64, expiresAt: String) {
        self.id = id
        self.expiresAt = expiresAt
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        id = try reader.integer("id", in: WireLimits.numbers)
        expiresAt = try reader.required("expiresAt")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("expiresAt", expiresAt)
        writer.endObject()
    }
}
