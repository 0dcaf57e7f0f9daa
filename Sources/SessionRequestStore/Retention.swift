internal import GRDB
public import SessionRequestModel

extension WriteTransaction {
    /// Removes whole requests that ended and were last heard of before `instant`, with their events, at most `limit` of
    /// them, the longest ended first; and more of the ended ones, as long as the log holds over `maxEvents`. The stream's
    /// earliest place moves to the last event removed, so nothing goes that was heard of within the last `maxEvents`: whoever
    /// is no further behind goes on.
    ///
    /// - Returns: whether there may be more to remove.
    public func dropEnded(before instant: Timestamp, maxEvents: Int, limit: Int) throws -> Bool {
        try writeHeld()
        try writeTallies()
        let latest = state.committedSequence + Int64(events.count)
        var excess = Excess(events: try Tallies.events(connection) - Int64(maxEvents), upTo: latest - Int64(maxEvents))
        var earliest = try Facts.number(Facts.earliest, connection) ?? 0
        var tallies = Tallies()
        var dropped = 0
        for ended in try longestEnded(before: instant, excess, limit: limit) {
            guard ended.isOld || excess.events > 0 else { continue }
            let removed = try drop(ended.id)
            tallies.add(-1, ended.key)
            tallies.add(-Int64(removed.events), .events)
            earliest = max(earliest, removed.last)
            excess.events -= Int64(removed.events)
            dropped += 1
        }
        let others = try dropOthers(before: instant, upTo: earliest, excess: excess, limit: limit)
        guard dropped > 0 || others.events > 0 else { return false }
        tallies.add(-Int64(others.events), .events)
        try tallies.write(connection)
        try Facts.set(Facts.earliest, max(earliest, others.last), connection)
        try Facts.set(Facts.lastSequence, latest, connection)
        try Facts.set(Facts.lastRequest, state.lastRequestID, connection)
        return dropped == limit || others.events >= limit
    }

    /// Removes events that are of no request: those that the stream reaches back to no longer, and the oldest, as far as
    /// they are too old or too many.
    private func dropOthers(before instant: Timestamp, upTo earliest: Int64, excess: Excess, limit: Int) throws
        -> (events: Int, last: Int64)
    {
        var excess = excess
        let oldest = try statement("SELECT seq, at FROM events WHERE request IS NULL ORDER BY seq LIMIT ?")
        try oldest.bind(1, Int64(limit))
        let places = try oldest.rows { row -> Int64? in
            let place = row.number(0)
            guard place <= earliest || row.number(1) < instant.milliseconds || excess.takes(place) else { return nil }
            excess.events -= 1
            return place
        }
        guard let last = places.last else { return (0, 0) }
        try dropDeliveries(ofEventsUpTo: last)
        try run("DELETE FROM events WHERE request IS NULL AND seq <= ?", last)
        return (places.count, last)
    }

    /// How many events the log holds too many, and up to which place they may go.
    private struct Excess {
        var events: Int64
        let upTo: Int64

        func takes(_ place: Int64) -> Bool { events > 0 && place <= upTo }
    }

    private struct Ended {
        var id: Int64
        /// Whether it goes by its age, however few events there are.
        var isOld: Bool
        var key: Tallies.Key
    }

    private func longestEnded(before instant: Timestamp, _ excess: Excess, limit: Int) throws -> [Ended] {
        // The last event is not before the end, so the index on the end finds all that may be old.
        let statement = try statement(
            """
            SELECT id, at < ?1, status, assignee_type, assignee_id FROM requests JOIN events ON seq = last_event
            WHERE status >= 4 AND (status_since < ?1 AND at < ?1 OR last_event <= ?2) ORDER BY status_since, id LIMIT ?3
            """)
        try statement.bind(1, instant.milliseconds)
        try statement.bind(2, excess.events > 0 ? excess.upTo : -1)
        try statement.bind(3, Int64(limit))
        return try statement.rows { row in
            Ended(
                id: row.number(0), isOld: row.number(1) != 0,
                key: Tallies.Key(status: row.number(2), type: row.text(3), id: row.text(4)))
        }
    }

    private func drop(_ id: Int64) throws -> (events: Int, last: Int64) {
        let last = try statement("SELECT last_event FROM requests WHERE id = ?")
        try last.bind(1, id)
        let sequence = try last.first { $0.number(0) } ?? 0
        try run(
            """
            WITH RECURSIVE chain (place) AS (
                SELECT last_event FROM requests WHERE id = ?
                UNION ALL SELECT previous FROM chain JOIN events ON seq = place WHERE previous IS NOT NULL)
            DELETE FROM events WHERE seq IN chain
            """, id)
        let events = connection.changesCount
        try run("DELETE FROM request_tags WHERE request = ?", id)
        try removeFromSearch(id)
        try dropDeliveries(ofRequest: id)
        try run("DELETE FROM requests WHERE id = ?", id)
        return (events, sequence)
    }
}
