internal import GRDB
public import SessionRequestModel

extension Snapshot {
    /// The place of a request among those of its queue whose recipients wait, from 1; nil for one that is in no line.
    public func queuePosition(of request: SessionRequest) throws -> Int? {
        guard case .queue(let queue) = request.assignee, request.status == .waiting || request.status == .ready else {
            return nil
        }
        let statement = try statement(
            """
            SELECT count(*) FROM requests
            WHERE assignee_type = 'queue' AND assignee_id = ? AND status IN (1, 2)
                AND (priority > ? OR (priority = ? AND id < ?))
            """)
        try statement.bind(1, queue)
        try statement.bind(2, Int64(request.priority.rank))
        try statement.bind(3, Int64(request.priority.rank))
        try statement.bind(4, request.id)
        return Int(try statement.first { $0.number(0) } ?? 0) + 1
    }

    /// The request that is next in line in any of these queues: live, not connected, and not planned for later. The most
    /// urgent first; among equals those whose recipient is there before those who are not, and the oldest first.
    public func nextInLine(of queues: [String], at now: Timestamp) throws -> SessionRequest? {
        for priority in Priority.allCases.reversed() {
            for statuses in [[Status.waiting, .ready], [.open]] {
                var first: Int64?
                for queue in queues {
                    for status in statuses {
                        guard let id = try firstInLine(queue, status, priority, now) else { continue }
                        first = min(first ?? id, id)
                    }
                }
                if let first { return try sessionRequest(first) }
            }
        }
        return nil
    }

    /// The oldest of those that the index by assignee has side by side.
    private func firstInLine(_ queue: String, _ status: Status, _ priority: Priority, _ now: Timestamp) throws -> Int64?
    {
        let statement = try statement(
            """
            SELECT id FROM requests
            WHERE assignee_type = 'queue' AND assignee_id = ? AND status = ? AND priority = ?
                AND (status > 0 OR COALESCE(starts_at, 0) <= ?)
            ORDER BY id LIMIT 1
            """)
        try statement.bind(1, queue)
        try statement.bind(2, status.code)
        try statement.bind(3, Int64(priority.rank))
        try statement.bind(4, now.milliseconds)
        return try statement.first { $0.number(0) }
    }
}
