internal import GRDB
internal import JSONRPC
public import SessionRequestModel

/// What a change may do: read what is there, including its own writes, and write events.
///
/// Lives only while the change runs, on the writer's queue.
public final class WriteTransaction {
    let db: Database
    private let ids: RequestIDs
    private(set) var events: [LoggedEvent] = []
    private var writer = JSONWriter(reservingCapacity: 1024)

    init(_ db: Database, ids: RequestIDs) {
        self.db = db
        self.ids = ids
    }

    /// Everything that can be read, as of this point of the transaction.
    public var snapshot: Snapshot { Snapshot(db) }

    /// A number that no request has or will have.
    public func newRequestID() -> Int64 { ids.next() }

    /// Writes events to the log, in order, and the requests they hold to the index, as of the last event of each.
    ///
    /// - Parameter codeHash: the keyed hash of a request's code, asked for when the request is live.
    /// - Returns: the place of the last event; nil when there is none.
    @discardableResult
    public func record(_ events: [Event], codeHash: (SessionRequest) -> [UInt8]) throws -> Int64? {
        for (position, event) in events.enumerated() {
            let sequence = try append(event)
            self.events.append(LoggedEvent(sequence: sequence, event: event))
            // All events of one call are of one request, so only the last one's snapshot is the request as it is now.
            guard position == events.count - 1 else { continue }
            switch event.subject {
            case .sessionRequest(let request, let before):
                let isNew = events.contains { $0.type == .created }
                try index(
                    request, tagsBefore: isNew ? [] : firstTags(of: events) ?? before?.tags ?? [], isNew: isNew,
                    at: sequence, codeHash: codeHash)
            case .queue(let queue, _): try keep(queue, isDeleted: event.type == .queueDeleted)
            case .client: break
            }
        }
        return events.isEmpty ? nil : self.events.last?.sequence
    }

    /// Renews the lease of a request's grant: the one change that is not an event.
    public func renewLease(of request: SessionRequest) throws {
        try db.cachedStatement(sql: "UPDATE requests SET lease_expires_at = ?, deadline = ? WHERE id = ?")
            .execute(arguments: [
                request.join?.leaseExpiresAt?.milliseconds, request.nextDeadline?.milliseconds, request.id,
            ])
    }

    /// Keeps where the answer to a keyed call stands.
    public func keepAnswer(_ answer: KeptAnswer, uid: UInt32, key: String, at now: Timestamp) throws {
        try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO answers (uid, key, fingerprint, event, at) VALUES (?, ?, ?, ?, ?)"
        )
        .execute(arguments: [Int64(uid), key, answer.fingerprint.data, answer.event, now.milliseconds])
    }

    /// Forgets the answers kept before `instant`.
    public func forgetAnswers(before instant: Timestamp) throws {
        try db.cachedStatement(sql: "DELETE FROM answers WHERE at < ?").execute(arguments: [instant.milliseconds])
    }

    /// Makes a client identifier a user's own; with nil nobody's.
    public func setOwner(_ uid: UInt32?, ofClient client: String, at now: Timestamp) throws {
        guard let uid else {
            return try db.cachedStatement(sql: "DELETE FROM client_owners WHERE client = ?").execute(arguments: [client]
            )
        }
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO client_owners (client, uid, since) VALUES (?, ?, ?)")
            .execute(arguments: [client, Int64(uid), now.milliseconds])
    }

    func forgetEvents(after count: Int) {
        events.removeSubrange(count...)
    }

    func nextDeadline() throws -> Timestamp? { try Self.nextDeadline(db) }

    static func nextDeadline(_ db: Database) throws -> Timestamp? {
        try Int64.fetchOne(
            db.cachedStatement(
                sql: "SELECT deadline FROM requests WHERE deadline IS NOT NULL ORDER BY deadline LIMIT 1")
        ).map { Timestamp(milliseconds: $0) }
    }

    private func append(_ event: Event) throws -> Int64 {
        writer.removeAll()
        EventBody.write(event, to: &writer)
        try db.cachedStatement(sql: "INSERT INTO events (type, at, request, body) VALUES (?, ?, ?, ?)")
            .execute(arguments: [
                event.type.rawValue, event.at.milliseconds, event.sessionRequest?.id, writer.bytes.data,
            ])
        return db.lastInsertedRowID
    }

    private func firstTags(of events: [Event]) -> [String]? {
        if case .sessionRequest(_, let before) = events.first?.subject { before?.tags } else { nil }
    }

    private func index(
        _ request: SessionRequest, tagsBefore: [String], isNew: Bool, at sequence: Int64,
        codeHash: (SessionRequest) -> [UInt8]
    ) throws {
        let hash = request.status.isLive ? codeHash(request).data : nil
        let common: [(any DatabaseValueConvertible)?] = [
            sequence, request.status.code, request.statusSince.milliseconds, request.priority.rank,
            request.assignee?.type, request.assignee?.id, request.updatedAt.milliseconds,
            request.expiresAt.milliseconds, request.schedule?.startsAt.milliseconds,
            request.join?.leaseExpiresAt?.milliseconds, request.nextDeadline?.milliseconds, hash,
        ]
        if isNew {
            try db.cachedStatement(sql: Self.insertion)
                .execute(arguments: StatementArguments(common + [request.createdAt.milliseconds, request.id]))
        } else {
            try db.cachedStatement(sql: Self.update).execute(arguments: StatementArguments(common + [request.id]))
        }
        guard tagsBefore != request.tags else { return }
        for tag in Set(tagsBefore).subtracting(request.tags) {
            try db.cachedStatement(sql: "DELETE FROM request_tags WHERE tag = ? AND request = ?")
                .execute(arguments: [tag, request.id])
        }
        for tag in Set(request.tags).subtracting(tagsBefore) {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO request_tags (tag, request) VALUES (?, ?)")
                .execute(arguments: [tag, request.id])
        }
    }

    private func keep(_ queue: Queue, isDeleted: Bool) throws {
        if isDeleted {
            return try db.cachedStatement(sql: "DELETE FROM queues WHERE id = ?").execute(arguments: [queue.id])
        }
        writer.removeAll()
        writer.value(RecordOf<Queue>(queue))
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO queues (id, body) VALUES (?, ?)")
            .execute(arguments: [queue.id, writer.bytes.data])
    }

    private static let insertion = """
        INSERT INTO requests (last_event, status, status_since, priority, assignee_type, assignee_id, updated_at,
            expires_at, starts_at, lease_expires_at, deadline, code_hash, created_at, id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    private static let update = """
        UPDATE requests SET last_event = ?, status = ?, status_since = ?, priority = ?, assignee_type = ?,
            assignee_id = ?, updated_at = ?, expires_at = ?, starts_at = ?, lease_expires_at = ?, deadline = ?,
            code_hash = ?
        WHERE id = ?
        """
}

/// Where the answer to a call with an idempotency key stands.
public struct KeptAnswer: Sendable, Hashable {
    /// A hash of what was asked, to tell a retry from another call under the same key.
    public var fingerprint: [UInt8]
    /// The place of the event that holds the request as it was answered.
    public var event: Int64

    /// An answer with just these properties.
    public init(fingerprint: [UInt8], event: Int64) {
        self.fingerprint = fingerprint
        self.event = event
    }
}
