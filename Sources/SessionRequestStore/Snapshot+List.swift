internal import GRDB
internal import JSONRPC
public import SessionRequestModel

extension Snapshot {
    /// One page of requests, and where the next begins; nil at the end.
    ///
    /// - Parameter now: decides what lies in the future, for `upcoming` and `active`.
    public func sessionRequests(
        _ query: ListQuery, at now: Timestamp
    ) throws -> (requests: [SessionRequest], next: ListQuery.Position?) {
        if query.filter.isUnsatisfiable { return ([], nil) }
        var conditions = Conditions()
        conditions.add(query.filter)
        switch query.view {
        case .past: conditions.add("status >= 4")
        case .upcoming: conditions.add("status = 0 AND starts_at > ?", .number(now.milliseconds))
        case .active:
            conditions.add("status < 4 AND NOT (status = 0 AND COALESCE(starts_at, 0) > ?)", .number(now.milliseconds))
        case nil: break
        }
        var table = query.words == nil ? "requests \(try access(for: query))" : ""
        var id = "id"
        if let words = query.words {
            guard let match = SearchIndex.match(words: words, publicTextOnly: query.searchesPublicTextOnly) else {
                return ([], nil)
            }
            // The index of words comes first and gives what it finds in the order of numbers.
            table = "search CROSS JOIN requests ON id = search.rowid"
            id = "search.rowid"
            conditions.add("search MATCH ?", .text(match))
        }
        let key = query.sort.column ?? id
        let direction = query.descends ? "DESC" : "ASC"
        if let after = query.after {
            let comparison = query.descends ? "<" : ">"
            if query.sort.column == nil {
                conditions.add("\(id) \(comparison) ?", .number(after.id))
            } else {
                conditions.add("(\(key), \(id)) \(comparison) (?, ?)", .number(after.key), .number(after.id))
            }
        }
        let order = query.sort.column == nil ? "\(id) \(direction)" : "\(key) \(direction), \(id) \(direction)"
        let rows = try conditions.statement(
            "SELECT last_event, lease_expires_at, \(key), id FROM \(table) \(conditions.clause) ORDER BY \(order) LIMIT ?",
            .number(Int64(query.limit) + 1), on: db
        )
        .rows { row in
            ListedRow(
                event: row.number(0), lease: row.optionalNumber(1),
                position: ListQuery.Position(key: row.number(2), id: row.number(3)))
        }
        let page = rows.prefix(query.limit)
        return (try page.map(sessionRequest), rows.count > query.limit ? page.last?.position : nil)
    }

    /// How many requests a filter lets through.
    public func count(_ filter: RequestFilter) throws -> Int {
        var conditions = Conditions()
        conditions.add(filter)
        let statement = try conditions.statement("SELECT count(*) FROM requests \(conditions.clause)", on: db)
        return Int(try statement.first { $0.number(0) } ?? 0)
    }

    private struct ListedRow {
        var event: Int64
        var lease: Int64?
        var position: ListQuery.Position
    }

    private func sessionRequest(_ row: ListedRow) throws -> SessionRequest {
        let statement = try statement("SELECT body, ? FROM events WHERE seq = ?")
        try statement.bind(1, row.lease)
        try statement.bind(2, row.event)
        guard let request = try statement.first(Self.request) else { throw DamagedRecord(member: "event") }
        return request
    }
}

extension ListQuery.SortField {
    /// An expression that is never null, so that it can be compared with a position; nil for the order of creation, which
    /// is that of numbers, whatever the clock did meanwhile.
    fileprivate var column: String? {
        switch self {
        case .createdAt: nil
        case .updatedAt: "updated_at"
        case .expiresAt: "expires_at"
        case .statusSince: "status_since"
        case .priority: "priority"
        case .startsAt: "COALESCE(starts_at, 9000000000000000)"
        }
    }
}
