/// Writes what goes out in answer to a call, or without one; the caller ends each with `JSONWriter.newline()`.
public enum Reply {
    /// Writes an answer that carries a result.
    @inlinable
    public static func success(id: RequestID, result: some JSONEncodable, to writer: inout JSONWriter) {
        success(id: id, to: &writer) { result.encode(to: &$0) }
    }

    /// Writes an answer whose result is what `write` writes: exactly one value. When that throws, what was written is good
    /// for nothing.
    @inlinable
    public static func success<Failure: Error>(
        id: RequestID, to writer: inout JSONWriter, result write: (inout JSONWriter) throws(Failure) -> Void
    ) throws(Failure) {
        writer.beginObject()
        writer.member("jsonrpc", version)
        writer.member("id", id)
        writer.name("result")
        try write(&writer)
        writer.endObject()
    }

    /// Writes an answer that carries an error, with what a program needs to know about it in `data`.
    @inlinable
    public static func failure(
        id: RequestID, code: Int, message: String, data: (some JSONEncodable)?, to writer: inout JSONWriter
    ) {
        writer.beginObject()
        writer.member("jsonrpc", version)
        writer.member("id", id)
        writer.name("error")
        writer.beginObject()
        writer.member("code", code)
        writer.member("message", message)
        writer.member("data", ifPresent: data)
        writer.endObject()
        writer.endObject()
    }

    /// Writes an answer that carries an error and nothing more about it.
    public static func failure(id: RequestID, code: Int, message: String, to writer: inout JSONWriter) {
        failure(id: id, code: code, message: message, data: JSONValue?.none, to: &writer)
    }

    /// Writes a call that asks for no answer.
    @inlinable
    public static func notification(method: StaticString, params: some JSONEncodable, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("jsonrpc", version)
        writer.name("method")
        writer.string(method)
        writer.member("params", params)
        writer.endObject()
    }

    @usableFromInline
    static let version = "2.0"
}
