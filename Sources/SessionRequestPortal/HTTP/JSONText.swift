internal import JSONRPC

/// JSON as bytes.
enum JSONText {
    static func bytes(_ value: some JSONEncodable) -> [UInt8] {
        var writer = JSONWriter()
        value.encode(to: &writer)
        return writer.bytes
    }

    /// An object of one member.
    static func object(_ name: String, _ value: some JSONEncodable) -> [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name(name)
        value.encode(to: &writer)
        writer.endObject()
        return writer.bytes
    }
}
