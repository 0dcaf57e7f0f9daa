public import JSONRPC

/// By which ways to send the link.
public struct WireInvitationChoice: WireObject, Equatable {
    /// By mail.
    public var email: Bool?
    /// By text message.
    public var sms: Bool?

    /// Just these members.
    public init(email: Bool? = nil, sms: Bool? = nil) {
        self.email = email
        self.sms = sms
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        email = try reader.optional("email")
        sms = try reader.optional("sms")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("email", ifPresent: email)
        writer.member("sms", ifPresent: sms)
        writer.endObject()
    }
}
