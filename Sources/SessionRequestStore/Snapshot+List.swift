internal import GRDB
public import SessionRequestModel

extension Snapshot {
    /// One page of requests, and where the next begins; nil at the end.
    ///
    /// - Parameter now: decides what lies in the future, for `upcoming` and `active`.
    public func sessionRequests(
        _ query: ListQuery, at now: Timestamp
    ) throws -> (requests: [SessionRequest], next: ListQuery.Position?) {
        var conditions = Conditions()
        conditions.add(query.filter)
        switch query.view {
        case .past: conditions.add("status >= 4")
        case .upcoming: conditions.add("status = 0 AND starts_at > ?", now.milliseconds)
        case .active: conditions.add("status < 4 AND NOT (status = 0 AND COALESCE(starts_at, 0) > ?)", now.milliseconds)
        case nil: break
        }
        if let words = query.words {
            guard let match = SearchIndex.match(words: words, publicTextOnly: query.searchesPublicTextOnly) else {
                return ([], nil)
            }
            conditions.add("id IN (SELECT rowid FROM search WHERE search MATCH ?)", match)
        }
        let key = query.sort.column
        let direction = query.descends ? "DESC" : "ASC"
        if let after = query.after {
            conditions.add("(\(key), id) \(query.descends ? "<" : ">") (?, ?)", after.key, after.id)
        }
        let sql = """
            SELECT body, lease_expires_at, \(key), id FROM requests JOIN events ON seq = last_event
            \(conditions.clause) ORDER BY \(key) \(direction), id \(direction) LIMIT ?
            """
        let rows = try Row.fetchAll(
            db, sql: sql, arguments: StatementArguments(conditions.arguments + [query.limit + 1]))
        let page = rows.prefix(query.limit)
        let next =
            rows.count > query.limit
            ? page.last.map { ListQuery.Position(key: $0[2], id: $0[3]) } : nil
        return (try page.map(Self.request), next)
    }

    /// How many requests a filter lets through.
    public func count(_ filter: RequestFilter) throws -> Int {
        var conditions = Conditions()
        conditions.add(filter)
        return try Int.fetchOne(
            db, sql: "SELECT count(*) FROM requests \(conditions.clause)",
            arguments: StatementArguments(conditions.arguments)) ?? 0
    }
}

extension ListQuery.SortField {
    /// An expression that is never null, so that it can be compared with a position. Numbers of requests rise with their
    /// creation, whatever the clock did meanwhile.
    fileprivate var column: String {
        switch self {
        case .createdAt: "id"
        case .updatedAt: "updated_at"
        case .expiresAt: "expires_at"
        case .statusSince: "status_since"
        case .priority: "priority"
        case .startsAt: "COALESCE(starts_at, 9000000000000000)"
        }
    }
}

/// Conditions of a WHERE clause, joined by AND, with their arguments.
struct Conditions {
    private var parts: [String] = []
    private(set) var arguments: [(any DatabaseValueConvertible)?] = []

    var clause: String { parts.isEmpty ? "" : "WHERE " + parts.map { "(\($0))" }.joined(separator: " AND ") }

    mutating func add(_ condition: String, _ values: (any DatabaseValueConvertible)?...) {
        parts.append(condition)
        arguments += values
    }

    mutating func add(_ column: String, isOneOf values: [some DatabaseValueConvertible]) {
        parts.append("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
        arguments += values.map { $0 as (any DatabaseValueConvertible)? }
    }

    mutating func add(_ filter: RequestFilter) {
        if let statuses = filter.statuses { add("status", isOneOf: statuses.map(\.code)) }
        if let assignee = filter.assignee {
            if let assignee {
                add("assignee_type = ? AND assignee_id = ?", assignee.type, assignee.id)
            } else {
                add("assignee_id IS NULL")
            }
        }
        if let queues = filter.queues {
            add("assignee_type = 'queue'")
            add("assignee_id", isOneOf: queues)
        }
        if let tags = filter.tags {
            parts.append(
                "id IN (SELECT request FROM request_tags WHERE tag IN (\(tags.map { _ in "?" }.joined(separator: ", "))))"
            )
            arguments += tags.map { $0 as (any DatabaseValueConvertible)? }
        }
        if let ids = filter.ids { add("id", isOneOf: ids) }
    }
}
