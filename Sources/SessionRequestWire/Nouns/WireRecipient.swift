public import JSONRPC

/// The person who needs help.
public struct WireRecipient: WireObject, Equatable {
    /// How the person is called.
    public var name: String
    /// Where mail reaches the person; contact data.
    public var email: String?
    /// Where a text message reaches the person; contact data.
    public var phone: String?
    /// A BCP 47 tag.
    public var language: String?

    /// Just these members.
    public init(name: String, email: String? = nil, phone: String? = nil, language: String? = nil) {
        self.name = name
        self.email = email
        self.phone = phone
        self.language = language
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        name = try reader.required("name")
        email = try reader.optional("email")
        phone = try reader.optional("phone")
        language = try reader.optional("language")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("name", name)
        writer.member("email", ifPresent: email)
        writer.member("phone", ifPresent: phone)
        writer.member("language", ifPresent: language)
        writer.endObject()
    }
}
