public import JSONRPC

extension SessionRequestMethods {
    /// Changes what a request says.
    public enum Update: RPCMethod {
        /// `sessionRequest.update`
        public static var name: String { "sessionRequest.update" }

        /// What it takes.
        public struct Params: WireParams {
            /// The request's number.
            public var id: Int64
            /// Refuses with `revision_conflict` unless the request has this revision.
            public var ifRevision: Int64?
            /// Replaces the recipient.
            public var recipient: WireRecipient?
            /// Null takes them away.
            public var comments: Patch<String>
            /// Null takes it away.
            public var subject: Patch<String>
            /// `low`, `normal`, `high` or `urgent`.
            public var priority: String?
            /// Replaces the tags.
            public var tags: [String]?
            /// Null takes it away.
            public var externalReference: Patch<WireExternalReference>
            /// Replaces the custom fields.
            public var customFields: [String: String]?
            /// When it is to expire, RFC 3339.
            public var expiresAt: String?
            /// Instead of `expiresAt`: seconds from now, 0 to `WireLimits.seconds`.
            public var expiresIn: Double?

            /// Just these members.
            public init(
                id: Int64, ifRevision: Int64? = nil, recipient: WireRecipient? = nil, comments: Patch<String> = .absent,
                subject: Patch<String> = .absent, priority: String? = nil, tags: [String]? = nil,
                externalReference: Patch<WireExternalReference> = .absent, customFields: [String: String]? = nil,
                expiresAt: String? = nil, expiresIn: Double? = nil
            ) {
                self.id = id
                self.ifRevision = ifRevision
                self.recipient = recipient
                self.comments = comments
                self.subject = subject
                self.priority = priority
                self.tags = tags
                self.externalReference = externalReference
                self.customFields = customFields
                self.expiresAt = expiresAt
                self.expiresIn = expiresIn
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.integer("id", in: WireLimits.numbers)
                ifRevision = try reader.integer("ifRevision", in: WireLimits.revisions)
                recipient = try reader.optional("recipient")
                comments = try reader.patch("comments")
                subject = try reader.patch("subject")
                priority = try reader.optional("priority")
                tags = try reader.optional("tags")
                externalReference = try reader.patch("externalReference")
                customFields = try reader.optional("customFields")
                expiresAt = try reader.optional("expiresAt")
                expiresIn = try reader.seconds("expiresIn")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.member("ifRevision", ifPresent: ifRevision)
                writer.member("recipient", ifPresent: recipient)
                writer.member("comments", patch: comments)
                writer.member("subject", patch: subject)
                writer.member("priority", ifPresent: priority)
                writer.member("tags", ifPresent: tags)
                writer.member("externalReference", patch: externalReference)
                writer.member("customFields", ifPresent: customFields)
                writer.member("expiresAt", ifPresent: expiresAt)
                writer.member("expiresIn", seconds: expiresIn)
                writer.endObject()
            }
        }

        /// What it answers.
        public typealias Result = SessionRequestResult
    }

    /// Gives a request to somebody, or to nobody.
    public enum Assign: RPCMethod {
        /// `sessionRequest.assign`
        public static var name: String { "sessionRequest.assign" }

        /// What it takes.
        public struct Params: WireParams {
            /// The request's number.
            public var id: Int64
            /// Null: nobody. Decoding refuses params without it.
            public var assignee: Patch<WireAssignee>
            /// Refuses with `revision_conflict` unless the request has this revision.
            public var ifRevision: Int64?

            /// Just these members.
            public init(id: Int64, assignee: Patch<WireAssignee> = .absent, ifRevision: Int64? = nil) {
                self.id = id
                self.assignee = assignee
                self.ifRevision = ifRevision
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.integer("id", in: WireLimits.numbers)
                assignee = try reader.requiredPatch("assignee")
                ifRevision = try reader.integer("ifRevision", in: WireLimits.revisions)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.member("assignee", patch: assignee)
                writer.member("ifRevision", ifPresent: ifRevision)
                writer.endObject()
            }
        }

        /// What it answers.
        public typealias Result = SessionRequestResult
    }

    /// Takes a request that nobody has; one winner.
    public enum Claim: RPCMethod {
        /// `sessionRequest.claim`
        public static var name: String { "sessionRequest.claim" }

        /// What it takes.
        public typealias Params = RequestChangeParams

        /// What it answers.
        public typealias Result = SessionRequestResult
    }

    /// Adds a line to the comments.
    public enum Comment: RPCMethod {
        /// `sessionRequest.comment`
        public static var name: String { "sessionRequest.comment" }

        /// What it takes.
        public struct Params: WireParams {
            /// The request's number.
            public var id: Int64
            /// The line or lines.
            public var text: String
            /// Refuses with `revision_conflict` unless the request has this revision.
            public var ifRevision: Int64?

            /// Just these members.
            public init(id: Int64, text: String, ifRevision: Int64? = nil) {
                self.id = id
                self.text = text
                self.ifRevision = ifRevision
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.integer("id", in: WireLimits.numbers)
                text = try reader.required("text")
                ifRevision = try reader.integer("ifRevision", in: WireLimits.revisions)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.member("text", text)
                writer.member("ifRevision", ifPresent: ifRevision)
                writer.endObject()
            }
        }

        /// What it answers.
        public typealias Result = SessionRequestResult
    }

    /// Moves a request to another time, or to none.
    public enum Reschedule: RPCMethod {
        /// `sessionRequest.reschedule`
        public static var name: String { "sessionRequest.reschedule" }

        /// What it takes.
        public struct Params: WireParams {
            /// The request's number.
            public var id: Int64
            /// Null: no time. Decoding refuses params without it.
            public var schedule: Patch<WireSchedule>
            /// When it is to expire, RFC 3339.
            public var expiresAt: String?
            /// Instead of `expiresAt`: seconds from now, 0 to `WireLimits.seconds`.
            public var expiresIn: Double?
            /// Refuses with `revision_conflict` unless the request has this revision.
            public var ifRevision: Int64?

            /// Just these members.
            public init(
                id: Int64, schedule: Patch<WireSchedule> = .absent, expiresAt: String? = nil, expiresIn: Double? = nil,
                ifRevision: Int64? = nil
            ) {
                self.id = id
                self.schedule = schedule
                self.expiresAt = expiresAt
                self.expiresIn = expiresIn
                self.ifRevision = ifRevision
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.integer("id", in: WireLimits.numbers)
                schedule = try reader.requiredPatch("schedule")
                expiresAt = try reader.optional("expiresAt")
                expiresIn = try reader.seconds("expiresIn")
                ifRevision = try reader.integer("ifRevision", in: WireLimits.revisions)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.member("schedule", patch: schedule)
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
