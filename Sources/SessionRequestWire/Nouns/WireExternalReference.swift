public import JSONRPC

/// The record in another system that a request belongs to.
public struct WireExternalReference: WireObject, Equatable {
    /// `salesforce`, `freshservice`, ...
    public var system: String
    /// Its identifier there.
    public var id: String
    /// Where a person can look at it.
    public var url: String?

    /// Just these members.
    public init(system: String, id: String, url: String? = nil) {
        self.system = system
        self.id = id
        self.url = url
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        system = try reader.required("system")
        id = try reader.required("id")
        url = try reader.optional("url")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("system", system)
        writer.member("id", id)
        writer.member("url", ifPresent: url)
        writer.endObject()
    }
}
