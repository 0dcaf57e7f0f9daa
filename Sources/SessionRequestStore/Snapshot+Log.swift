internal import GRDB
internal import JSONRPC
internal import SessionRequestModel

extension Snapshot {
    /// The readable part of the log.
    public func logBounds() throws -> LogBounds {
        let db = try db
        let written = try statement("SELECT max(seq) FROM events").first { $0.number(0) } ?? 0
        return LogBounds(
            earliest: try Facts.number(Facts.earliest, db) ?? 0,
            latest: max(written, try Facts.number(Facts.lastSequence, db) ?? 0))
    }

    /// At most `limit` events after a place, in order, as long as their bodies stay within `bytes` together; at least one
    /// when there is one.
    public func events(after sequence: Int64, limit: Int, bytes: Int) throws -> [LoggedEvent] {
        let statement = try statement("SELECT seq, type, at, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?")
        try statement.bind(1, sequence)
        try statement.bind(2, Int64(limit))
        var size = 0
        return try statement.rows { row in
            let isFirst = size == 0
            size += row.withBytes(3, \.count)
            return size > bytes && !isFirst ? nil : try Self.event(row)
        }
    }

    /// At most `limit` events of a request after a place, in order.
    public func history(of id: Int64, after sequence: Int64, limit: Int) throws -> [LoggedEvent] {
        let statement = try statement(
            """
            WITH RECURSIVE chain (place) AS (
                SELECT last_event FROM requests WHERE id = ?1
                UNION ALL SELECT previous FROM chain JOIN events ON seq = place WHERE previous > ?2)
            SELECT seq, type, at, body FROM events WHERE seq IN chain AND seq > ?2 ORDER BY seq LIMIT ?3
            """)
        try statement.bind(1, id)
        try statement.bind(2, sequence)
        try statement.bind(3, Int64(limit))
        return try statement.rows(Self.event)
    }

    private static func event(_ row: PreparedStatement) throws -> LoggedEvent {
        LoggedEvent(
            sequence: row.number(0), event: try EventBody.read(row.document(3), type: row.text(1), at: row.number(2)))
    }
}
