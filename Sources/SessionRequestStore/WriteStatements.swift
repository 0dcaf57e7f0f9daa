internal import GRDB
internal import SessionRequestModel

/// The statements of the writer; those of every group, and of a create, are made once.
struct WriteStatements {
    let begin: PreparedStatement
    let commit: PreparedStatement
    private let db: Database
    private let event: PreparedStatement
    private let newRequest: PreparedStatement

    init(_ db: Database) throws {
        self.db = db
        begin = try PreparedStatement("BEGIN IMMEDIATE", on: db)
        commit = try PreparedStatement("COMMIT", on: db)
        event = try PreparedStatement(
            "INSERT INTO events (seq, type, at, request, body, previous) VALUES (?, ?, ?, ?, ?, ?)", on: db)
        newRequest = try PreparedStatement(
            """
            INSERT INTO requests (last_event, updated_at, status, status_since, priority, assignee_type, assignee_id,
                expires_at, starts_at, lease_expires_at, deadline, id, code_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, on: db)
    }

    /// - Parameter bodies: what the ranges of events lie in.
    func run(_ write: HeldWrite, bodies: UnsafeRawBufferPointer) throws {
        switch write {
        case .event(let sequence, let type, let at, let request, let previous, let body):
            try event.bind(1, sequence)
            try event.bind(2, type.rawValue)
            try event.bind(3, at)
            try event.bind(4, request)
            try event.bind(6, try place(of: previous, request))
            try event.run(withBytes: UnsafeRawBufferPointer(rebasing: bodies[body]), at: 5)
        case .newRequest(let row, let codeHash): try insert(row, codeHash: codeHash)
        case .request(let row, let changed): try update(row, changed)
        case .code(let hash, let request):
            let statement = try PreparedStatement("UPDATE requests SET code_hash = ? WHERE id = ?", on: db)
            try statement.bind(1, hash)
            try statement.bind(2, request)
            try statement.run()
        case .tag(let tag, let request, let isAdded):
            let statement = try PreparedStatement(
                isAdded
                    ? "INSERT OR IGNORE INTO request_tags (tag, request) VALUES (?, ?)"
                    : "DELETE FROM request_tags WHERE tag = ? AND request = ?", on: db)
            try statement.bind(1, tag)
            try statement.bind(2, request)
            try statement.run()
        case .lease(let expiresAt, let deadline, let request):
            let statement = try PreparedStatement(
                "UPDATE requests SET lease_expires_at = ?, deadline = ? WHERE id = ?", on: db)
            try statement.bind(1, expiresAt)
            try statement.bind(2, deadline)
            try statement.bind(3, request)
            try statement.run()
        case .reminder(let instant, let request):
            let statement = try PreparedStatement("UPDATE requests SET reminds_at = ? WHERE id = ?", on: db)
            try statement.bind(1, instant)
            try statement.bind(2, request)
            try statement.run()
        case .delivery(let entry): try insert(entry)
        case .answer(let answer, let uid, let key, let at):
            let statement = try PreparedStatement(
                "INSERT OR REPLACE INTO answers (uid, key, fingerprint, event, at) VALUES (?, ?, ?, ?, ?)", on: db)
            try statement.bind(1, Int64(uid))
            try statement.bind(2, key)
            try statement.bind(3, answer.fingerprint)
            try statement.bind(4, answer.event)
            try statement.bind(5, at)
            try statement.run()
        }
    }

    private func place(of previous: HeldWrite.Predecessor, _ request: Int64?) throws -> Int64? {
        switch previous {
        case .none: return nil
        case .event(let sequence): return sequence
        case .lastOfRequest:
            let statement = try PreparedStatement("SELECT last_event FROM requests WHERE id = ?", on: db)
            try statement.bind(1, request)
            return try statement.first { $0.optionalNumber(0) }?.flatMap(\.self)
        }
    }

    private func insert(_ entry: OutboxEntry) throws {
        let statement = try PreparedStatement(
            """
            INSERT INTO outbox (kind, purpose, endpoint, request, event, created_at, due, attempts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, on: db)
        try statement.bind(1, entry.kind.rawValue)
        try statement.bind(2, entry.purpose.rawValue)
        try statement.bind(3, entry.endpoint)
        try statement.bind(4, entry.request)
        try statement.bind(5, entry.event)
        try statement.bind(6, entry.createdAt.milliseconds)
        try statement.bind(7, entry.due.milliseconds)
        try statement.bind(8, Int64(entry.attempts))
        try statement.run()
    }

    private func insert(_ row: RequestRow, codeHash: [UInt8]?) throws {
        var binding = Binding(newRequest)
        try binding.bind(row, [.status, .assignment, .dates, .deadline])
        try binding.next(row.id)
        try binding.next(codeHash)
        try newRequest.run()
    }

    private func update(_ row: RequestRow, _ parts: RequestRow.Parts) throws {
        var columns = "last_event = ?, updated_at = ?"
        if parts.contains(.status) { columns += ", status = ?, status_since = ?" }
        if parts.contains(.assignment) { columns += ", priority = ?, assignee_type = ?, assignee_id = ?" }
        if parts.contains(.dates) { columns += ", expires_at = ?, starts_at = ?" }
        if parts.contains(.deadline) { columns += ", lease_expires_at = ?, deadline = ?" }
        let statement = try PreparedStatement("UPDATE requests SET \(columns) WHERE id = ?", on: db)
        var binding = Binding(statement)
        try binding.bind(row, parts)
        try binding.next(row.id)
        try statement.run()
    }
}

/// Binds the columns of a row one after the other.
private struct Binding {
    private let statement: PreparedStatement
    private var position: Int32 = 0

    init(_ statement: PreparedStatement) {
        self.statement = statement
    }

    mutating func bind(_ row: RequestRow, _ parts: RequestRow.Parts) throws {
        try next(row.lastEvent)
        try next(row.updatedAt)
        if parts.contains(.status) {
            try next(row.status)
            try next(row.statusSince)
        }
        if parts.contains(.assignment) {
            try next(row.priority)
            try next(row.assigneeType)
            try next(row.assigneeID)
        }
        if parts.contains(.dates) {
            try next(row.expiresAt)
            try next(row.startsAt)
        }
        if parts.contains(.deadline) {
            try next(row.leaseExpiresAt)
            try next(row.deadline)
        }
    }

    mutating func next(_ value: Int64?) throws {
        position += 1
        try statement.bind(position, value)
    }

    mutating func next(_ text: String?) throws {
        position += 1
        try statement.bind(position, text)
    }

    mutating func next(_ bytes: [UInt8]?) throws {
        position += 1
        try statement.bind(position, bytes)
    }
}
