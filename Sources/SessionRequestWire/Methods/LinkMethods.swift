public import JSONRPC

/// Methods `link.*`: the recipient's side, on the gateway socket only.
public enum LinkMethods {}

extension LinkMethods {
    /// What a link leads to.
    public enum Resolve: RPCMethod {
        /// `link.resolve`
        public static var name: String { "link.resolve" }

        /// What it takes.
        public struct Params: WireParams {
            /// From the link.
            public var token: String?
            /// Instead of the token: the nine digits.
            public var code: String?
            /// The visitor's address.
            public var source: String?
            /// True: nobody pressed anything, perhaps a mail scanner looked; it leaves an event.
            public var prefetch: Bool?

            /// Just these members.
            public init(token: String? = nil, code: String? = nil, source: String? = nil, prefetch: Bool? = nil) {
                self.token = token
                self.code = code
                self.source = source
                self.prefetch = prefetch
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                (token, code) = try reader.tokenOrCode()
                source = try reader.optional("source")
                prefetch = try reader.optional("prefetch")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("token", ifPresent: token)
                writer.member("code", ifPresent: code)
                writer.member("source", ifPresent: source)
                writer.member("prefetch", ifPresent: prefetch)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// What may be known.
            public var link: WireLink
            /// When asked by code.
            public var token: String?

            /// Just these members.
            public init(link: WireLink, token: String? = nil) {
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
                writer.member("token", ifPresent: token)
                writer.endObject()
            }
        }
    }

    /// The recipient is there.
    public enum Open: RPCMethod {
        /// `link.open`
        public static var name: String { "link.open" }

        /// What it takes.
        public typealias Params = LinkParams

        /// What it answers.
        public typealias Result = LinkResult
    }

    /// The recipient refuses access.
    public enum Deny: RPCMethod {
        /// `link.deny`
        public static var name: String { "link.deny" }

        /// What it takes.
        public typealias Params = LinkParams

        /// What it answers.
        public typealias Result = LinkResult
    }

    /// The recipient takes the access back.
    public enum Revoke: RPCMethod {
        /// `link.revoke`
        public static var name: String { "link.revoke" }

        /// What it takes.
        public typealias Params = LinkParams

        /// What it answers.
        public typealias Result = LinkResult
    }

    /// The recipient calls it off.
    public enum Cancel: RPCMethod {
        /// `link.cancel`
        public static var name: String { "link.cancel" }

        /// What it takes.
        public typealias Params = LinkParams

        /// What it answers.
        public typealias Result = LinkResult
    }

    /// Sends `link.changed` until the connection ends.
    public enum Watch: RPCMethod {
        /// `link.watch`
        public static var name: String { "link.watch" }

        /// What it takes.
        public typealias Params = LinkParams

        /// What it answers.
        public struct Result: WireObject {
            /// Names the watch on this connection.
            public var subscription: String
            /// As it is now.
            public var link: WireLink

            /// Just these members.
            public init(subscription: String, link: WireLink) {
                self.subscription = subscription
                self.link = link
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                subscription = try reader.required("subscription")
                link = try reader.required("link")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("subscription", subscription)
                writer.member("link", link)
                writer.endObject()
            }
        }
    }
}
