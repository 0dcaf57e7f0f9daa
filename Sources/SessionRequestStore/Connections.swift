internal import GRDB
internal import GRDBSQLite

/// How connections to the database are made.
enum Connections {
    /// Bytes of a page: with the usual 4,096 a create takes a tenth longer, with 1,024 most events do not fit on one.
    static let pageSize = 2048

    /// What all of them have in common.
    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA cache_size = -1024; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = FAST")
        }
        return configuration
    }

    /// The one that writes, to a file that was prepared, in the newest shape.
    static func writer(_ path: String) throws -> DatabaseQueue {
        var configuration = configuration
        configuration.label = "writer"
        let writer = try DatabaseQueue(path: path, configuration: configuration)
        try writer.writeWithoutTransaction { db in
            guard try number("PRAGMA user_version", db) <= Migrations.count else {
                throw StoreError.databaseTooNew(path: path)
            }
            // Of a new database; one that is there keeps its own. A change touches a few hundred bytes on each of some
            // pages, and all of each page goes through the log, its checksum and the disk.
            try db.execute(sql: "PRAGMA page_size = \(pageSize)")
            // Not by the library's own setting, which makes synchronous NORMAL, and a table at every start.
            guard try PreparedStatement(once: "PRAGMA journal_mode = WAL", on: db).first({ $0.text(0) }) == "wal" else {
                throw StoreError.unusable(path: path, cause: "its file system cannot hold a write-ahead log")
            }
            // Only FULL makes an answered change survive a power cut.
            try db.execute(sql: "PRAGMA synchronous = FULL")
            guard try number("PRAGMA synchronous", db) == 2 else {
                throw StoreError.unusable(path: path, cause: "synchronous=FULL cannot be set")
            }
            keepFiles(db)
        }
        try migrate(writer)
        return writer
    }

    /// Brings the database to the newest shape, and folds the log back, so that the header of the file says so.
    private static func migrate(_ writer: DatabaseQueue) throws {
        let isCurrent = try writer.unsafeRead { try number("PRAGMA user_version", $0) == Migrations.count }
        if isCurrent { return }
        try Migrations.migrator.migrate(writer)
        try writer.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }

    /// Leaves the log and its index in the directory when the database is closed: to make them anew takes a start longer
    /// than all its reading.
    private static func keepFiles(_ db: Database) {
        var isKept: Int32 = 1
        _ = sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &isKept)
    }

    /// Folds the log back and empties it, before the last connection of this process is closed: the next start reads all
    /// that it finds there. Waits for no other process that reads, and does nothing to what is closed.
    static func empty(_ writer: DatabaseQueue) {
        writer.writeWithoutTransaction { db in
            guard let connection = db.sqliteConnection else { return }
            sqlite3_busy_timeout(connection, 0)
            _ = try? db.checkpoint(.truncate)
        }
    }

    private static func number(_ sql: String, _ db: Database) throws -> Int64 {
        try PreparedStatement(once: sql, on: db).first { $0.number(0) } ?? 0
    }
}
