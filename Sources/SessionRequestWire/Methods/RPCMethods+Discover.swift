public import JSONRPC

extension RPCMethods {
    /// The contract.
    public enum Discover: RPCMethod {
        /// `rpc.discover`
        public static var name: String { "rpc.discover" }

        /// What it takes.
        public typealias Params = NoParams

        /// The OpenRPC document itself.
        public struct Result: JSONDecodable, JSONEncodable, Sendable {
            /// One JSON object, without line feeds.
            public var document: [UInt8]

            /// A document that is JSON already, without line feeds.
            public init(document: [UInt8]) {
                self.document = document
            }

            /// Takes the object as it is.
            public init(from node: JSONNode) throws(JSONMismatch) {
                guard node.kind == .object else { throw JSONMismatch(node, expected: "an object") }
                document = [UInt8](node.rawBytes)
            }

            /// Writes the document as it is.
            public func encode(to writer: inout JSONWriter) { writer.raw(document) }
        }
    }
}
