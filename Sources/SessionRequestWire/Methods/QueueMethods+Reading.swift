public import JSONRPC

extension QueueMethods {
    /// One queue.
    public enum Get: RPCMethod {
        /// `queue.get`
        public static var name: String { "queue.get" }

        /// What it takes.
        public struct Params: WireParams {
            /// Its slug.
            public var id: String

            /// Just these members.
            public init(id: String) {
                self.id = id
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.required("id")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.endObject()
            }
        }

        /// What it answers.
        public typealias Result = QueueResult
    }

    /// All queues, by slug.
    public enum List: RPCMethod {
        /// `queue.list`
        public static var name: String { "queue.list" }

        /// What it takes.
        public typealias Params = NoParams

        /// What it answers.
        public struct Result: WireObject {
            /// By slug.
            public var queues: [WireQueue]

            /// Just these members.
            public init(queues: [WireQueue]) {
                self.queues = queues
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                queues = try reader.required("queues")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("queues", queues)
                writer.endObject()
            }
        }
    }

    /// Removes a queue.
    public enum Delete: RPCMethod {
        /// `queue.delete`
        public static var name: String { "queue.delete" }

        /// What it takes.
        public struct Params: WireParams {
            /// Its slug.
            public var id: String

            /// Just these members.
            public init(id: String) {
                self.id = id
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.required("id")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// Whether there was one.
            public var deleted: Bool

            /// Just these members.
            public init(deleted: Bool) {
                self.deleted = deleted
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                deleted = try reader.required("deleted")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("deleted", deleted)
                writer.endObject()
            }
        }
    }

    /// Claims the most urgent request that the caller may take.
    public enum Next: RPCMethod {
        /// `queue.next`
        public static var name: String { "queue.next" }

        /// What it takes.
        public struct Params: WireParams {
            /// Only of these; nil: of all that the caller is a member of.
            public var queues: [String]?

            /// Just these members.
            public init(queues: [String]? = nil) {
                self.queues = queues
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                queues = try reader.list("queues", atMost: WireLimits.filterEntries)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("queues", ifPresent: queues)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// Nil when there is none.
            public var sessionRequest: WireSessionRequest?

            /// Just these members.
            public init(sessionRequest: WireSessionRequest? = nil) {
                self.sessionRequest = sessionRequest
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                sessionRequest = try reader.optional("sessionRequest")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("sessionRequest", orNull: sessionRequest)
                writer.endObject()
            }
        }
    }
}
