public import JSONRPC

/// Which requests are meant. Every member that is there must match; within a list, one entry is enough.
public struct WireFilter: WireObject, Equatable {
    /// Their statuses.
    public var statuses: [String]?
    /// Whose they are; null: nobody's.
    public var assignee: Patch<WireAssignee>
    /// The queues they are assigned to.
    public var queues: [String]?
    /// True: only those assigned to the caller.
    public var mine: Bool?
    /// Tags they have.
    public var tags: [String]?
    /// Their numbers.
    public var ids: [Int64]?

    /// Just these members.
    public init(
        statuses: [String]? = nil, assignee: Patch<WireAssignee> = .absent, queues: [String]? = nil, mine: Bool? = nil,
        tags: [String]? = nil, ids: [Int64]? = nil
    ) {
        self.statuses = statuses
        self.assignee = assignee
        self.queues = queues
        self.mine = mine
        self.tags = tags
        self.ids = ids
    }

    /// Asks the reader for each member.
    public init(reading reader: inout WireReader) throws(JSONMismatch) {
        statuses = try reader.list("statuses", atMost: WireLimits.filterEntries)
        assignee = try reader.patch("assignee")
        queues = try reader.list("queues", atMost: WireLimits.filterEntries)
        mine = try reader.optional("mine")
        tags = try reader.list("tags", atMost: WireLimits.filterEntries)
        ids = try reader.list("ids", atMost: WireLimits.filterEntries)
    }

    /// Writes the members in the schema's order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        encodeMembers(to: &writer)
        writer.endObject()
    }

    func encodeMembers(to writer: inout JSONWriter) {
        writer.member("statuses", ifPresent: statuses)
        writer.member("assignee", patch: assignee)
        writer.member("queues", ifPresent: queues)
        writer.member("mine", ifPresent: mine)
        writer.member("tags", ifPresent: tags)
        writer.member("ids", ifPresent: ids)
    }
}
