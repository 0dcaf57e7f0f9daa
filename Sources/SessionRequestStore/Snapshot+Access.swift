internal import SessionRequestModel

extension Snapshot {
    /// How SQLite is to find the requests of a query: by an index, when those that match are few, or by going through all
    /// of them, when they are many. The tallies know which it is; SQLite would have to guess.
    func access(for query: ListQuery) throws -> String {
        guard query.filter.ids == nil, query.filter.tags == nil else { return "" }
        if query.view == .upcoming { return "INDEXED BY requests_by_start" }
        guard let index = Self.index(for: query) else { return "NOT INDEXED" }
        var total = 0
        var matching = 0
        for (key, count) in try tallies() {
            total += count
            if Self.mayMatch(key, query) { matching += count }
        }
        // In the order of numbers a page is full after `limit * total / matching` of all; in any other, all that match
        // must be seen, and each costs more through an index.
        let isDense =
            query.sort == .createdAt ? matching * matching > query.limit * total : matching * 3 > total
        return isDense ? "NOT INDEXED" : "INDEXED BY \(index)"
    }

    /// The index that finds what a query is for; nil when there is none.
    private static func index(for query: ListQuery) -> String? {
        if query.filter.queues != nil || query.filter.assignee.flatMap(\.self) != nil { return "requests_by_assignee" }
        return query.view != nil || query.filter.statuses != nil ? "requests_by_status" : nil
    }

    private static func mayMatch(_ key: Tallies.Key, _ query: ListQuery) -> Bool {
        guard let status = Status(code: key.status), query.filter.statuses?.contains(status) ?? true else {
            return false
        }
        if query.view == .past, status.isLive { return false }
        if query.view == .active, !status.isLive { return false }
        if let queues = query.filter.queues, key.type != "queue" || !queues.contains(key.id) { return false }
        guard let assignee = query.filter.assignee else { return true }
        return key.type == assignee?.type ?? "" && key.id == assignee?.id ?? ""
    }
}
