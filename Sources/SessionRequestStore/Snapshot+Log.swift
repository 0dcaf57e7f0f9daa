internal import Foundation
internal import GRDB
internal import JSONRPC
internal import SessionRequestModel

extension Snapshot {
    /// The readable part of the log.
    public func logBounds() throws -> LogBounds {
        let latest = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = 'events'"))
        return LogBounds(earliest: try Facts.number("earliest", db) ?? 0, latest: latest ?? 0)
    }

    /// At most `limit` events after a place, in order, as long as their bodies stay within `bytes` together; at least one
    /// when there is one.
    public func events(after sequence: Int64, limit: Int, bytes: Int) throws -> [LoggedEvent] {
        let statement = try db.cachedStatement(
            sql: "SELECT seq, type, at, body FROM events WHERE seq > ? ORDER BY seq LIMIT ?")
        var events: [LoggedEvent] = []
        var size = 0
        let rows = try Row.fetchCursor(statement, arguments: [sequence, limit])
        while let row = try rows.next() {
            let body = row[3] as Data
            size += body.count
            if size > bytes, !events.isEmpty { break }
            events.append(try Self.event(sequence: row[0], type: row[1], at: row[2], body: body))
        }
        return events
    }

    /// At most `limit` events of a request after a place, in order.
    public func history(of id: Int64, after sequence: Int64, limit: Int) throws -> [LoggedEvent] {
        let statement = try db.cachedStatement(
            sql: "SELECT seq, type, at, body FROM events WHERE request = ? AND seq > ? ORDER BY seq LIMIT ?")
        return try Row.fetchAll(statement, arguments: [id, sequence, limit]).map { row in
            try Self.event(sequence: row[0], type: row[1], at: row[2], body: row[3])
        }
    }

    private static func event(sequence: Int64, type: String, at: Int64, body: Data) throws -> LoggedEvent {
        LoggedEvent(sequence: sequence, event: try EventBody.read(body.document, type: type, at: at))
    }
}
