public import JSONRPC

/// Methods `client.*`.
public enum ClientMethods {}

extension ClientMethods {
    /// Binds a remote-desktop client to this connection.
    public enum SignIn: RPCMethod {
        /// `client.signIn`
        public static var name: String { "client.signIn" }

        /// What it takes.
        public struct Params: WireParams {
            /// The program.
            public var name: String
            /// Numbers joined by dots.
            public var version: String
            /// The client's own identifier.
            public var clientId: String?
            /// What it can do.
            public var features: [String]?

            /// Just these members.
            public init(name: String, version: String, clientId: String? = nil, features: [String]? = nil) {
                self.name = name
                self.version = version
                self.clientId = clientId
                self.features = features
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                name = try reader.required("name")
                version = try reader.required("version")
                clientId = try reader.optional("clientId")
                features = try reader.optional("features")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("name", name)
                writer.member("version", version)
                writer.member("clientId", ifPresent: clientId)
                writer.member("features", ifPresent: features)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// As it was accepted.
            public var client: WireClient

            /// Just these members.
            public init(client: WireClient) {
                self.client = client
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                client = try reader.required("client")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("client", client)
                writer.endObject()
            }
        }
    }

    /// Undoes `client.signIn`.
    public enum SignOut: RPCMethod {
        /// `client.signOut`
        public static var name: String { "client.signOut" }

        /// What it takes.
        public struct Params: WireParams {
            /// Only this one, whosever it is; nil: that of this connection.
            public var clientId: String?
            /// True: the `clientId` belongs to nobody any more; for admins.
            public var release: Bool?

            /// Just these members.
            public init(clientId: String? = nil, release: Bool? = nil) {
                self.clientId = clientId
                self.release = release
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                clientId = try reader.optional("clientId")
                release = try reader.optional("release")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("clientId", ifPresent: clientId)
                writer.member("release", ifPresent: release)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// Whether there was one.
            public var signedOut: Bool

            /// Just these members.
            public init(signedOut: Bool) {
                self.signedOut = signedOut
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                signedOut = try reader.required("signedOut")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("signedOut", signedOut)
                writer.endObject()
            }
        }
    }

    /// All clients that are signed in.
    public enum List: RPCMethod {
        /// `client.list`
        public static var name: String { "client.list" }

        /// What it takes.
        public typealias Params = NoParams

        /// What it answers.
        public struct Result: WireObject {
            /// In the order in which they signed in.
            public var clients: [WireClient]

            /// Just these members.
            public init(clients: [WireClient]) {
                self.clients = clients
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                clients = try reader.required("clients")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("clients", clients)
                writer.endObject()
            }
        }
    }
}
