internal import GRDB
public import SessionRequestModel

extension WriteTransaction {
    /// Puts something into the outbox; its number is given when it is written.
    public func addDelivery(_ entry: OutboxEntry) {
        outboxChanged = true
        heldWrites.append(.delivery(entry))
    }

    /// Keeps how an entry stands now.
    public func updateDelivery(_ entry: OutboxEntry) throws {
        outboxChanged = true
        let statement = try statement(
            "UPDATE outbox SET due = ?, attempts = ?, holder = ?, sequel = ?, error = ? WHERE id = ?")
        try statement.bind(1, entry.due.milliseconds)
        try statement.bind(2, Int64(entry.attempts))
        try statement.bind(3, entry.holder.map { Int64($0) })
        try statement.bind(4, entry.sequelText)
        try statement.bind(5, entry.error)
        try statement.bind(6, entry.id)
        try statement.run()
    }

    /// An entry is done with.
    public func removeDelivery(_ id: Int64) throws {
        outboxChanged = true
        try run("DELETE FROM outbox WHERE id = ?", id)
    }

    /// An entry is given up: it leaves the outbox and is kept as a dead letter until its request or its event goes.
    public func buryDelivery(_ entry: OutboxEntry, at now: Timestamp) throws {
        try removeDelivery(entry.id)
        deadLetters.append(entry)
        let statement = try statement(
            """
            INSERT INTO dead_letters (id, kind, purpose, endpoint, request, event, attempts, error, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        try statement.bind(1, entry.id)
        try statement.bind(2, entry.kind.rawValue)
        try statement.bind(3, entry.purpose.rawValue)
        try statement.bind(4, entry.endpoint)
        try statement.bind(5, entry.request)
        try statement.bind(6, entry.event)
        try statement.bind(7, Int64(entry.attempts))
        try statement.bind(8, entry.error)
        try statement.bind(9, now.milliseconds)
        try statement.run()
    }

    /// Forgets the dead letters to a request's recipient: there is a new one.
    public func forgetDeadLetters(to request: Int64, by kind: DeliveryKind) throws {
        let statement = try statement("DELETE FROM dead_letters WHERE request = ? AND kind = ?")
        try statement.bind(1, request)
        try statement.bind(2, kind.rawValue)
        try statement.run()
    }

    /// Removes what was to be said of a request that is not kept any longer.
    func dropDeliveries(ofRequest id: Int64) throws {
        try run("DELETE FROM outbox WHERE request = ?", id)
        if connection.changesCount > 0 { outboxChanged = true }
        try run("DELETE FROM dead_letters WHERE request = ?", id)
    }

    /// Removes what was to be said of events of no request that are not kept any longer.
    func dropDeliveries(ofEventsUpTo sequence: Int64) throws {
        try run("DELETE FROM outbox WHERE request IS NULL AND event <= ?", sequence)
        if connection.changesCount > 0 { outboxChanged = true }
        try run("DELETE FROM dead_letters WHERE request IS NULL AND event <= ?", sequence)
    }

    func run(_ sql: String, _ number: Int64) throws {
        let statement = try statement(sql)
        try statement.bind(1, number)
        try statement.run()
    }
}
