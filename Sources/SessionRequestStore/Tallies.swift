internal import GRDB
internal import JSONRPC
internal import SessionRequestModel

/// How many requests there are in each status for each assignee, and how many events in the log.
///
/// They follow the log, so that nobody has to count: rows count up to a place of it, and who reads them adds the few
/// events behind that place. A commit that wrote the rows each time would write one page more.
struct Tallies {
    /// What is counted together: a status and an assignee, or all events.
    struct Key: Hashable {
        var status: Int64
        var type: String
        var id: String

        init(_ request: SessionRequest) {
            status = request.status.code
            type = request.assignee?.type ?? ""
            id = request.assignee?.id ?? ""
        }

        init(status: Int64, type: String, id: String) {
            self.status = status
            self.type = type
            self.id = id
        }

        /// The events of the log.
        static let events = Key(status: -1, type: "", id: "")
        /// Not a count but the place of the log up to which the others count.
        static let place = Key(status: -2, type: "", id: "")
    }

    /// Events behind the place up to which the rows count, at most.
    static let lag: Int64 = 32

    private(set) var counts: [Key: Int64] = [:]

    mutating func add(_ count: Int64, _ key: Key) {
        counts[key, default: 0] += count
    }

    /// Counts what an event did.
    mutating func add(_ event: Event) {
        add(1, .events)
        guard case .sessionRequest(let after, let before) = event.subject else { return }
        if let before {
            if before.status == after.status, before.assignee == after.assignee { return }
            add(-1, Key(before))
        }
        add(1, Key(after))
    }

    /// Counts what the events of the log behind a place did, up to another.
    mutating func addLog(after place: Int64, upTo last: Int64 = .max, _ db: Database) throws {
        let statement = try PreparedStatement("SELECT body FROM events WHERE seq > ? AND seq <= ? ORDER BY seq", on: db)
        try statement.bind(1, place)
        try statement.bind(2, last)
        _ = try statement.rows { row in
            add(1, .events)
            guard let change = try EventBody.readTally(row.document(0)), change.before != change.after else { return }
            if let before = change.before { add(-1, before) }
            add(1, change.after)
        }
    }

    /// What there is now, as far as the connection sees.
    static func current(_ db: Database) throws -> Tallies {
        var tallies = Tallies()
        let rows = try PreparedStatement("SELECT status, assignee_type, assignee_id, count FROM tallies", on: db)
        _ = try rows.rows { row in
            tallies.add(row.number(3), Key(status: row.number(0), type: row.text(1), id: row.text(2)))
        }
        try tallies.addLog(after: tallies.counts[.place] ?? 0, db)
        return tallies
    }

    /// The place of the log up to which the rows count.
    static func place(_ db: Database) throws -> Int64 {
        try PreparedStatement("SELECT count FROM tallies WHERE status = -2", on: db).first { $0.number(0) } ?? 0
    }

    /// Adds these counts to the rows.
    func write(_ db: Database) throws {
        let statement = try PreparedStatement(
            """
            INSERT INTO tallies (status, assignee_type, assignee_id, count) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET count = count + excluded.count
            """, on: db)
        for (key, count) in counts where count != 0 {
            try statement.bind(1, key.status)
            try statement.bind(2, key.type)
            try statement.bind(3, key.id)
            try statement.bind(4, count)
            try statement.run()
        }
    }

    /// How many events the log holds, when the rows count all of it.
    static func events(_ db: Database) throws -> Int64 {
        try PreparedStatement("SELECT count FROM tallies WHERE status = -1", on: db).first { $0.number(0) } ?? 0
    }
}

extension Tallies.Key {
    /// Reads the members of a record, or of what differs from one.
    init(_ members: JSONNode, unlessGiven other: Tallies.Key?) throws {
        status = other?.status ?? 0
        type = other?.type ?? ""
        id = other?.id ?? ""
        if members["status"] != nil {
            let word: Status = try members.word("status")
            status = word.code
        }
        guard let assignee = members["assignee"] else { return }
        type = assignee.isNull ? "" : try assignee.text("type")
        id = assignee.isNull ? "" : try assignee.text("id")
    }
}

extension WriteTransaction {
    /// Whether the rows of the tallies are far enough behind the log to be written.
    var talliesAreDue: Bool { lastSequence - tallied >= Tallies.lag }

    /// Brings the rows of the tallies up to the last event.
    func writeTallies() throws {
        guard tallied < lastSequence else { return }
        var tallies = Tallies()
        if tallied < state.committedSequence {
            try tallies.addLog(after: tallied, upTo: state.committedSequence, connection)
        }
        for index in Int(max(tallied - state.committedSequence, 0))..<events.count { tallies.add(events[index].event) }
        tallies.add(lastSequence - tallied, .place)
        try tallies.write(connection)
        tallied = lastSequence
    }
}
