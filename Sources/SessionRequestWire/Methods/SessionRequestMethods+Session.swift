public import JSONRPC

extension SessionRequestMethods {
    /// Starts the session; one winner.
    public enum Connect: RPCMethod {
        /// `sessionRequest.connect`
        public static var name: String { "sessionRequest.connect" }

        /// What it takes.
        public struct Params: WireParams {
            /// The request's number.
            public var id: Int64
            /// True: the session ends with this connection to the service.
            public var lease: Bool?
            /// Refuses with `revision_conflict` unless the request has this revision.
            public var ifRevision: Int64?

            /// Just these members.
            public init(id: Int64, lease: Bool? = nil, ifRevision: Int64? = nil) {
                self.id = id
                self.lease = lease
                self.ifRevision = ifRevision
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.integer("id", in: WireLimits.numbers)
                lease = try reader.optional("lease")
                ifRevision = try reader.integer("ifRevision", in: WireLimits.revisions)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.member("lease", ifPresent: lease)
                writer.member("ifRevision", ifPresent: ifRevision)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// The request, connected.
            public var sessionRequest: WireSessionRequest
            /// Where to connect.
            public var target: WireTarget
            /// How to start the client.
            public var launch: WireLaunch

            /// Just these members.
            public init(sessionRequest: WireSessionRequest, target: WireTarget, launch: WireLaunch) {
                self.sessionRequest = sessionRequest
                self.target = target
                self.launch = launch
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                sessionRequest = try reader.required("sessionRequest")
                target = try reader.required("target")
                launch = try reader.required("launch")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("sessionRequest", sessionRequest)
                writer.member("target", target)
                writer.member("launch", launch)
                writer.endObject()
            }
        }
    }

    /// Asks the recipient to allow access; no change of status.
    public enum RequestAccess: RPCMethod {
        /// `sessionRequest.requestAccess`
        public static var name: String { "sessionRequest.requestAccess" }

        /// What it takes.
        public typealias Params = RequestChangeParams

        /// What it answers.
        public typealias Result = SessionRequestResult
    }

    /// Ends the session; the grant stays.
    public enum Disconnect: RPCMethod {
        /// `sessionRequest.disconnect`
        public static var name: String { "sessionRequest.disconnect" }

        /// What it takes.
        public struct Params: WireParams {
            /// The request's number.
            public var id: Int64
            /// What the agent writes down, at most 4096 characters.
            public var note: String?
            /// Refuses with `revision_conflict` unless the request has this revision.
            public var ifRevision: Int64?

            /// Just these members.
            public init(id: Int64, note: String? = nil, ifRevision: Int64? = nil) {
                self.id = id
                self.note = note
                self.ifRevision = ifRevision
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.integer("id", in: WireLimits.numbers)
                note = try reader.optional("note")
                ifRevision = try reader.integer("ifRevision", in: WireLimits.revisions)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.member("note", ifPresent: note)
                writer.member("ifRevision", ifPresent: ifRevision)
                writer.endObject()
            }
        }

        /// What it answers.
        public typealias Result = SessionRequestResult
    }

    /// Ends the request.
    public enum Close: RPCMethod {
        /// `sessionRequest.close`
        public static var name: String { "sessionRequest.close" }

        /// What it takes.
        public struct Params: WireParams {
            /// The request's number.
            public var id: Int64
            /// `done` (also if nil), `canceled`, `denied`, `duplicate` or `other`.
            public var reason: String?
            /// What the agent writes down, at most 4096 characters.
            public var note: String?
            /// Refuses with `revision_conflict` unless the request has this revision.
            public var ifRevision: Int64?

            /// Just these members.
            public init(id: Int64, reason: String? = nil, note: String? = nil, ifRevision: Int64? = nil) {
                self.id = id
                self.reason = reason
                self.note = note
                self.ifRevision = ifRevision
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.integer("id", in: WireLimits.numbers)
                reason = try reader.optional("reason")
                note = try reader.optional("note")
                ifRevision = try reader.integer("ifRevision", in: WireLimits.revisions)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.member("reason", ifPresent: reason)
                writer.member("note", ifPresent: note)
                writer.member("ifRevision", ifPresent: ifRevision)
                writer.endObject()
            }
        }

        /// What it answers.
        public typealias Result = SessionRequestResult
    }

    /// Opens an ended request again.
    public enum Reopen: RPCMethod {
        /// `sessionRequest.reopen`
        public static var name: String { "sessionRequest.reopen" }

        /// What it takes.
        public struct Params: WireParams {
            /// The request's number.
            public var id: Int64
            /// True: the old link works again; otherwise there is a new one.
            public var keepLink: Bool?
            /// When it is to expire, RFC 3339.
            public var expiresAt: String?
            /// Instead of `expiresAt`: seconds from now, 0 to `WireLimits.seconds`.
            public var expiresIn: Double?
            /// Refuses with `revision_conflict` unless the request has this revision.
            public var ifRevision: Int64?

            /// Just these members.
            public init(
                id: Int64, keepLink: Bool? = nil, expiresAt: String? = nil, expiresIn: Double? = nil,
                ifRevision: Int64? = nil
            ) {
                self.id = id
                self.keepLink = keepLink
                self.expiresAt = expiresAt
                self.expiresIn = expiresIn
                self.ifRevision = ifRevision
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.integer("id", in: WireLimits.numbers)
                keepLink = try reader.optional("keepLink")
                expiresAt = try reader.optional("expiresAt")
                expiresIn = try reader.seconds("expiresIn")
                ifRevision = try reader.integer("ifRevision", in: WireLimits.revisions)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.member("keepLink", ifPresent: keepLink)
                writer.member("expiresAt", ifPresent: expiresAt)
                writer.member("expiresIn", seconds: expiresIn)
                writer.member("ifRevision", ifPresent: ifRevision)
                writer.endObject()
            }
        }

        /// What it answers.
        public typealias Result = SessionRequestResult
    }
}
