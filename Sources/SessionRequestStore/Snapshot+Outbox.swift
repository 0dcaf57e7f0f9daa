internal import GRDB
public import SessionRequestModel

extension Snapshot {
    /// The entry of a number; nil when it is done with.
    public func delivery(_ id: Int64) throws -> OutboxEntry? {
        let statement = try statement("SELECT \(OutboxEntry.columns) FROM outbox WHERE id = ?")
        try statement.bind(1, id)
        return try statement.first(OutboxEntry.init)
    }

    /// The message to a request's recipient that waits, or is being sent.
    public func delivery(to request: Int64, by kind: DeliveryKind) throws -> OutboxEntry? {
        let statement = try statement(
            "SELECT \(OutboxEntry.columns) FROM outbox WHERE request = ? AND kind = ? AND endpoint IS NULL")
        try statement.bind(1, request)
        try statement.bind(2, kind.rawValue)
        return try statement.first(OutboxEntry.init)
    }

    /// What a connection has taken, or last had, in order.
    public func deliveries(heldBy holder: Int) throws -> [OutboxEntry] {
        let statement = try statement("SELECT \(OutboxEntry.columns) FROM outbox WHERE holder = ? ORDER BY id")
        try statement.bind(1, Int64(holder))
        return try statement.rows(OutboxEntry.init)
    }

    /// What anybody has taken, in order.
    public func heldDeliveries() throws -> [OutboxEntry] {
        try statement("SELECT \(OutboxEntry.columns) FROM outbox WHERE holder IS NOT NULL ORDER BY id")
            .rows(OutboxEntry.init)
    }

    /// What has been due for longest of these kinds, and of webhooks to these endpoints, of each of which only the first
    /// one that is not done with counts.
    public func nextDelivery(
        kinds: Set<DeliveryKind>, endpoints: [String], at now: Timestamp
    ) throws -> OutboxEntry? {
        var longest: OutboxEntry?
        func take(_ entry: OutboxEntry?) {
            guard let entry, entry.due <= now else { return }
            if let other = longest, (other.due, other.id) <= (entry.due, entry.id) { return }
            longest = entry
        }
        for kind in DeliveryKind.toRecipient where kinds.contains(kind) { take(try firstDue(kind)) }
        guard kinds.contains(.webhook) else { return longest }
        for endpoint in endpoints { take(try first(of: endpoint)) }
        return longest
    }

    private func firstDue(_ kind: DeliveryKind) throws -> OutboxEntry? {
        let statement = try statement(
            "SELECT \(OutboxEntry.columns) FROM outbox WHERE endpoint IS NULL AND kind = ? ORDER BY due, id LIMIT 1")
        try statement.bind(1, kind.rawValue)
        return try statement.first(OutboxEntry.init)
    }

    private func first(of endpoint: String) throws -> OutboxEntry? {
        let statement = try statement(
            "SELECT \(OutboxEntry.columns) FROM outbox WHERE endpoint = ? ORDER BY id LIMIT 1")
        try statement.bind(1, endpoint)
        return try statement.first(OutboxEntry.init)
    }

    /// How the outbox stands.
    public func outboxState() throws -> OutboxState {
        var state = OutboxState()
        state.nextReminder =
            try statement("SELECT min(reminds_at) FROM requests WHERE reminds_at IS NOT NULL")
            .first { $0.optionalNumber(0).map { Timestamp(milliseconds: $0) } }?.flatMap(\.self)
        // Mostly it is empty; each statement more would be felt at a start.
        guard try statement("SELECT 1 FROM outbox LIMIT 1").first({ _ in true }) ?? false else { return state }
        for kind in DeliveryKind.toRecipient {
            guard let first = try firstDue(kind) else { continue }
            let held = try statement(
                "SELECT 1 FROM outbox WHERE holder IS NOT NULL AND endpoint IS NULL AND kind = ? LIMIT 1")
            try held.bind(1, kind.rawValue)
            state.lines.append(
                OutboxState.Line(kind: kind, due: first.due, isHeld: try held.first { _ in true } ?? false))
        }
        var endpoint = ""
        while let next = try endpointAfter(endpoint) {
            endpoint = next
            guard let first = try first(of: endpoint) else { continue }
            state.lines.append(
                OutboxState.Line(
                    kind: .webhook, endpoint: endpoint, due: first.due, isHeld: first.holder != nil))
        }
        return state
    }

    private func endpointAfter(_ endpoint: String) throws -> String? {
        let statement = try statement(
            "SELECT endpoint FROM outbox WHERE endpoint > ? AND endpoint IS NOT NULL ORDER BY endpoint LIMIT 1")
        try statement.bind(1, endpoint)
        return try statement.first { $0.text(0) }
    }

    /// How many deliveries there are.
    public func outboxCounts() throws -> OutboxCounts {
        var counts = OutboxCounts()
        _ = try statement("SELECT kind, holder IS NOT NULL, count(*) FROM outbox GROUP BY 1, 2").rows { row in
            guard let kind = DeliveryKind(rawValue: row.text(0)) else { return }
            if row.number(1) == 0 {
                counts.waiting[kind] = Int(row.number(2))
            } else {
                counts.held[kind] = Int(row.number(2))
            }
        }
        _ = try statement("SELECT kind, count(*) FROM dead_letters GROUP BY 1").rows { row in
            if let kind = DeliveryKind(rawValue: row.text(0)) { counts.failed[kind] = Int(row.number(1)) }
        }
        return counts
    }

    /// The event at a place of the log; nil when it is not kept.
    public func event(at sequence: Int64) throws -> LoggedEvent? {
        try events(after: sequence - 1, limit: 1, bytes: .max).first { $0.sequence == sequence }
    }
}
