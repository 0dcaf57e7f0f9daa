internal import GRDB
internal import SessionRequestModel

/// Conditions of a WHERE clause, joined by AND, with their values.
struct Conditions {
    enum Value {
        case number(Int64)
        case text(String)
    }

    private var parts: [String] = []
    private var values: [Value] = []
    /// Whether the text of the clause is one of a few, so that its statement is worth keeping.
    private(set) var isCommon = true

    var clause: String { parts.isEmpty ? "" : "WHERE " + parts.map { "(\($0))" }.joined(separator: " AND ") }

    mutating func add(_ condition: String, _ values: Value...) {
        parts.append(condition)
        self.values += values
    }

    mutating func add(_ column: String, isOneOf values: [Int64]) {
        addList(column, values.map { .number($0) })
    }

    mutating func add(_ column: String, isOneOf values: [String]) {
        addList(column, values.map { .text($0) })
    }

    mutating func add(_ filter: RequestFilter) {
        if let statuses = filter.statuses { add("status", isOneOf: statuses.map(\.code)) }
        if let assignee = filter.assignee {
            if let assignee {
                add("assignee_type = ? AND assignee_id = ?", .text(assignee.type), .text(assignee.id))
            } else {
                add("assignee_id IS NULL")
            }
        }
        if let queues = filter.queues {
            add("assignee_type = 'queue'")
            add("assignee_id", isOneOf: queues)
        }
        if let tags = filter.tags {
            addList("id IN (SELECT request FROM request_tags WHERE tag", tags.map { .text($0) }, ending: ")")
        }
        if let ids = filter.ids { add("id", isOneOf: ids) }
    }

    /// The statement with this text around the clause and these values behind its own.
    func statement(_ sql: String, _ last: Value..., on db: Database) throws -> PreparedStatement {
        let statement = try isCommon ? PreparedStatement(sql, on: db) : PreparedStatement(once: sql, on: db)
        for (index, value) in (values + last).enumerated() {
            switch value {
            case .number(let number): try statement.bind(Int32(index + 1), number)
            case .text(let text): try statement.bind(Int32(index + 1), text)
            }
        }
        return statement
    }

    private mutating func addList(_ column: String, _ values: [Value], ending: String = "") {
        parts.append("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))\(ending)")
        self.values += values
        isCommon = false
    }
}
