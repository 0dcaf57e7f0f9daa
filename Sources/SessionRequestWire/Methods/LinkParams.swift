public import JSONRPC

/// Of a `link.*` method that needs nothing but a link. Decoding refuses params with neither `token` nor `code`, and
/// with both.
public struct LinkParams: WireParams {
    /// From the link.
    public var token: String?
    /// Instead of the token: the nine digits.
    public var code: String?
    /// The visitor's address.
    public var source: String?

    /// Just these members.
    public init(token: String? = nil, code: String? = nil, source: String? = nil) {
        self.token = token
        self.code = code
        self.source = source
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        (token, code) = try reader.tokenOrCode()
        source = try reader.optional("source")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("token", ifPresent: token)
        writer.member("code", ifPresent: code)
        writer.member("source", ifPresent: source)
        writer.endObject()
    }
}

/// Of the calls on one link.
public struct LinkResult: WireObject {
    /// The link, as it is after the call.
    public var link: WireLink

    /// Just these members.
    public init(link: WireLink) {
        self.link = link
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        link = try reader.required("link")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("link", link)
        writer.endObject()
    }
}
