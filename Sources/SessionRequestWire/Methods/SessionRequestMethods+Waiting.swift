public import JSONRPC

extension SessionRequestMethods {
    /// Answers when a request comes to one of the statuses, or when time is up. Blocking.
    public enum Wait: RPCMethod {
        /// `sessionRequest.wait`
        public static var name: String { "sessionRequest.wait" }

        /// What it takes.
        public struct Params: WireParams {
            /// The request's number.
            public var id: Int64
            /// The statuses, at least one.
            public var until: [String]
            /// At most 3600 seconds.
            public var timeout: Double?

            /// Just these members.
            public init(id: Int64, until: [String], timeout: Double? = nil) {
                self.id = id
                self.until = until
                self.timeout = timeout
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.integer("id", in: WireLimits.numbers)
                until = try reader.list("until", holding: 1...WireLimits.filterEntries)
                timeout = try reader.seconds("timeout", in: WireLimits.timeout)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.member("until", until)
                writer.member("timeout", seconds: timeout)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// The request as it is now.
            public var sessionRequest: WireSessionRequest
            /// Whether time was up first.
            public var timedOut: Bool

            /// Just these members.
            public init(sessionRequest: WireSessionRequest, timedOut: Bool) {
                self.sessionRequest = sessionRequest
                self.timedOut = timedOut
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                sessionRequest = try reader.required("sessionRequest")
                timedOut = try reader.required("timedOut")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("sessionRequest", sessionRequest)
                writer.member("timedOut", timedOut)
                writer.endObject()
            }
        }
    }

    /// Counts, and what comes next.
    public enum Summary: RPCMethod {
        /// `sessionRequest.summary`
        public static var name: String { "sessionRequest.summary" }

        /// What it takes.
        public typealias Params = NoParams

        /// What it answers.
        public struct Result: WireObject {
            /// How many there are in each status.
            public var byStatus: WireStatusCounts
            /// Live ones of each queue, by slug.
            public var byQueue: [String: Int64]
            /// Live ones of each agent, by account name.
            public var byAssignee: [String: Int64]
            /// Who has waited longest.
            public var oldestWaiting: WireWaiting?
            /// What starts next.
            public var nextScheduled: WireUpcoming?
            /// What expires next.
            public var nextExpiry: WireExpiring?
            /// Where to subscribe from.
            public var cursor: String

            /// Just these members.
            public init(
                byStatus: WireStatusCounts, byQueue: [String: Int64], byAssignee: [String: Int64],
                oldestWaiting: WireWaiting? = nil, nextScheduled: WireUpcoming? = nil, nextExpiry: WireExpiring? = nil,
                cursor: String
            ) {
                self.byStatus = byStatus
                self.byQueue = byQueue
                self.byAssignee = byAssignee
                self.oldestWaiting = oldestWaiting
                self.nextScheduled = nextScheduled
                self.nextExpiry = nextExpiry
                self.cursor = cursor
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                byStatus = try reader.required("byStatus")
                byQueue = try reader.required("byQueue")
                byAssignee = try reader.required("byAssignee")
                oldestWaiting = try reader.optional("oldestWaiting")
                nextScheduled = try reader.optional("nextScheduled")
                nextExpiry = try reader.optional("nextExpiry")
                cursor = try reader.required("cursor")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("byStatus", byStatus)
                writer.member("byQueue", byQueue)
                writer.member("byAssignee", byAssignee)
                writer.member("oldestWaiting", orNull: oldestWaiting)
                writer.member("nextScheduled", orNull: nextScheduled)
                writer.member("nextExpiry", orNull: nextExpiry)
                writer.member("cursor", cursor)
                writer.endObject()
            }
        }
    }
}
