public import JSONRPC

/// What the service sends to subscribers without being asked.
public enum EventsNotifications {
    /// The method of `Event`.
    public static let event: StaticString = "events.event"
    /// The method of `Sync`.
    public static let sync: StaticString = "events.sync"
    /// The method of `Closed`.
    public static let closed: StaticString = "events.closed"

    /// All before this place was sent, or is not for this subscriber.
    public struct Sync: WireObject {
        /// Names the subscription on this connection.
        public var subscription: String
        /// Where to go on.
        public var cursor: String

        /// Just these members.
        public init(subscription: String, cursor: String) {
            self.subscription = subscription
            self.cursor = cursor
        }

        /// Asks the reader for each member.
        public init(reading reader: inout WireReader) throws(JSONMismatch) {
            subscription = try reader.required("subscription")
            cursor = try reader.required("cursor")
        }

        /// Writes the members in the schema's order.
        public func encode(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("subscription", subscription)
            writer.member("cursor", cursor)
            writer.endObject()
        }
    }

    /// The stream ends here.
    public struct Closed: WireObject {
        /// Names the subscription on this connection.
        public var subscription: String
        /// `shutdown` or `retention`.
        public var reason: String
        /// The cursor to subscribe from again.
        public var resume: String?
        /// Seconds to wait before that.
        public var retryAfter: Double?

        /// Just these members.
        public init(subscription: String, reason: String, resume: String? = nil, retryAfter: Double? = nil) {
            self.subscription = subscription
            self.reason = reason
            self.resume = resume
            self.retryAfter = retryAfter
        }

        /// Asks the reader for each member.
        public init(reading reader: inout WireReader) throws(JSONMismatch) {
            subscription = try reader.required("subscription")
            reason = try reader.required("reason")
            resume = try reader.optional("resume")
            retryAfter = try reader.seconds("retryAfter")
        }

        /// Writes the members in the schema's order.
        public func encode(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("subscription", subscription)
            writer.member("reason", reason)
            writer.member("resume", ifPresent: resume)
            writer.member("retryAfter", seconds: retryAfter)
            writer.endObject()
        }
    }
}
