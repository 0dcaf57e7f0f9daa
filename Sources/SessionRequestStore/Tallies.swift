internal import GRDB
internal import SessionRequestModel

/// How many requests there are in each status for each assignee, and how many events in the log: kept with the log, so
/// that nobody has to count. A group changes each row once.
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
    }

    private var changes: [Key: Int64] = [:]

    mutating func add(_ count: Int64, _ key: Key) {
        changes[key, default: 0] += count
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

    func write(_ db: Database) throws {
        let statement = try PreparedStatement(
            """
            INSERT INTO tallies (status, assignee_type, assignee_id, count) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET count = count + excluded.count
            """, on: db)
        for (key, count) in changes where count != 0 {
            try statement.bind(1, key.status)
            try statement.bind(2, key.type)
            try statement.bind(3, key.id)
            try statement.bind(4, count)
            try statement.run()
        }
    }

    /// How many events the log holds.
    static func events(_ db: Database) throws -> Int64 {
        try PreparedStatement("SELECT count FROM tallies WHERE status = -1", on: db).first { $0.number(0) } ?? 0
    }
}

extension WriteTransaction {
    /// Brings the tallies up to the last event.
    func writeTallies() throws {
        guard talliedEvents < events.count else { return }
        var tallies = Tallies()
        for index in talliedEvents..<events.count { tallies.add(events[index].event) }
        try tallies.write(connection)
        talliedEvents = events.count
    }
}
