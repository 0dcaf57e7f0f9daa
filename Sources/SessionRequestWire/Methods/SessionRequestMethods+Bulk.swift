public import JSONRPC

extension SessionRequestMethods {
    /// Several operations in one transaction: all or nothing.
    public enum Bulk: RPCMethod {
        /// `sessionRequest.bulk`
        public static var name: String { "sessionRequest.bulk" }

        /// Params that cannot be read; where one operation is at fault it is told as the operation that failed.
        public static func refusal(of params: WireError) -> WireError {
            guard let parts = params.data.path?.split(separator: "/", maxSplits: 2), parts.count > 1,
                parts[0] == "operations", let index = Int64(parts[1])
            else { return params }
            var refusal = params
            refusal.data.cause = params.data.reason
            refusal.data.index = index
            return refusal
        }

        /// What it takes.
        public struct Params: WireParams {
            /// In the order in which they are done; 1 to `WireLimits.operations`.
            public var operations: [WireOperation]

            /// Just these operations.
            public init(operations: [WireOperation]) {
                self.operations = operations
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                operations = try reader.list("operations", holding: 1...WireLimits.operations)
            }

            /// Writes the operations in order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("operations", operations)
                writer.endObject()
            }
        }

        /// What it answers.
        public struct Result: JSONDecodable, JSONEncodable, Sendable {
            /// The operations' results in order, each one JSON value.
            public var results: [[UInt8]]

            /// Just these results.
            public init(results: [[UInt8]]) {
                self.results = results
            }

            /// Reads the results.
            public init(from node: JSONNode) throws(JSONMismatch) {
                var reader = try JSONObjectReader(node)
                let nodes: [JSONNode] = try reader.required("results")
                results = nodes.map { [UInt8]($0.rawBytes) }
            }

            /// Writes the results as they are.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.name("results")
                writer.beginArray()
                for result in results { writer.raw(result) }
                writer.endArray()
                writer.endObject()
            }
        }
    }
}
