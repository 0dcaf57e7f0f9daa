internal import JSONRPC
internal import NIOCore
internal import SessionRequestWire

/// What a connection has yet to send, as lines.
struct OutgoingLines {
    private var writer = JSONWriter()
    private var buffer = ByteBuffer()

    var isEmpty: Bool { buffer.readableBytes == 0 }

    /// Bytes that wait to be taken.
    var size: Int { buffer.readableBytes }

    /// Puts an answer where it belongs: behind the lines, or into its batch, which becomes a line with its last answer.
    ///
    /// - Parameters:
    ///   - result: writes the result, or throws why there is none; runs once, whoever is to be told.
    ///   - failure: that as it crosses the wire.
    mutating func answer(
        _ sink: ReplySink, result: (inout JSONWriter) throws -> Void, failure: (any Error) -> WireError
    ) {
        write(sink.id ?? .null, result, failure)
        switch sink {
        case .nobody: break
        case .single: endLine()
        case .batched(let id, let batch, let index):
            guard batch.add(id == nil ? nil : writer.bytes, at: index) else { return }
            writer.removeAll()
            if batch.write(to: &writer) { endLine() }
        }
    }

    /// Puts a notification behind the lines.
    mutating func notification(_ method: StaticString, _ params: some JSONEncodable) {
        writer.removeAll()
        Reply.notification(method: method, params: params, to: &writer)
        endLine()
    }

    /// Hands over all lines.
    mutating func take() -> ByteBuffer {
        defer { buffer = ByteBuffer() }
        return buffer
    }

    private mutating func write(
        _ id: RequestID, _ result: (inout JSONWriter) throws -> Void, _ failure: (any Error) -> WireError
    ) {
        writer.removeAll()
        do { try Reply.success(id: id, to: &writer, result: result) } catch {
            let error = failure(error)
            writer.removeAll()
            Reply.failure(id: id, code: error.code, message: error.message, data: error.data, to: &writer)
        }
    }

    private mutating func endLine() {
        writer.newline()
        buffer.writeBytes(writer.bytes)
    }
}
