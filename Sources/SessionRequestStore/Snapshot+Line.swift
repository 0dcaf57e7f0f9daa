internal import GRDB
public import SessionRequestModel

extension Snapshot {
    /// The order in which requests of a queue are taken: the most urgent first; among equals those whose recipient is
    /// there before those who are not, and the oldest first.
    private static let lineOrder = "priority DESC, status = 0, id"

    /// The place of a request among those of its queue whose recipients wait, from 1; nil for one that is in no line.
    public func queuePosition(of request: SessionRequest) throws -> Int? {
        guard case .queue(let queue) = request.assignee, request.status == .waiting || request.status == .ready else {
            return nil
        }
        let statement = try db.cachedStatement(
            sql: """
                SELECT count(*) FROM requests
                WHERE assignee_type = 'queue' AND assignee_id = ? AND status IN (1, 2)
                    AND (priority > ? OR (priority = ? AND id < ?))
                """)
        let ahead = try Int.fetchOne(
            statement, arguments: [queue, request.priority.rank, request.priority.rank, request.id])
        return (ahead ?? 0) + 1
    }

    /// The request that is next in line in any of these queues: live, not connected, and not planned for later.
    public func nextInLine(of queues: [String], at now: Timestamp) throws -> SessionRequest? {
        guard !queues.isEmpty else { return nil }
        var conditions = Conditions()
        conditions.add("status IN (0, 1, 2)")
        conditions.add("NOT (status = 0 AND COALESCE(starts_at, 0) > ?)", now.milliseconds)
        conditions.add("assignee_type = 'queue'")
        conditions.add("assignee_id", isOneOf: queues)
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT body, lease_expires_at FROM requests JOIN events ON seq = last_event
                \(conditions.clause) ORDER BY \(Self.lineOrder) LIMIT 1
                """, arguments: StatementArguments(conditions.arguments))
        return try row.map(Self.request)
    }

    /// Counts and next dates of the desk, for a status bar.
    public func summary(at now: Timestamp) throws -> DeskSummary {
        var summary = DeskSummary()
        for row in try Row.fetchAll(
            db.cachedStatement(sql: "SELECT status, count(*) FROM requests GROUP BY status"))
        {
            if let status = Status(code: row[0]) { summary.byStatus[status] = row[1] }
        }
        let assignees = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT assignee_type, assignee_id, count(*) FROM requests
                    WHERE status < 4 AND assignee_id IS NOT NULL GROUP BY assignee_type, assignee_id
                    """))
        for row in assignees {
            switch row[0] as String {
            case "queue": summary.byQueue[row[1]] = row[2]
            case "agent": summary.byAgent[row[1]] = row[2]
            default: break
            }
        }
        summary.oldestWaiting = try moment("status_since", where: "status = 1", order: "status_since")
        summary.nextScheduled = try moment(
            "starts_at", where: "status < 4 AND starts_at > \(now.milliseconds)", order: "starts_at")
        summary.nextExpiry = try moment("expires_at", where: "status IN (0, 1, 2)", order: "expires_at")
        return summary
    }

    private func moment(_ column: String, where condition: String, order: String) throws -> DeskSummary.Moment? {
        let sql = "SELECT id, \(column) FROM requests WHERE \(condition) ORDER BY \(order), id LIMIT 1"
        return try Row.fetchOne(db, sql: sql).map { row in
            DeskSummary.Moment(id: row[0], at: Timestamp(milliseconds: row[1]))
        }
    }
}

/// The desk at a glance.
public struct DeskSummary: Sendable, Hashable {
    /// A request and an instant that matters for it.
    public struct Moment: Sendable, Hashable {
        /// The request's number.
        public var id: Int64
        /// The instant.
        public var at: Timestamp
    }

    /// How many requests there are in each status; a missing one is 0.
    public var byStatus: [Status: Int] = [:]
    /// How many live requests each queue has.
    public var byQueue: [String: Int] = [:]
    /// How many live requests each agent has.
    public var byAgent: [String: Int] = [:]
    /// The longest waiting request, since when.
    public var oldestWaiting: Moment?
    /// The next planned start.
    public var nextScheduled: Moment?
    /// The next expiry.
    public var nextExpiry: Moment?
}
