public import JSONRPC

extension EventsNotifications {
    /// One event for one subscription.
    public struct Event: WireObject {
        /// Names the subscription on this connection.
        public var subscription: String
        /// What happened. Its members stand beside `subscription` on the wire.
        public var event: WireEvent

        /// Just these members.
        public init(subscription: String, event: WireEvent) {
            self.subscription = subscription
            self.event = event
        }

        /// Asks the reader for each member.
        public init(reading reader: inout WireReader) throws(JSONMismatch) {
            subscription = try reader.required("subscription")
            event = try WireEvent(reading: &reader)
        }

        /// Writes the members in the schema's order.
        public func encode(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("subscription", subscription)
            event.encodeMembers(to: &writer)
            writer.endObject()
        }

        /// What one subscription puts in front of each event, so that an event is written once for all: the line is
        /// this, then the event as `WireEvent.encode(to:)` writes it without its first byte, then `lineEnd`.
        public static func lineStart(subscription: String) -> [UInt8] {
            var writer = JSONWriter(reservingCapacity: 128)
            writer.beginObject()
            writer.member("jsonrpc", "2.0")
            writer.name("method")
            writer.string(EventsNotifications.event)
            writer.name("params")
            writer.beginObject()
            writer.member("subscription", subscription)
            return writer.bytes + [UInt8(ascii: ",")]
        }

        /// What ends such a line: the closing brace of the message and the line feed.
        public static let lineEnd: [UInt8] = [UInt8(ascii: "}"), UInt8(ascii: "\n")]
    }
}
