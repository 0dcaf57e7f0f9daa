public import JSONRPC

/// Methods `rpc.*`.
public enum RPCMethods {}

extension RPCMethods {
    /// Liveness.
    public enum Ping: RPCMethod {
        /// `rpc.ping`
        public static var name: String { "rpc.ping" }

        /// What it takes.
        public typealias Params = NoParams

        /// What it answers.
        public struct Result: WireObject {
            /// True.
            public var pong: Bool

            /// Just these members.
            public init(pong: Bool = true) {
                self.pong = pong
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                pong = try reader.required("pong")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("pong", pong)
                writer.endObject()
            }
        }
    }

    /// An exchange of versions, features and identity; optional.
    public enum Hello: RPCMethod {
        /// `rpc.hello`
        public static var name: String { "rpc.hello" }

        /// What it takes.
        public struct Params: WireParams {
            /// What the program calls itself.
            public var client: String?
            /// Its version.
            public var version: String?
            /// What it can do.
            public var features: [String]?

            /// Just these members.
            public init(client: String? = nil, version: String? = nil, features: [String]? = nil) {
                self.client = client
                self.version = version
                self.features = features
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                client = try reader.optional("client")
                version = try reader.optional("version")
                features = try reader.optional("features")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("client", ifPresent: client)
                writer.member("version", ifPresent: version)
                writer.member("features", ifPresent: features)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: WireObject {
            /// The program.
            public var server: String
            /// Its version.
            public var version: String
            /// What it speaks.
            public var api: WireAPIVersion
            /// What it can do beyond the version.
            public var features: [String]
            /// Made with the database.
            public var epoch: String
            /// Names to bounds.
            public var limits: [String: Int64]
            /// The caller.
            public var peer: WirePeer

            /// Just these members.
            public init(
                server: String, version: String, api: WireAPIVersion, features: [String], epoch: String,
                limits: [String: Int64], peer: WirePeer
            ) {
                self.server = server
                self.version = version
                self.api = api
                self.features = features
                self.epoch = epoch
                self.limits = limits
                self.peer = peer
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                server = try reader.required("server")
                version = try reader.required("version")
                api = try reader.required("api")
                features = try reader.required("features")
                epoch = try reader.required("epoch")
                limits = try reader.required("limits")
                peer = try reader.required("peer")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("server", server)
                writer.member("version", version)
                writer.member("api", api)
                writer.member("features", features)
                writer.member("epoch", epoch)
                writer.member("limits", limits)
                writer.member("peer", peer)
                writer.endObject()
            }
        }
    }

    /// Ends a blocking call of this connection.
    public enum Cancel: RPCMethod {
        /// `rpc.cancel`
        public static var name: String { "rpc.cancel" }

        /// What it takes.
        public struct Params: WireParams {
            /// The id of that call.
            public var id: RequestID

            /// Just these members.
            public init(id: RequestID) {
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
            /// Whether it was still running.
            public var canceled: Bool

            /// Just these members.
            public init(canceled: Bool) {
                self.canceled = canceled
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                canceled = try reader.required("canceled")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("canceled", canceled)
                writer.endObject()
            }
        }
    }
}
