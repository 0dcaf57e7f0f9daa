internal import GRDB
internal import SessionRequestModel

/// Full-text search over requests. It follows the log: what was written since is indexed when somebody searches, or when
/// the desk is quiet, so that a change never pays for it.
enum SearchIndex {
    /// The FTS5 expression that finds all the words, each as a prefix; nil when no word has a letter or digit. Quoted, a
    /// word is never an operator; SQLite ends an expression at a NUL.
    static func match(words: [String], publicTextOnly: Bool) -> String? {
        let phrases = words.filter { $0.contains(where: { $0.isLetter || $0.isNumber }) }.map { word in
            let text = word.unicodeScalars.filter { $0 != "\0" }.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
            return "\"\(text)\"*"
        }
        guard !phrases.isEmpty else { return nil }
        let all = phrases.joined(separator: " AND ")
        return publicTextOnly ? "{name subject tags reference} : (\(all))" : all
    }
}

extension Snapshot {
    /// Whether every event is indexed.
    public func searchIsCurrent() throws -> Bool {
        try Facts.number(Facts.searched, db) ?? 0 >= logBounds().latest
    }
}

extension WriteTransaction {
    /// Indexes what changed since the last time, at most `limit` events of it; true when nothing is left.
    public func indexForSearch(limit: Int) throws -> Bool {
        try writeHeld()
        let from = try Facts.number(Facts.searched, connection) ?? 0
        let latest = try snapshot.logBounds().latest
        guard from < latest else { return true }
        let to = min(from + Int64(limit), latest)
        let changed = try statement(
            "SELECT DISTINCT request FROM events WHERE seq > ? AND seq <= ? AND request IS NOT NULL")
        try changed.bind(1, from)
        try changed.bind(2, to)
        for id in try changed.rows({ $0.number(0) }) {
            try removeFromSearch(id)
            if let request = try snapshot.sessionRequest(id) { try addToSearch(request) }
        }
        try Facts.set(Facts.searched, to, connection)
        return to == latest
    }

    func removeFromSearch(_ id: Int64) throws {
        let statement = try statement("DELETE FROM search WHERE rowid = ?")
        try statement.bind(1, id)
        try statement.run()
    }

    private func addToSearch(_ request: SessionRequest) throws {
        let statement = try statement(
            """
            INSERT INTO search (rowid, name, subject, tags, reference, email, phone, comments, custom)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        try statement.bind(1, request.id)
        try statement.bind(2, request.recipient.name)
        try statement.bind(3, request.subject)
        try statement.bind(4, request.tags.joined(separator: " "))
        try statement.bind(5, request.externalReference.map { "\($0.system) \($0.id)" })
        try statement.bind(6, request.recipient.email)
        try statement.bind(7, request.recipient.phone)
        try statement.bind(8, request.comments)
        try statement.bind(9, request.customFields.sorted { $0.key < $1.key }.map(\.value).joined(separator: " "))
        try statement.run()
    }
}
