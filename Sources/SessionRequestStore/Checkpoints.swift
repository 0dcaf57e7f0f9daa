internal import Dispatch
internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// Folds SQLite's log back into the database, in two steps: most of it beside the writer, the rest between two groups.
///
/// Only a log that is folded back to its end starts over at its beginning, and writing over what is there takes the disk
/// half the time of appending to it. A writer that never rests would never let that happen without the second step.
final class Checkpoints: Sendable {
    /// Pages in the log at which it is folded back: 4 MiB of those that a new database has. Until it starts over for the
    /// first time the file grows with each commit, which takes the disk longer than writing over what is there.
    private static let pages = (4 << 20) / Connections.pageSize

    private enum Step: Int, AtomicRepresentable {
        /// The log is short.
        case none
        /// Most of it is being folded back, on `queue`.
        case most
        /// The writer is to fold the rest back.
        case rest
    }

    /// Pages in the log after the last commit; told by SQLite on the writer's thread.
    private let logged = Atomic(0)
    /// Those of them that the last attempt left there, because somebody read them.
    private let left = Atomic(0)
    private let step = Atomic(Step.none)
    private let queue = DispatchQueue(label: "session-request.checkpoint", qos: .utility)
    /// A connection of its own, opened when it is first needed; used on `queue` alone.
    private let connection = Mutex<DatabaseQueue?>(nil)
    private let path: String

    init(path: String) {
        self.path = path
    }

    /// Takes the place of SQLite's own checkpoints, which hold the writer up. The connection must not outlive this.
    func watch(_ db: Database) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_wal_hook(
            db.sqliteConnection,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                let checkpoints = Unmanaged<Checkpoints>.fromOpaque(context).takeUnretainedValue()
                checkpoints.logged.store(Int(pages), ordering: .relaxed)
                return SQLITE_OK
            }, context)
    }

    /// To be called on the writer's thread after each commit.
    ///
    /// - Returns: whether the log was folded back as far as it could be: from now on a snapshot that was taken before keeps
    ///   it from starting over, and one that is taken now does not.
    func committed(on db: Database) -> Bool {
        switch step.load(ordering: .acquiring) {
        case .none:
            let logged = logged.load(ordering: .relaxed)
            if logged < left.load(ordering: .relaxed) { left.store(0, ordering: .relaxed) }
            guard logged - left.load(ordering: .relaxed) > Self.pages else { return false }
            step.store(.most, ordering: .releasing)
            queue.async { self.foldMost() }
            return false
        case .most: return false
        case .rest:
            foldRest(db)
            return true
        }
    }

    /// Folds back what it can, and lets go of the connections. To be called on the writer's thread, once.
    func close(_ database: DatabaseQueue) {
        queue.sync {
            connection.withLock { connection in
                try? connection?.close()
                connection = nil
            }
        }
        database.writeWithoutTransaction { db in
            foldRest(db)
            _ = sqlite3_wal_hook(db.sqliteConnection, nil, nil)
        }
    }

    /// Best effort, as all here: what one attempt cannot fold back, the next one will.
    private func foldMost() {
        try? connection.withLock { connection in
            let open = try connection ?? DatabaseQueue(path: path)
            connection = open
            try open.writeWithoutTransaction { _ = try $0.checkpoint(.passive) }
        }
        step.store(.rest, ordering: .releasing)
    }

    private func foldRest(_ db: Database) {
        if let result = try? db.checkpoint(.passive) {
            left.store(
                result.walFrameCount == result.checkpointedFrameCount ? 0 : result.walFrameCount, ordering: .relaxed)
        }
        step.store(.none, ordering: .releasing)
    }
}
