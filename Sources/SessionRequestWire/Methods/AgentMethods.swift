public import JSONRPC

/// Methods `agent.*`.
public enum AgentMethods {}

extension AgentMethods {
    /// The agents that are known, and whether they are signed in.
    public enum List: RPCMethod {
        /// `agent.list`
        public static var name: String { "agent.list" }

        /// What it takes.
        public typealias Params = NoParams

        /// What it answers.
        public struct Result: WireObject {
            /// By account name.
            public var agents: [WireAgentPresence]

            /// Just these members.
            public init(agents: [WireAgentPresence]) {
                self.agents = agents
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                agents = try reader.required("agents")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("agents", agents)
                writer.endObject()
            }
        }
    }
}
