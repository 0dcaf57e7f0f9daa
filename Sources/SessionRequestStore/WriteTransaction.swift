internal import GRDB
internal import JSONRPC
public import SessionRequestModel

/// What a change may do: read what is there, including its own writes, and write events.
///
/// Lives only while the change runs, on the writer's thread. One serves all changes of a group, one after the other.
public final class WriteTransaction {
    let connection: Database
    let state: WriterState
    let statements: WriteStatements
    /// What the group has logged so far.
    var events: [LoggedEvent] = []
    /// Codes that a request was given, and those that one lost.
    var claimedCodes: [(hash: [UInt8], request: Int64)] = []
    var releasedCodes: [(hash: [UInt8], request: Int64)] = []
    /// The place of the log up to which the tallies count.
    var tallied: Int64
    /// What is known of the deadlines after what the group has written.
    var nearestDeadline: NearestDeadline
    /// Whether the group has changed what is in the outbox, or when somebody is to be reminded.
    var outboxChanged = false
    /// What the group has given up.
    var deadLetters: [OutboxEntry] = []
    /// What the command at hand has yet to write, and the bodies of the events among it.
    var heldWrites: [HeldWrite] = []
    var heldBodies = JSONWriter(reservingCapacity: 1024)
    /// Whether the command at hand has written something that can still be undone.
    var hasSavepoint = false

    init(_ db: Database, _ statements: WriteStatements, state: WriterState) {
        connection = db
        self.state = state
        tallied = state.tallied
        nearestDeadline = state.nearestDeadline
        self.statements = statements
    }

    /// Everything that can be read, as of this point of the transaction.
    public var snapshot: Snapshot { Snapshot(self) }

    /// A number that no request has or had.
    public func newRequestID() -> Int64 { state.newRequestID() }

    /// Writes events to the log, in order, and what they happened to to the index, as it is after the last of them.
    ///
    /// - Parameter events: all of one request, of one queue, or of clients.
    /// - Parameter codeHash: the keyed hash of a request's code; asked for when the code begins or ends to be valid.
    /// - Returns: the place of the last event; nil when there is none.
    /// - Throws: `CodeTaken` when another live request has the code of this one.
    @discardableResult
    public func record(_ events: [Event], codeHash: (SessionRequest) -> [UInt8]) throws -> Int64? {
        guard let first = events.indices.first, let last = events.indices.last else { return nil }
        for index in events.indices {
            log(events[index], after: predecessor(of: events[index], isFirst: index == first))
        }
        let sequence = lastSequence
        switch events[last].subject {
        case .sessionRequest(let request, var before):
            if first != last, case .sessionRequest(_, let earlier) = events[first].subject { before = earlier }
            try index(request, before: before, at: sequence, codeHash: codeHash)
        case .queue(let queue, _): try keep(queue, isDeleted: events[last].type == .queueDeleted)
        case .client: break
        }
        return sequence
    }

    /// Renews the lease of a request's grant: the one change that is not an event.
    public func renewLease(of request: SessionRequest) throws {
        heldWrites.append(
            .lease(
                expiresAt: request.join?.leaseExpiresAt?.milliseconds, deadline: request.nextDeadline?.milliseconds,
                request: request.id))
    }

    /// Keeps where the answer to a keyed call stands.
    public func keepAnswer(_ answer: KeptAnswer, uid: UInt32, key: String, at now: Timestamp) throws {
        heldWrites.append(.answer(answer, uid: uid, key: key, at: now.milliseconds))
    }

    /// Forgets the answers kept before `instant`.
    public func forgetAnswers(before instant: Timestamp) throws {
        let statement = try statement("DELETE FROM answers WHERE at < ?")
        try statement.bind(1, instant.milliseconds)
        try statement.run()
    }

