public import JSONRPC

/// What the recipient said afterwards.
public struct WireFeedback: WireObject, Equatable {
    /// 1 (bad) to 5 (good).
    public var rating: Int64
    /// In the recipient's words.
    public var comment: String?
    /// RFC 3339.
    public var at: String

    /// Just these members.
    public init(rating: Int64, comment: String? = nil, at: String) {
        self.rating = rating
        self.comment = comment
        self.at = at
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        rating = try reader.required("rating")
        comment = try reader.optional("comment")
        at = try reader.required("at")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("rating", rating)
        writer.member("comment", ifPresent: comment)
        writer.member("at", at)
        writer.endObject()
    }
}
