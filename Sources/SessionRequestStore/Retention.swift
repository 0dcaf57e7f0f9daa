internal import GRDB
public import SessionRequestModel

extension WriteTransaction {
    /// Removes whole requests that ended before `instant`, with their events, at most `limit` of them, the longest ended
    /// first; and more of the ended ones, as long as the log holds over `maxEvents`. The stream's earliest place moves to
    /// the last event removed.
    ///
    /// - Returns: whether there may be more to remove.
    public func dropEnded(before instant: Timestamp, maxEvents: Int, limit: Int) throws -> Bool {
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM events") ?? 0
        let isOverfull = count > maxEvents
        let ids = try Int64.fetchAll(
            db,
            sql: """
                SELECT id FROM requests WHERE status >= 4 \(isOverfull ? "" : "AND status_since < ?")
                ORDER BY status_since LIMIT ?
                """, arguments: isOverfull ? [limit] : [instant.milliseconds, limit])
        var earliest = try Facts.number("earliest", db) ?? 0
        let before = earliest
        var excess = count - maxEvents
        for id in ids {
            let ended = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT status_since FROM requests WHERE id = ?"), arguments: [id])
            guard excess > 0 || (ended ?? .max) < instant.milliseconds else { break }
            let last = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT max(seq) FROM events WHERE request = ?"), arguments: [id])
            earliest = max(earliest, last ?? 0)
            try db.cachedStatement(sql: "DELETE FROM events WHERE request = ?").execute(arguments: [id])
            excess -= db.changesCount
            try db.cachedStatement(sql: "DELETE FROM request_tags WHERE request = ?").execute(arguments: [id])
            try db.cachedStatement(sql: "DELETE FROM search WHERE rowid = ?").execute(arguments: [id])
            try db.cachedStatement(sql: "DELETE FROM requests WHERE id = ?").execute(arguments: [id])
        }
        guard earliest > before else { return false }
        try db.execute(sql: "DELETE FROM events WHERE request IS NULL AND seq <= ?", arguments: [earliest])
        try Facts.set("earliest", earliest, db)
        return ids.count == limit
    }
}
