public import JSONRPC

/// Methods `sessionRequest.*`.
public enum SessionRequestMethods {}

extension SessionRequestMethods {
    /// Makes a request.
    public enum Create: RPCMethod {
        /// `sessionRequest.create`
        public static var name: String { "sessionRequest.create" }

        /// What it takes.
        public struct Params: WireParams {
            /// Who needs help.
            public var recipient: WireRecipient
            /// What it is about; the recipient sees it.
            public var subject: String?
            /// Who is to take it; nil: nobody yet.
            public var assignee: WireAssignee?
            /// Notes that the recipient never sees.
            public var comments: String?
            /// By which ways to send the link.
            public var sendInvitation: WireInvitationChoice?
            /// When it is meant to happen.
            public var schedule: WireSchedule?
            /// When it is to expire, RFC 3339.
            public var expiresAt: String?
            /// Instead of `expiresAt`: seconds from now, 0 to `WireLimits.seconds`.
            public var expiresIn: Double?
            /// `low`, `normal`, `high` or `urgent`.
            public var priority: String?
            /// Words to find it by.
            public var tags: [String]?
            /// The record in another system.
            public var externalReference: WireExternalReference?
            /// Names to values, at most 16.
            public var customFields: [String: String]?
            /// The same key with the same params within 24 hours makes nothing new.
            public var idempotencyKey: String?
            /// True: only says what would be, with no `id`.
            public var dryRun: Bool?

            /// Just these members.
            public init(
                recipient: WireRecipient, subject: String? = nil, assignee: WireAssignee? = nil,
                comments: String? = nil, sendInvitation: WireInvitationChoice? = nil, schedule: WireSchedule? = nil,
                expiresAt: String? = nil, expiresIn: Double? = nil, priority: String? = nil, tags: [String]? = nil,
                externalReference: WireExternalReference? = nil, customFields: [String: String]? = nil,
                idempotencyKey: String? = nil, dryRun: Bool? = nil
            ) {
                self.recipient = recipient
                self.subject = subject
                self.assignee = assignee
                self.comments = comments
                self.sendInvitation = sendInvitation
                self.schedule = schedule
                self.expiresAt = expiresAt
                self.expiresIn = expiresIn
                self.priority = priority
                self.tags = tags
                self.externalReference = externalReference
                self.customFields = customFields
                self.idempotencyKey = idempotencyKey
                self.dryRun = dryRun
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                recipient = try reader.required("recipient")
                subject = try reader.optional("subject")
                assignee = try reader.optional("assignee")
                comments = try reader.optional("comments")
                sendInvitation = try reader.optional("sendInvitation")
                schedule = try reader.optional("schedule")
                expiresAt = try reader.optional("expiresAt")
                expiresIn = try reader.seconds("expiresIn")
                priority = try reader.optional("priority")
                tags = try reader.optional("tags")
                externalReference = try reader.optional("externalReference")
                customFields = try reader.optional("customFields")
                idempotencyKey = try reader.optional("idempotencyKey")
                dryRun = try reader.optional("dryRun")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("recipient", recipient)
                writer.member("subject", ifPresent: subject)
                writer.member("assignee", ifPresent: assignee)
                writer.member("comments", ifPresent: comments)
                writer.member("sendInvitation", ifPresent: sendInvitation)
                writer.member("schedule", ifPresent: schedule)
                writer.member("expiresAt", ifPresent: expiresAt)
                writer.member("expiresIn", seconds: expiresIn)
                writer.member("priority", ifPresent: priority)
                writer.member("tags", ifPresent: tags)
                writer.member("externalReference", ifPresent: externalReference)
                writer.member("customFields", ifPresent: customFields)
                writer.member("idempotencyKey", ifPresent: idempotencyKey)
                writer.member("dryRun", ifPresent: dryRun)
                writer.endObject()
            }
        }

        /// What it answers.
        public typealias Result = SessionRequestResult
    }
}
