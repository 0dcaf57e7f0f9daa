internal import JSONRPC

/// The lines that a client sends, with their line feed.
enum RequestLine {
    static func call(id: Int64, method: String, params: (some JSONEncodable)?) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 256)
        writer.beginObject()
        writer.member("jsonrpc", "2.0")
        writer.member("id", id)
        writer.member("method", method)
        writer.member("params", ifPresent: params)
        writer.endObject()
        writer.newline()
        return writer.bytes
    }

    /// Asks the service to end a call, without an answer of its own.
    static func cancellation(of id: Int64) -> [UInt8] {
        var writer = JSONWriter(reservingCapacity: 64)
        writer.beginObject()
        writer.member("jsonrpc", "2.0")
        writer.member("method", "rpc.cancel")
        writer.name("params")
        writer.beginObject()
        writer.member("id", id)
        writer.endObject()
        writer.endObject()
        writer.newline()
        return writer.bytes
    }
}
