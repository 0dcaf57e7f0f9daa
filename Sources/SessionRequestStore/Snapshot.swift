internal import GRDB
internal import JSONRPC
public import SessionRequestModel

/// What can be read, as of one commit. Lives only while the look or change that it was given to runs.
public struct Snapshot {
    private let connection: Database
    let transaction: WriteTransaction?
    private let codes: LiveCodes

    init(_ db: Database, codes: LiveCodes) {
        connection = db
        transaction = nil
        self.codes = codes
    }

    init(_ transaction: WriteTransaction) {
        connection = transaction.connection
        self.transaction = transaction
        codes = transaction.state.codes
    }

    /// The connection, on which all that the change did so far can be read.
    var db: Database {
        get throws {
            if let transaction, !transaction.heldWrites.isEmpty { try transaction.writeHeld() }
            return connection
        }
    }

    /// A statement that reads what events change.
    func statement(_ sql: String) throws -> PreparedStatement {
        try PreparedStatement(sql, on: db)
    }

    /// A statement that reads what is never held back.
    private func settled(_ sql: String) throws -> PreparedStatement {
        try PreparedStatement(sql, on: connection)
    }

    /// The request of a number, as it is now; nil when there is none.
    public func sessionRequest(_ id: Int64) throws -> SessionRequest? {
        let statement = try statement(
            "SELECT body, lease_expires_at FROM requests JOIN events ON seq = last_event WHERE id = ?")
        try statement.bind(1, id)
        return try statement.first(Self.request)
    }

    /// The request as it was at a place of the log; nil when nothing of a request is there.
    public func sessionRequest(asOf sequence: Int64) throws -> SessionRequest? {
        let statement = try statement("SELECT body FROM events WHERE seq = ? AND request IS NOT NULL")
        try statement.bind(1, sequence)
        return try statement.first { try EventBody.readRequest($0.document(0)) }
    }

    /// The live request whose code has this keyed hash.
    public func requestID(codeHash: [UInt8]) throws -> Int64? {
        guard let id = try codes.candidate(codeHash, connection) else { return nil }
        return try hasCode(id, hash: codeHash) ? id : nil
    }

    /// Whether a request is live and its code has this hash.
    func hasCode(_ id: Int64, hash: [UInt8]) throws -> Bool {
        let statement = try statement("SELECT code_hash FROM requests WHERE id = ?")
        try statement.bind(1, id)
        return try statement.first { row in row.withBytes(0) { $0.elementsEqual(hash) } } ?? false
    }

    /// At most `limit` requests with a change due by the clock at `now`, the longest due first.
    public func requestsDue(at now: Timestamp, limit: Int) throws -> [SessionRequest] {
        let statement = try statement(
            """
            SELECT body, lease_expires_at, deadline FROM requests JOIN events ON seq = last_event
            WHERE status = ? AND deadline <= ? ORDER BY deadline LIMIT ?
            """)
        var due: [(deadline: Int64, request: SessionRequest)] = []
        for status in Status.allCases where status.isLive {
            try statement.bind(1, status.code)
            try statement.bind(2, now.milliseconds)
            try statement.bind(3, Int64(limit))
            due += try statement.rows { ($0.number(2), try Self.request($0)) }
        }
        return due.sorted { $0.deadline < $1.deadline }.prefix(limit).map(\.request)
    }

    /// Numbers of the connected requests.
    public func connectedRequestIDs() throws -> [Int64] {
        let statement = try statement("SELECT id FROM requests WHERE status = ?")
        try statement.bind(1, Status.connected.code)
        return try statement.rows { $0.number(0) }
    }

    /// Whether a recipient's client keeps a grant alive at `now`.
    public func hasRunningLease(at now: Timestamp) throws -> Bool {
        let statement = try statement(
            "SELECT 1 FROM requests WHERE status IN (?, ?) AND lease_expires_at > ? LIMIT 1")
        try statement.bind(1, Status.ready.code)
        try statement.bind(2, Status.connected.code)
        try statement.bind(3, now.milliseconds)
        return try statement.first { _ in true } ?? false
    }

    /// When the next change by the clock alone is due; nil when none is.
    public func nextDeadline() throws -> Timestamp? {
        try statement(
            """
            SELECT min(nearest) FROM (
                SELECT min(deadline) AS nearest FROM requests WHERE status = 0
                UNION ALL SELECT min(deadline) FROM requests WHERE status = 1
                UNION ALL SELECT min(deadline) FROM requests WHERE status = 2
                UNION ALL SELECT min(deadline) FROM requests WHERE status = 3)
            """
        )
        .first { $0.optionalNumber(0).map { Timestamp(milliseconds: $0) } }?.flatMap(\.self)
    }

    /// The answer kept for a user's key, if it was kept at or after `instant`.
    public func keptAnswer(uid: UInt32, key: String, since instant: Timestamp) throws -> KeptAnswer? {
        let statement = try statement(
            "SELECT fingerprint, event FROM answers WHERE uid = ? AND key = ? AND at >= ?")
        try statement.bind(1, Int64(uid))
        try statement.bind(2, key)
        try statement.bind(3, instant.milliseconds)
        return try statement.first { row in
            KeptAnswer(fingerprint: row.withBytes(0) { [UInt8]($0) }, event: row.number(1))
        }
    }

    /// Whose a client identifier is; nil: nobody's.
    public func owner(ofClient client: String) throws -> UInt32? {
        let statement = try settled("SELECT uid FROM client_owners WHERE client = ?")
        try statement.bind(1, client)
        return try statement.first { UInt32($0.number(0)) }
    }

    /// The clients that are signed in, by the number of their connection.
    public func signedInClients() throws -> [(connection: Int, client: SignedInClient)] {
        try settled("SELECT connection, body FROM signed_in ORDER BY connection").rows {
            (Int($0.number(0)), try SignedInClient(members: $0.document(1).root))
        }
    }

    /// The queue of a slug; nil when there is none.
    public func queue(_ id: String) throws -> Queue? {
        let statement = try settled("SELECT body FROM queues WHERE id = ?")
        try statement.bind(1, id)
        return try statement.first { try Queue(members: $0.document(0).root) }
    }

    /// All queues, by slug.
    public func queues() throws -> [Queue] {
        try settled("SELECT body FROM queues ORDER BY id").rows { try Queue(members: $0.document(0).root) }
    }

    /// The value of a setting of SQLite on the connection that is read from, such as `synchronous`.
    package func setting(_ name: String) throws -> String? {
        try PreparedStatement(once: "PRAGMA \(name)", on: connection).first { $0.text(0) }
    }

    /// Reads the row (body, lease_expires_at). The lease stands in the index, because renewing it is no event.
    static func request(_ row: PreparedStatement) throws -> SessionRequest {
        var request = try EventBody.readRequest(row.document(0))
        request.join?.leaseExpiresAt = row.optionalNumber(1).map { Timestamp(milliseconds: $0) }
        return request
    }
}

extension PreparedStatement {
    /// The JSON text in a column of the row at hand.
    func document(_ column: Int32) throws -> JSONDocument {
        try withBytes(column) { bytes throws(JSONSyntaxError) in try JSONDocument(bytes) }
    }
}
