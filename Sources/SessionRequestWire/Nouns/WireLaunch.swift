public import JSONRPC

/// How to start the agent's client.
public struct WireLaunch: WireObject, Equatable {
    /// An argument list, never a shell line.
    public var argv: [String]
    /// The same as a URI for a desktop's handler, where the scheme has one.
    public var uri: String?

    /// Just these members.
    public init(argv: [String], uri: String? = nil) {
        self.argv = argv
        self.uri = uri
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        argv = try reader.required("argv")
        uri = try reader.optional("uri")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("argv", argv)
        writer.member("uri", orNull: uri)
        writer.endObject()
    }
}
