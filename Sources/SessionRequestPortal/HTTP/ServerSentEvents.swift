internal import Hummingbird
internal import NIOCore

/// A stream of events in the format that browsers read by themselves (HTML, 9.2: server-sent events).
struct ServerSentEvents: Sendable {
    let listener: LinkListener
    let event: @Sendable (LinkNews) -> [UInt8]

    /// One event, whose data is one line.
    static func event(_ name: String, _ data: [UInt8]) -> [UInt8] {
        Array("event: \(name)\ndata: ".utf8) + data + Array("\n\n".utf8)
    }

    /// Writes events as they come, and signs of life between them, until the visitor is gone or the news end.
    func write(to writer: inout any ResponseBodyWriter, of request: Request) async throws {
        let (listener, event) = (listener, event)
        defer { listener.end() }
        try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
        var current = writer
        // A visitor who leaves ends the reading side, which ends the stream at once rather than with the next event.
        try await request.body.consumeWithInboundCloseHandler { _ in
            try await listener.forEach { news in
                try await current.write(ByteBuffer(bytes: news.map(event) ?? Array(":\n\n".utf8)))
            }
        } onInboundClosed: {
            listener.end()
        }
        try await current.finish(nil)
    }
}
