public import JSONRPC

/// Methods `events.*`: the stream.
public enum EventsMethods {}

extension EventsMethods {
    /// Sends events from a place in the log on, as notifications.
    public enum Subscribe: RPCMethod {
        /// `events.subscribe`
        public static var name: String { "events.subscribe" }

        /// What it takes.
        public struct Params: WireParams {
            /// `now`, `earliest` or a cursor; nil: `now`.
            public var since: String?
            /// True: answer the requests as they are at the cursor.
            public var snapshot: Bool?
            /// Which events; nil: all that the caller may read.
            public var filter: WireEventFilter?
            /// How often to send `events.sync` when nothing happens, 1 to 3600.
            public var heartbeatSeconds: Double?

            /// Just these members.
            public init(
                since: String? = nil, snapshot: Bool? = nil, filter: WireEventFilter? = nil,
                heartbeatSeconds: Double? = nil
            ) {
                self.since = since
                self.snapshot = snapshot
                self.filter = filter
                self.heartbeatSeconds = heartbeatSeconds
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                since = try reader.optional("since")
                snapshot = try reader.optional("snapshot")
                filter = try reader.optional("filter")
                heartbeatSeconds = try reader.seconds("heartbeatSeconds", in: WireLimits.heartbeat)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("since", ifPresent: since)
                writer.member("snapshot", ifPresent: snapshot)
                writer.member("filter", ifPresent: filter)
                writer.member("heartbeatSeconds", seconds: heartbeatSeconds)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// Names the subscription on this connection.
            public var subscription: String
            /// The place after which events follow.
            public var cursor: String
            /// When asked for.
            public var snapshot: [WireSessionRequest]?

            /// Just these members.
            public init(subscription: String, cursor: String, snapshot: [WireSessionRequest]? = nil) {
                self.subscription = subscription
                self.cursor = cursor
                self.snapshot = snapshot
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                subscription = try reader.required("subscription")
                cursor = try reader.required("cursor")
                snapshot = try reader.optional("snapshot")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("subscription", subscription)
                writer.member("cursor", cursor)
                writer.member("snapshot", ifPresent: snapshot)
                writer.endObject()
            }
        }
    }

    /// Ends a subscription.
    public enum Unsubscribe: RPCMethod {
        /// `events.unsubscribe`
        public static var name: String { "events.unsubscribe" }

        /// What it takes.
        public struct Params: WireParams {
            /// Names the subscription on this connection.
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
            public var unsubscribed: Bool

            /// Just these members.
            public init(unsubscribed: Bool) {
                self.unsubscribed = unsubscribed
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                unsubscribed = try reader.required("unsubscribed")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("unsubscribed", unsubscribed)
                writer.endObject()
            }
        }
    }

    /// The stream as a long poll. Blocking.
    public enum Poll: RPCMethod {
        /// `events.poll`
        public static var name: String { "events.poll" }

        /// What it takes.
        public struct Params: WireParams {
            /// `now`, `earliest` or a cursor; nil: `now`.
            public var since: String?
            /// Which events; nil: all that the caller may read.
            public var filter: WireEventFilter?
            /// How many, 1 to 500.
            public var limit: Int64?
            /// How long to wait for the first, at most 3600 seconds.
            public var timeout: Double?

            /// Just these members.
            public init(
                since: String? = nil, filter: WireEventFilter? = nil, limit: Int64? = nil, timeout: Double? = nil
            ) {
                self.since = since
                self.filter = filter
                self.limit = limit
                self.timeout = timeout
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                since = try reader.optional("since")
                filter = try reader.optional("filter")
                limit = try reader.integer("limit", in: WireLimits.pageItems)
                timeout = try reader.seconds("timeout", in: WireLimits.timeout)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("since", ifPresent: since)
                writer.member("filter", ifPresent: filter)
                writer.member("limit", ifPresent: limit)
                writer.member("timeout", seconds: timeout)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// In order.
            public var events: [WireEvent]
            /// Where to go on.
            public var cursor: String
            /// Whether there are more already.
            public var more: Bool

            /// Just these members.
            public init(events: [WireEvent], cursor: String, more: Bool) {
                self.events = events
                self.cursor = cursor
                self.more = more
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                events = try reader.required("events")
                cursor = try reader.required("cursor")
                more = try reader.required("more")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("events", events)
                writer.member("cursor", cursor)
                writer.member("more", more)
                writer.endObject()
            }
        }
    }
}
