public import JSONRPC

/// What the service sends to those who watch a link.
public enum LinkNotifications {
    /// The method of `Changed`.
    public static let changed: StaticString = "link.changed"

    /// The link's request changed.
    public struct Changed: WireObject {
        /// Names the watch on this connection.
        public var subscription: String
        /// As it is now; as it was last, when another has replaced it.
        public var link: WireLink
        /// True when a newer link has replaced this one, and with it the watch is over; else absent.
        public var replaced: Bool?

        /// Just these members.
        public init(subscription: String, link: WireLink, replaced: Bool? = nil) {
            self.subscription = subscription
            self.link = link
            self.replaced = replaced
        }

        /// Asks the reader for each member.
        public init(reading reader: inout WireReader) throws(JSONMismatch) {
            subscription = try reader.required("subscription")
            link = try reader.required("link")
            replaced = try reader.optional("replaced")
        }

        /// Writes the members in the schema's order.
        public func encode(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("subscription", subscription)
            writer.member("link", link)
            writer.member("replaced", ifPresent: replaced)
            writer.endObject()
        }
    }
}
