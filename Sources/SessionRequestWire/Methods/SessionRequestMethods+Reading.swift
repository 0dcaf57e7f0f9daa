public import JSONRPC

extension SessionRequestMethods {
    /// One request.
    public enum Get: RPCMethod {
        /// `sessionRequest.get`
        public static var name: String { "sessionRequest.get" }

        /// What it takes.
        public typealias Params = RequestParams

        /// What it answers.
        public typealias Result = SessionRequestResult
    }

    /// Many requests, page by page.
    public enum List: RPCMethod {
        /// `sessionRequest.list`
        public static var name: String { "sessionRequest.list" }

        /// What it takes.
        public struct Params: WireParams {
            /// Which ones.
            public var filter: WireFilter?
            /// Words that all must occur, by prefix.
            public var query: String?
            /// `upcoming`, `active`, `past` or `mine`.
            public var view: String?
            /// A field name, `-` before it for descending; `-createdAt` if nil.
            public var sort: String?
            /// What `nextPage` said.
            public var page: String?
            /// How many, 1 to 500.
            public var limit: Int64?

            /// Just these members.
            public init(
                filter: WireFilter? = nil, query: String? = nil, view: String? = nil, sort: String? = nil,
                page: String? = nil, limit: Int64? = nil
            ) {
                self.filter = filter
                self.query = query
                self.view = view
                self.sort = sort
                self.page = page
                self.limit = limit
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                filter = try reader.optional("filter")
                query = try reader.optional("query")
                view = try reader.optional("view")
                sort = try reader.optional("sort")
                page = try reader.optional("page")
                limit = try reader.integer("limit", in: WireLimits.pageItems)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("filter", ifPresent: filter)
                writer.member("query", ifPresent: query)
                writer.member("view", ifPresent: view)
                writer.member("sort", ifPresent: sort)
                writer.member("page", ifPresent: page)
                writer.member("limit", ifPresent: limit)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// In the order asked for.
            public var sessionRequests: [WireSessionRequest]
            /// Nil at the end.
            public var nextPage: String?

            /// Just these members.
            public init(sessionRequests: [WireSessionRequest], nextPage: String? = nil) {
                self.sessionRequests = sessionRequests
                self.nextPage = nextPage
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                sessionRequests = try reader.required("sessionRequests")
                nextPage = try reader.optional("nextPage")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("sessionRequests", sessionRequests)
                writer.member("nextPage", orNull: nextPage)
                writer.endObject()
            }
        }
    }

    /// The events of a request, oldest first.
    public enum History: RPCMethod {
        /// `sessionRequest.history`
        public static var name: String { "sessionRequest.history" }

        /// What it takes.
        public struct Params: WireParams {
            /// The request's number.
            public var id: Int64
            /// What `nextPage` said.
            public var page: String?
            /// How many, 1 to 500.
            public var limit: Int64?

            /// Just these members.
            public init(id: Int64, page: String? = nil, limit: Int64? = nil) {
                self.id = id
                self.page = page
                self.limit = limit
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.integer("id", in: WireLimits.numbers)
                page = try reader.optional("page")
                limit = try reader.integer("limit", in: WireLimits.pageItems)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.member("page", ifPresent: page)
                writer.member("limit", ifPresent: limit)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// Oldest first.
            public var events: [WireEvent]
            /// Nil at the end.
            public var nextPage: String?

            /// Just these members.
            public init(events: [WireEvent], nextPage: String? = nil) {
                self.events = events
                self.nextPage = nextPage
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                events = try reader.required("events")
                nextPage = try reader.optional("nextPage")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("events", events)
                writer.member("nextPage", orNull: nextPage)
                writer.endObject()
            }
        }
    }

    /// Why a request cannot be connected now.
    public enum Explain: RPCMethod {
        /// `sessionRequest.explain`
        public static var name: String { "sessionRequest.explain" }

        /// What it takes.
        public typealias Params = RequestParams

        /// What it answers.
        public struct Result: WireObject {
            /// Whether `connect` would succeed.
            public var connectable: Bool
            /// The error reason that it would be refused with.
            public var reason: String?
            /// One sentence for people.
            public var message: String

            /// Just these members.
            public init(connectable: Bool, reason: String? = nil, message: String) {
                self.connectable = connectable
                self.reason = reason
                self.message = message
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                connectable = try reader.required("connectable")
                reason = try reader.optional("reason")
                message = try reader.required("message")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("connectable", connectable)
                writer.member("reason", orNull: reason)
                writer.member("message", message)
                writer.endObject()
            }
        }
    }
}
