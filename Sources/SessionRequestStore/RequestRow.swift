internal import SessionRequestModel

/// What the index keeps of a request.
struct RequestRow {
    /// Columns that change together. A statement names only those that did: SQLite writes every index that has a named
    /// column, changed or not.
    struct Parts: OptionSet {
        var rawValue: UInt8

        static let status = Parts(rawValue: 1)
        static let assignment = Parts(rawValue: 2)
        static let dates = Parts(rawValue: 4)
        static let deadline = Parts(rawValue: 8)
    }

    var id: Int64
    var lastEvent: Int64
    var updatedAt: Int64
    var status: Int64
    var statusSince: Int64
    var priority: Int64
    var assigneeType: String?
    var assigneeID: String?
    var expiresAt: Int64
    var startsAt: Int64?
    var leaseExpiresAt: Int64?
    var deadline: Int64?

    init(_ request: SessionRequest, lastEvent: Int64) {
        id = request.id
        self.lastEvent = lastEvent
        updatedAt = request.updatedAt.milliseconds
        status = request.status.code
        statusSince = request.statusSince.milliseconds
        priority = Int64(request.priority.rank)
        assigneeType = request.assignee?.type
        assigneeID = request.assignee?.id
        expiresAt = request.expiresAt.milliseconds
        startsAt = request.schedule?.startsAt.milliseconds
        leaseExpiresAt = request.join?.leaseExpiresAt?.milliseconds
        deadline = request.nextDeadline?.milliseconds
    }

    /// What changed between two states of one request.
    static func changes(from before: SessionRequest, to after: SessionRequest) -> Parts {
        var parts: Parts = []
        if before.status != after.status || before.statusSince != after.statusSince { parts.insert(.status) }
        if before.assignee != after.assignee || before.priority != after.priority { parts.insert(.assignment) }
        if before.expiresAt != after.expiresAt || before.schedule != after.schedule { parts.insert(.dates) }
        // A renewed lease stands in the row alone, so what the events say of it is not what the row says.
        if before.nextDeadline != after.nextDeadline || before.join != nil || after.join != nil {
            parts.insert(.deadline)
        }
        return parts
    }
}
