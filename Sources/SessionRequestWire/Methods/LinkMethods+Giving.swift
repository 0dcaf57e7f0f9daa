public import JSONRPC

extension LinkMethods {
    /// The recipient allows access; again: renews the lease.
    public enum Grant: RPCMethod {
        /// `link.grant`
        public static var name: String { "link.grant" }

        /// What it takes.
        public struct Params: WireParams {
            /// From the link.
            public var token: String?
            /// Instead of the token: the nine digits.
            public var code: String?
            /// The visitor's address.
            public var source: String?
            /// How to join.
            public var join: WireJoinOffer
            /// The grant lapses after so long unless it is renewed; nil: it does not.
            public var leaseSeconds: Double?

            /// Just these members.
            public init(
                token: String? = nil, code: String? = nil, source: String? = nil, join: WireJoinOffer,
                leaseSeconds: Double? = nil
            ) {
                self.token = token
                self.code = code
                self.source = source
                self.join = join
                self.leaseSeconds = leaseSeconds
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                (token, code) = try reader.tokenOrCode()
                source = try reader.optional("source")
                join = try reader.required("join")
                leaseSeconds = try reader.seconds("leaseSeconds")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("token", ifPresent: token)
                writer.member("code", ifPresent: code)
                writer.member("source", ifPresent: source)
                writer.member("join", join)
                writer.member("leaseSeconds", seconds: leaseSeconds)
                writer.endObject()
            }
        }

        /// What it answers.
        public typealias Result = LinkResult
    }

    /// The recipient says how it was.
    public enum Feedback: RPCMethod {
        /// `link.feedback`
        public static var name: String { "link.feedback" }

        /// What it takes.
        public struct Params: WireParams {
            /// From the link.
            public var token: String?
            /// Instead of the token: the nine digits.
            public var code: String?
            /// The visitor's address.
            public var source: String?
            /// 1 (bad) to 5 (good).
            public var rating: Int64
            /// In the recipient's words.
            public var comment: String?

            /// Just these members.
            public init(
                token: String? = nil, code: String? = nil, source: String? = nil, rating: Int64, comment: String? = nil
            ) {
                self.token = token
                self.code = code
                self.source = source
                self.rating = rating
                self.comment = comment
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                (token, code) = try reader.tokenOrCode()
                source = try reader.optional("source")
                rating = try reader.required("rating")
                comment = try reader.optional("comment")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("token", ifPresent: token)
                writer.member("code", ifPresent: code)
                writer.member("source", ifPresent: source)
                writer.member("rating", rating)
                writer.member("comment", ifPresent: comment)
                writer.endObject()
            }
        }

        /// What it answers.
        public typealias Result = LinkResult
    }

    /// A person asks for help at a queue's public page.
    public enum Request: RPCMethod {
        /// `link.request`
        public static var name: String { "link.request" }

        /// What it takes.
        public struct Params: WireParams {
            /// Its slug.
            public var queue: String
            /// Who asks.
            public var recipient: WireRecipient
            /// In their words.
            public var comments: String?
            /// The visitor's address.
            public var source: String?
            /// True: only say whether it could be made.
            public var dryRun: Bool?

            /// Just these members.
            public init(
                queue: String, recipient: WireRecipient, comments: String? = nil, source: String? = nil,
                dryRun: Bool? = nil
            ) {
                self.queue = queue
                self.recipient = recipient
                self.comments = comments
                self.source = source
                self.dryRun = dryRun
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                queue = try reader.required("queue")
                recipient = try reader.required("recipient")
                comments = try reader.optional("comments")
                source = try reader.optional("source")
                dryRun = try reader.optional("dryRun")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("queue", queue)
                writer.member("recipient", recipient)
                writer.member("comments", ifPresent: comments)
                writer.member("source", ifPresent: source)
                writer.member("dryRun", ifPresent: dryRun)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// The new request.
            public var link: WireLink
            /// Its token; nil for a dry run.
            public var token: String?

            /// Just these members.
            public init(link: WireLink, token: String?) {
                self.link = link
                self.token = token
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                link = try reader.required("link")
                token = try reader.optional("token")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("link", link)
                writer.member("token", orNull: token)
                writer.endObject()
            }
        }
    }
}
