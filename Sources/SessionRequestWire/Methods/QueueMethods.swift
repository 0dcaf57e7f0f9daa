public import JSONRPC

/// Methods `queue.*`.
public enum QueueMethods {}

extension QueueMethods {
    /// Makes a queue.
    public enum Create: RPCMethod {
        /// `queue.create`
        public static var name: String { "queue.create" }

        /// What it takes.
        public struct Params: WireParams {
            /// A slug, `[a-z0-9-]{1,64}`.
            public var id: String
            /// How people call it; the slug if nil.
            public var name: String?
            /// What it is for.
            public var description: String?
            /// Who takes its requests.
            public var members: WireQueueMembers?
            /// Seconds that its requests live unless they say otherwise.
            public var defaultExpirySeconds: Int64?
            /// The language of a recipient who names none.
            public var defaultLanguage: String?
            /// Whether people without a link may ask for help at its page.
            public var publicPage: Bool?
            /// `manual`, `roundRobin` or `leastBusy`.
            public var strategy: String?
            /// The queue that takes over when nobody is signed in.
            public var fallback: String?

            /// Just these members.
            public init(
                id: String, name: String? = nil, description: String? = nil, members: WireQueueMembers? = nil,
                defaultExpirySeconds: Int64? = nil, defaultLanguage: String? = nil, publicPage: Bool? = nil,
                strategy: String? = nil, fallback: String? = nil
            ) {
                self.id = id
                self.name = name
                self.description = description
                self.members = members
                self.defaultExpirySeconds = defaultExpirySeconds
                self.defaultLanguage = defaultLanguage
                self.publicPage = publicPage
                self.strategy = strategy
                self.fallback = fallback
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.required("id")
                name = try reader.optional("name")
                description = try reader.optional("description")
                members = try reader.optional("members")
                defaultExpirySeconds = try reader.optional("defaultExpirySeconds")
                defaultLanguage = try reader.optional("defaultLanguage")
                publicPage = try reader.optional("publicPage")
                strategy = try reader.optional("strategy")
                fallback = try reader.optional("fallback")
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.member("name", ifPresent: name)
                writer.member("description", ifPresent: description)
                writer.member("members", ifPresent: members)
                writer.member("defaultExpirySeconds", ifPresent: defaultExpirySeconds)
                writer.member("defaultLanguage", ifPresent: defaultLanguage)
                writer.member("publicPage", ifPresent: publicPage)
                writer.member("strategy", ifPresent: strategy)
                writer.member("fallback", ifPresent: fallback)
                writer.endObject()
            }
        }

        /// What it answers.
        public typealias Result = QueueResult
    }

    /// Changes a queue.
    public enum Update: RPCMethod {
        /// `queue.update`
        public static var name: String { "queue.update" }

        /// What it takes.
        public struct Params: WireParams {
            /// Its slug.
            public var id: String
            /// How people call it.
            public var name: String?
            /// What it is for.
            public var description: String?
            /// Replaces the members.
            public var members: WireQueueMembers?
            /// Seconds that its requests live unless they say otherwise. Null: none.
            public var defaultExpirySeconds: Patch<Int64>
            /// The language of a recipient who names none. Null: none.
            public var defaultLanguage: Patch<String>
            /// Whether people without a link may ask for help at its page.
            public var publicPage: Bool?
            /// `manual`, `roundRobin` or `leastBusy`.
            public var strategy: String?
            /// The queue that takes over when nobody is signed in. Null: none.
            public var fallback: Patch<String>
            /// Refuses with `revision_conflict` unless the queue has this revision.
            public var ifRevision: Int64?

            /// Just these members.
            public init(
                id: String, name: String? = nil, description: String? = nil, members: WireQueueMembers? = nil,
                defaultExpirySeconds: Patch<Int64> = .absent, defaultLanguage: Patch<String> = .absent,
                publicPage: Bool? = nil, strategy: String? = nil, fallback: Patch<String> = .absent,
                ifRevision: Int64? = nil
            ) {
                self.id = id
                self.name = name
                self.description = description
                self.members = members
                self.defaultExpirySeconds = defaultExpirySeconds
                self.defaultLanguage = defaultLanguage
                self.publicPage = publicPage
                self.strategy = strategy
                self.fallback = fallback
                self.ifRevision = ifRevision
            }

            /// Asks the reader for each member.
            public init(reading reader: inout WireReader) throws(JSONMismatch) {
                id = try reader.required("id")
                name = try reader.optional("name")
                description = try reader.optional("description")
                members = try reader.optional("members")
                defaultExpirySeconds = try reader.patch("defaultExpirySeconds")
                defaultLanguage = try reader.patch("defaultLanguage")
                publicPage = try reader.optional("publicPage")
                strategy = try reader.optional("strategy")
                fallback = try reader.patch("fallback")
                ifRevision = try reader.integer("ifRevision", in: WireLimits.revisions)
            }

            /// Writes the members in the schema's order.
            public func encode(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", id)
                writer.member("name", ifPresent: name)
                writer.member("description", ifPresent: description)
                writer.member("members", ifPresent: members)
                writer.member("defaultExpirySeconds", patch: defaultExpirySeconds)
                writer.member("defaultLanguage", patch: defaultLanguage)
                writer.member("publicPage", ifPresent: publicPage)
                writer.member("strategy", ifPresent: strategy)
                writer.member("fallback", patch: fallback)
                writer.member("ifRevision", ifPresent: ifRevision)
                writer.endObject()
            }
        }

        /// What it answers.
        public typealias Result = QueueResult
    }
}