    /// Keeps which client is signed in on a connection; nil: none any more.
    public func setSignedIn(_ client: SignedInClient?, onConnection connection: Int) throws {
        guard let client else { return try run("DELETE FROM signed_in WHERE connection = ?", Int64(connection)) }
        var body = JSONWriter()
        body.value(RecordOf<SignedInClient>(client))
        let statement = try statement("INSERT OR REPLACE INTO signed_in (connection, body) VALUES (?, ?)")
        try statement.bind(1, Int64(connection))
        try statement.bind(2, body.bytes)
        try statement.run()
    }

    /// Makes a client identifier a user's own; with nil nobody's.
    public func setOwner(_ uid: UInt32?, ofClient client: String, at now: Timestamp) throws {
        guard let uid else {
            let statement = try statement("DELETE FROM client_owners WHERE client = ?")
            try statement.bind(1, client)
            return try statement.run()
        }
        let statement = try statement("INSERT OR REPLACE INTO client_owners (client, uid, since) VALUES (?, ?, ?)")
        try statement.bind(1, client)
        try statement.bind(2, Int64(uid))
        try statement.bind(3, now.milliseconds)
        try statement.run()
    }

    /// The last place of the log, with what the group has logged.
    var lastSequence: Int64 { state.committedSequence + Int64(events.count) }

    private func predecessor(of event: Event, isFirst: Bool) -> HeldWrite.Predecessor {
        switch event.subject {
        case .sessionRequest(_, .none) where isFirst: .none
        case .sessionRequest: isFirst ? .lastOfRequest : .event(lastSequence)
        case .queue, .client: .none
        }
    }

    private func log(_ event: Event, after previous: HeldWrite.Predecessor) {
        let sequence = lastSequence + 1
        let start = heldBodies.bytes.count
        let request = EventBody.write(event, to: &heldBodies)
        heldWrites.append(
            .event(
                sequence: sequence, type: event.type, at: event.at.milliseconds, request: request, previous: previous,
                body: start..<heldBodies.bytes.count))
        heldBodies.newline()
        events.append(LoggedEvent(sequence: sequence, event: event))
    }

    private func index(
        _ request: SessionRequest, before: SessionRequest?, at sequence: Int64, codeHash: (SessionRequest) -> [UInt8]
    ) throws {
        let row = RequestRow(request, lastEvent: sequence)
        let code = try codeChange(from: before, to: request, codeHash: codeHash)
        guard let before else {
            heldWrites.append(.newRequest(row, codeHash: code.flatMap(\.self)))
            if let reminder = request.nextReminder { remind(at: reminder, request.id) }
            for tag in request.tags { heldWrites.append(.tag(tag, request: request.id, isAdded: true)) }
            return
        }
        heldWrites.append(.request(row, changed: RequestRow.changes(from: before, to: request)))
        if before.nextReminder != request.nextReminder { remind(at: request.nextReminder, request.id) }
        if let code { heldWrites.append(.code(hash: code, request: request.id)) }
        guard before.tags != request.tags else { return }
        for tag in Set(before.tags).subtracting(request.tags) {
            heldWrites.append(.tag(tag, request: request.id, isAdded: false))
        }
        for tag in Set(request.tags).subtracting(before.tags) {
            heldWrites.append(.tag(tag, request: request.id, isAdded: true))
        }
    }

    private func remind(at instant: Timestamp?, _ request: Int64) {
        outboxChanged = true
        heldWrites.append(.reminder(at: instant?.milliseconds, request: request))
    }

    private func keep(_ queue: Queue, isDeleted: Bool) throws {
        if isDeleted {
            let statement = try statement("DELETE FROM queues WHERE id = ?")
            try statement.bind(1, queue.id)
            return try statement.run()
        }
        var body = JSONWriter()
        body.value(RecordOf<Queue>(queue))
        let statement = try statement("INSERT OR REPLACE INTO queues (id, body) VALUES (?, ?)")
        try statement.bind(1, queue.id)
        try statement.bind(2, body.bytes)
        try statement.run()
    }
}
