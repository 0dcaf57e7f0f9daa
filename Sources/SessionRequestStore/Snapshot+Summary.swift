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
            """
            SELECT id, status_since FROM requests INDEXED BY requests_waiting
            WHERE status = 1 ORDER BY status_since, id LIMIT 1
            """)
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
        try Tallies.current(db).counts.compactMap { key, count in
            key.status >= 0 && count > 0 ? (key, Int(count)) : nil
        }
    }

    private func moment(_ sql: String, after instant: Timestamp? = nil) throws -> DeskSummary.Moment? {
        let statement = try statement(sql)
        if let instant { try statement.bind(1, instant.milliseconds) }
        return try statement.first { row in
            DeskSummary.Moment(id: row.number(0), at: Timestamp(milliseconds: row.number(1)))
        }
    }

    /// Goes through the requests that can expire, in the order of their deadlines, which are expiries or come before
    /// them, as long as an earlier expiry may follow.
    private func nextExpiry() throws -> DeskSummary.Moment? {
        var next: DeskSummary.Moment?
        let statement = try statement(
            """
            SELECT id, expires_at, deadline FROM requests WHERE status = ? AND deadline IS NOT NULL
            ORDER BY deadline, id
            """)
        for status in Status.allCases where status.code < Status.connected.code {
            try statement.bind(1, status.code)
            _ = try statement.rows { row -> Void? in
                if let next, next.at.milliseconds < row.number(2) { return nil }
                let moment = DeskSummary.Moment(id: row.number(0), at: Timestamp(milliseconds: row.number(1)))
                if let earliest = next, (earliest.at, earliest.id) < (moment.at, moment.id) { return () }
                next = moment
                return ()
            }
        }
        return next
    }
}
