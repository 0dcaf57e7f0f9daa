internal import GRDB
internal import SessionRequestModel

/// Full-text search over requests. It follows the log: what was written since is indexed when somebody searches, or when
/// the desk is quiet, so that a change never pays for it.
enum SearchIndex {
    /// The FTS5 expression that finds all the words, each as a prefix; nil when no word has a letter or digit.
    static func match(words: [String], publicTextOnly: Bool) -> String? {
        let phrases = words.filter { $0.contains(where: { $0.isLetter || $0.isNumber }) }.map { word in
            "\"\(word.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\"*"
        }
        guard !phrases.isEmpty else { return nil }
        let all = phrases.joined(separator: " AND ")
        return publicTextOnly ? "{name subject tags reference} : (\(all))" : all
    }
}

extension Snapshot {
    /// Whether every event is indexed.
    public func searchIsCurrent() throws -> Bool {
        try Facts.number("searched", db) ?? 0 >= logBounds().latest
    }
}

extension WriteTransaction {
    /// Indexes what changed since the last time, at most `limit` events of it; true when nothing is left.
    public func indexForSearch(limit: Int) throws -> Bool {
        let from = try Facts.number("searched", db) ?? 0
        let latest = try snapshot.logBounds().latest
        guard from < latest else { return true }
        let to = min(from + Int64(limit), latest)
        let ids = try Int64.fetchAll(
            db.cachedStatement(
                sql: "SELECT DISTINCT request FROM events WHERE seq > ? AND seq <= ? AND request IS NOT NULL"),
            arguments: [from, to])
        for id in ids {
            try db.cachedStatement(sql: "DELETE FROM search WHERE rowid = ?").execute(arguments: [id])
            guard let request = try snapshot.sessionRequest(id) else { continue }
            try index(request)
        }
        try Facts.set("searched", to, db)
        return to == latest
    }

    private func index(_ request: SessionRequest) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO search (rowid, name, subject, tags, reference, email, phone, comments, custom)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        .execute(arguments: [
            request.id, request.recipient.name, request.subject, request.tags.joined(separator: " "),
            request.externalReference.map { "\($0.system) \($0.id)" }, request.recipient.email,
            request.recipient.phone, request.comments,
            request.customFields.sorted { $0.key < $1.key }.map(\.value).joined(separator: " "),
        ])
    }
}
