internal import Foundation
internal import GRDB
internal import JSONRPC
public import SessionRequestModel

/// What can be read, as of one commit. Lives only while the look or change that it was given to runs.
public struct Snapshot {
    let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// The request of a number, as it is now; nil when there is none.
    public func sessionRequest(_ id: Int64) throws -> SessionRequest? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT body, lease_expires_at FROM requests JOIN events ON seq = last_event WHERE id = ?
                """)
        return try Row.fetchOne(statement, arguments: [id]).map(Self.request)
    }

    /// The request as it was at a place of the log; nil when nothing of a request is there.
    public func sessionRequest(asOf sequence: Int64) throws -> SessionRequest? {
        let statement = try db.cachedStatement(sql: "SELECT body FROM events WHERE seq = ?")
        return try Data.fetchOne(statement, arguments: [sequence]).map { try EventBody.readRequest($0.document) }
    }

    /// The live request whose code has this keyed hash.
    public func requestID(codeHash: [UInt8]) throws -> Int64? {
        let statement = try db.cachedStatement(sql: "SELECT id FROM requests WHERE code_hash = ?")
        return try Int64.fetchOne(statement, arguments: [codeHash.data])
    }

    /// At most `limit` requests with a change due by the clock at `now`, the longest due first.
    public func requestsDue(at now: Timestamp, limit: Int) throws -> [SessionRequest] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT body, lease_expires_at FROM requests JOIN events ON seq = last_event
                WHERE deadline IS NOT NULL AND deadline <= ? ORDER BY deadline LIMIT ?
                """)
        return try Row.fetchAll(statement, arguments: [now.milliseconds, limit]).map(Self.request)
    }

    /// Numbers of the connected requests.
    public func connectedRequestIDs() throws -> [Int64] {
        try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT id FROM requests WHERE status = ? AND status < 4"),
            arguments: [Status.connected.code])
    }

    /// When the next change by the clock alone is due; nil when none is.
    public func nextDeadline() throws -> Timestamp? { try WriteTransaction.nextDeadline(db) }

    /// The answer kept for a user's key, if it was kept at or after `instant`.
    public func keptAnswer(uid: UInt32, key: String, since instant: Timestamp) throws -> KeptAnswer? {
        let statement = try db.cachedStatement(
            sql: "SELECT fingerprint, event FROM answers WHERE uid = ? AND key = ? AND at >= ?")
        return try Row.fetchOne(statement, arguments: [Int64(uid), key, instant.milliseconds]).map { row in
            KeptAnswer(fingerprint: [UInt8](row[0] as Data), event: row[1])
        }
    }

    /// Whose a client identifier is; nil: nobody's.
    public func owner(ofClient client: String) throws -> UInt32? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT uid FROM client_owners WHERE client = ?"), arguments: [client]
        ).map { UInt32($0) }
    }

    /// The queue of a slug; nil when there is none.
    public func queue(_ id: String) throws -> Queue? {
        let statement = try db.cachedStatement(sql: "SELECT body FROM queues WHERE id = ?")
        return try Data.fetchOne(statement, arguments: [id]).map { try Queue(members: $0.document.root) }
    }

    /// All queues, by slug.
    public func queues() throws -> [Queue] {
        let statement = try db.cachedStatement(sql: "SELECT body FROM queues ORDER BY id")
        return try Data.fetchAll(statement).map { try Queue(members: $0.document.root) }
    }

    /// Reads the row (body, lease_expires_at). The lease stands in the index, because renewing it is no event.
    static func request(_ row: Row) throws -> SessionRequest {
        var request = try EventBody.readRequest((row[0] as Data).document)
        if let lease = row[1] as Int64? { request.join?.leaseExpiresAt = Timestamp(milliseconds: lease) }
        return request
    }
}

extension Data {
    /// The JSON text of these bytes.
    var document: JSONDocument {
        get throws {
            try withUnsafeBytes { bytes throws(JSONSyntaxError) in try JSONDocument(bytes) }
        }
    }
}
