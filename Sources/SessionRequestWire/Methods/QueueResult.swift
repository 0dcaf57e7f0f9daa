public import JSONRPC

/// Of every call on one queue.
public struct QueueResult: WireObject {
    /// The queue, as it is after the call.
    public var queue: WireQueue

    /// Just these members.
    public init(queue: WireQueue) {
        self.queue = queue
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        queue = try reader.required("queue")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("queue", queue)
        writer.endObject()
    }
}
