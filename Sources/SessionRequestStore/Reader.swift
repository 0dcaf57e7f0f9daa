internal import GRDB

/// A connection that only reads. It stays in one snapshot for as long as nothing is committed: to take a snapshot and to
/// let go of it are system calls and a search of the log's index, which cost more than a short look.
///
/// Held by one thread at a time.
struct Reader: Sendable {
    /// While it stands at a row, SQLite keeps its snapshot for all statements of the connection
    /// (https://www.sqlite.org/isolation.html).
    private static let anchor = "SELECT 1 FROM sqlite_schema"

    private let connection: DatabaseQueue
    /// When the snapshot was taken that is held now; nil: none is.
    private var moment: Int?

    init(path: String) throws {
        var configuration = Connections.configuration
        configuration.readonly = true
        configuration.label = "reader"
        connection = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Runs `look` in a snapshot of the last commit.
    mutating func look<Outcome>(_ commits: CommitCount, _ look: (Database) throws -> Outcome) throws -> Outcome {
        let now = commits.settled
        let isCurrent = moment != nil && moment == now
        moment = nil
        return try connection.unsafeRead { db in
            let anchor = try PreparedStatement(Self.anchor, on: db)
            if !isCurrent { try anchor.hold() }
            defer { if moment == nil { anchor.reset() } }
            let outcome = try look(db)
            // A commit since `now` may be in the snapshot or not: it is not held on to.
            if isCurrent || now == commits.settled { moment = now }
            return outcome
        }
    }

    /// Lets go of a snapshot that does not show the last commit, so that SQLite's log can start over.
    mutating func letGoOfThePast(_ commits: CommitCount) {
        guard moment != nil, moment != commits.settled else { return }
        moment = nil
        try? connection.unsafeRead { db in try PreparedStatement(Self.anchor, on: db).reset() }
    }

    func close() throws { try connection.close() }
}
