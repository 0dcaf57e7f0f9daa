internal import GRDB
internal import SessionRequestModel
internal import Synchronization

/// The desk's memory: one SQLite database with an event log, in a directory that belongs to the service alone.
///
/// One writer commits in groups (`write`); reads (`read`) see the last commit and never wait for the writer. What a read
/// shows is durable: WAL with `synchronous=FULL` makes a commit visible only after it is on the disk. No type of the
/// database library leaves this target.
public final class Store: Sendable {
    /// Names the database; a cursor of another one means nothing here. Made with the database, kept for good.
    public let epoch: String
    private let pool: DatabasePool
    private let groupCommit: GroupCommit

    /// Opens the database in `directory`, makes it on the first start, and brings an older one up to date.
    ///
    /// - Parameters:
    ///   - directory: exists, mode 0700; files are made 0600 by the caller's umask.
    ///   - newEpoch: makes the epoch's name when there is no database yet.
    ///   - deliver: takes what a commit brought, in the order of commits, from the writer's queue.
    /// - Throws: `StoreError.databaseTooNew` before anything is touched; `.unusable`, `.storageFull`.
    public init(
        directory: String, newEpoch: () -> String, deliver: @escaping @Sendable (CommittedGroup) -> Void
    ) throws(StoreError) {
        let path = directory + "/desk.sqlite"
        do {
            var configuration = Configuration()
            configuration.label = "desk"
            configuration.maximumReaderCount = 4
            configuration.busyMode = .timeout(5)
            configuration.persistentReadOnlyConnections = true
            configuration.prepareDatabase { db in
                try db.execute(
                    sql: "PRAGMA cache_size = -1024; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = FAST")
            }
            let pool = try DatabasePool(path: path, configuration: configuration)
            let migrator = Migrations.migrator
            guard try !pool.read(migrator.hasBeenSuperseded) else { throw StoreError.databaseTooNew(path: path) }
            try migrator.migrate(pool)
            try pool.writeWithoutTransaction { db in
                // The library sets NORMAL when it turns WAL on; only FULL makes an answered change survive a power cut.
                try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0")
                guard try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2 else {
                    throw StoreError.unusable(path: path, cause: "synchronous=FULL cannot be set")
                }
            }
            epoch = try pool.write { db in
                if let epoch = try Facts.text("epoch", db) { return epoch }
                let epoch = newEpoch()
                try Facts.set("epoch", epoch, db)
                return epoch
            }
            self.pool = pool
            groupCommit = try GroupCommit(pool: pool, deliver: deliver)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Runs `change` in the next group that is committed, in the order of calls. `answer` makes of its outcome what is to
    /// be done once the whole group is durable, or has failed; that comes back in `CommittedGroup.answers`.
    ///
    /// `change` runs on the writer's queue, inside a savepoint of its own: what it throws undoes its own writes and
    /// nobody else's. Callable from anywhere, at any time before `close`.
    public func write<Outcome: Sendable>(
        _ change: @escaping @Sendable (WriteTransaction) throws -> Outcome,
        answer: @escaping @Sendable (Result<Outcome, any Error>) -> Void
    ) {
        groupCommit.submit(Command(change: change, answer: answer))
    }

    /// Runs `look` on the calling thread, in one snapshot of the last commit.
    public func read<Outcome>(_ look: (Snapshot) throws -> Outcome) throws -> Outcome {
        do {
            return try pool.read { db in try look(Snapshot(db)) }
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }

    /// Like `read`, for a look that takes one statement: it saves the transaction around it.
    public func readOne<Outcome>(_ look: (Snapshot) throws -> Outcome) throws -> Outcome {
        do {
            return try pool.unsafeRead { db in try look(Snapshot(db)) }
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }

    /// Finishes what was submitted, folds the log of SQLite back into the database, and closes it. Blocks until then.
    public func close() {
        groupCommit.close()
        try? pool.close()
    }

    /// Gives memory back that was taken for speed; for a daemon with nothing to do.
    public func releaseMemory() {
        pool.releaseMemory()
    }
}

extension StoreError {
    /// What a database error means to the caller.
    init(_ error: any Error, path: String = "the database") {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_FULL: self = .storageFull(cause: "\(error)")
            case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE:
                self = .storageFull(cause: "\(error)")
            case .SQLITE_CANTOPEN, .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_PERM, .SQLITE_READONLY:
                self = .unusable(path: path, cause: "\(error)")
            default: self = .failed(cause: "\(error)")
            }
        default: self = .failed(cause: "\(error)")
        }
    }
}
