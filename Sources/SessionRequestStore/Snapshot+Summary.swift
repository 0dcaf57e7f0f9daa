internal import GRDB
public import SessionRequestModel

extension Snapshot {
    /// Counts and next dates of the desk, for a status bar.
    public func summary(at now: Timestamp) throws -> DeskSummary {
        var summary = DeskSummary()
        for (key, count) in try tallies() {
            guard let status = Status(code: key.status) else { continue }
            summary.byStatus[status, default: 0] += count
            guard status.isLive else { continue }
            switch key.type {
            case "queue": summary.byQueue[key.id, default: 0] += count
            case "agent": summary.byAgent[key.id, default: 0] += count
            default: break
            }
        }
        summary.oldestWaiting = try moment(
            "SELECT id, status_since FROM requests WHERE status = 1 ORDER BY status_since, id LIMIT 1")
        summary.nextScheduled = try moment(
            """
            SELECT id, starts_at FROM requests
            WHERE starts_at IS NOT NULL AND starts_at > ? AND status < 4 ORDER BY starts_at, id LIMIT 1
            """, after: now)
        summary.nextExpiry = try nextExpiry()
        return summary
    }

    /// How many requests there are in each status for each assignee; what is not there is not listed.
    func tallies() throws -> [(key: Tallies.Key, count: Int)] {
        if let transaction {
            try transaction.writeHeld()
            try transaction.writeTallies()
        }
        return try statement(
            "SELECT status, assignee_type, assignee_id, count FROM tallies WHERE status >= 0 AND count > 0"
        )
        .rows { row in
            (Tallies.Key(status: row.number(0), type: row.text(1), id: row.text(2)), Int(row.number(3)))
        }
    }

    private func moment(_ sql: String, after instant: Timestamp? = nil) throws -> DeskSummary.Moment? {
        let statement = try statement(sql)
        if let instant { try statement.bind(1, instant.milliseconds) }
        return try statement.first { row in
            DeskSummary.Moment(id: row.number(0), at: Timestamp(milliseconds: row.number(1)))
        }
    }

    /// Goes through the requests in the order of their deadlines, which are expiries or come before them, as long as an
    /// earlier expiry may follow.
    private func nextExpiry() throws -> DeskSummary.Moment? {
        var next: DeskSummary.Moment?
        let statement = try statement(
            """
            SELECT id, expires_at, deadline, status FROM requests WHERE deadline IS NOT NULL ORDER BY deadline, id
            """)
        _ = try statement.rows { row -> Void? in
            if let next, next.at.milliseconds <= row.number(2) { return nil }
            let expiry = Timestamp(milliseconds: row.number(1))
            if row.number(3) < Status.connected.code, expiry < next?.at ?? Timestamp(milliseconds: .max) {
                next = DeskSummary.Moment(id: row.number(0), at: expiry)
            }
            return ()
        }
        return next
    }
}
