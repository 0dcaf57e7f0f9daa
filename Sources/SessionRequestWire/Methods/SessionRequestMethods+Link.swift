public import JSONRPC

extension SessionRequestMethods {
    /// Sends the link again.
    public enum ResendInvitation: RPCMethod {
        /// `sessionRequest.resendInvitation`
        public static var name: String { "sessionRequest.resendInvitation" }

        /// What it takes.
        public struct Params: WireParams {
            /// The request's number.
            public var id: Int64
            /// By mail.
            public var email: Bool?
            /// By text message.
            public var sms: Bool?
            /// Refuses with `revision_conflict` unless the request has this revision.
            public var ifRevision: Int64?

            /// Just these members.
            public init(id: Int64, email: Bool? = nil, sms: Bool? = nil, ifRevision: Int64? = nil) {
                self.id = id
                self.email = email
                self.sms = sms
                self.ifRevision = ifRevision
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.integer("id", in: WireLimits.numbers)
                email = try reader.optional("email")
                sms = try reader.optional("sms")
                ifRevision = try reader.integer("ifRevision", in: WireLimits.revisions)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.member("email", ifPresent: email)
                writer.member("sms", ifPresent: sms)
                writer.member("ifRevision", ifPresent: ifRevision)
                writer.endObject()
            }
        }

        /// What it answers.
        public typealias Result = SessionRequestResult
    }

    /// Makes a new link and kills the old one.
    public enum RotateLink: RPCMethod {
        /// `sessionRequest.rotateLink`
        public static var name: String { "sessionRequest.rotateLink" }

        /// What it takes.
        public typealias Params = RequestChangeParams

        /// What it answers.
        public typealias Result = SessionRequestResult
    }
}
