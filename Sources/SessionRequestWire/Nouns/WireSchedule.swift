public import JSONRPC

/// When the session is meant to happen.
public struct WireSchedule: WireObject, Equatable {
    /// RFC 3339.
    public var startsAt: String
    /// RFC 3339, after the start.
    public var endsAt: String?
    /// An IANA name: how the instants are shown to the recipient.
    public var timeZone: String?

    /// Just these members.
    public init(startsAt: String, endsAt: String? = nil, timeZone: String? = nil) {
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.timeZone = timeZone
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        startsAt = try reader.required("startsAt")
        endsAt = try reader.optional("endsAt")
        timeZone = try reader.optional("timeZone")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("startsAt", startsAt)
        writer.member("endsAt", ifPresent: endsAt)
        writer.member("timeZone", ifPresent: timeZone)
        writer.endObject()
    }
}
