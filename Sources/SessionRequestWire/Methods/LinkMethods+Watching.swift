public import JSONRPC

extension LinkMethods {
    /// Follows a link no longer.
    public enum Unwatch: RPCMethod {
        /// `link.unwatch`
        public static var name: String { "link.unwatch" }

        /// What it takes.
        public struct Params: WireParams {
            /// Names the watch on this connection.
            public var subscription: String

            /// Just these members.
            public init(subscription: String) {
                self.subscription = subscription
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                subscription = try reader.required("subscription")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("subscription", subscription)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// Whether there was one.
            public var unwatched: Bool

            /// Just these members.
            public init(unwatched: Bool) {
                self.unwatched = unwatched
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                unwatched = try reader.required("unwatched")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("unwatched", unwatched)
                writer.endObject()
            }
        }
    }
}
