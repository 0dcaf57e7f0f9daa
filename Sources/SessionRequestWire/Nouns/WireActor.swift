public import JSONRPC

/// Who did something.
public struct WireActor: WireObject, Equatable {
    /// `user`, `recipient`, `clock` or `service`.
    public var kind: String
    /// The kernel's user number; only for `user`.
    public var uid: Int64?
    /// The account's name; only for `user`.
    public var user: String?
    /// The process that asked; only for `user`.
    public var pid: Int64?
    /// What the process called itself.
    public var program: String?

    /// Just these members.
    public init(kind: String, uid: Int64? = nil, user: String? = nil, pid: Int64? = nil, program: String? = nil) {
        self.kind = kind
        self.uid = uid
        self.user = user
        self.pid = pid
        self.program = program
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        kind = try reader.required("kind")
        uid = try reader.optional("uid")
        user = try reader.optional("user")
        pid = try reader.optional("pid")
        program = try reader.optional("program")
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("kind", kind)
        writer.member("uid", ifPresent: uid)
        writer.member("user", ifPresent: user)
        writer.member("pid", ifPresent: pid)
        writer.member("program", ifPresent: program)
        writer.endObject()
    }
}
