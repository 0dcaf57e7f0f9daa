internal import GRDB
internal import Glibc

/// Tells a database that was restored from the one that stopped here last.
///
/// Every stop leaves the same mark in the database and in a file beside it. A copy of the database, which is put in its
/// place later, has the mark of an older stop, or none. One that comes with its file, as when a whole directory moves, is
/// taken for the same; and so is one that was killed and never stopped since the copy was made.
struct StopMark {
    private static let fact = "lastStop"
    private let file: String
    private var unsettled: String { file + ".new" }

    /// - Parameter directory: the database's.
    init(directory: String) {
        file = directory + "/last-stop"
    }

    /// Whether the database is not the one that stopped here last.
    func isOfAnother(_ db: Database) throws -> Bool {
        let kept = try Facts.text(Self.fact, db)
        if kept == Self.contents(of: file) { return false }
        // A stop that was cut short when the mark was in the database has left it in the other file.
        return kept == nil || kept != Self.contents(of: unsettled)
    }

    /// Takes the marks away, in the transaction that makes it a database of its own.
    func remove(_ db: Database) throws {
        // The files first: cut short in between, it still is another.
        unlink(file)
        unlink(unsettled)
        try Facts.remove(Self.fact, db)
    }

    /// Leaves the mark of a stop, which no other has. Where there is no room for it, the last one stays.
    func leave(_ mark: String, in database: DatabaseQueue) throws {
        let isLeft = try database.write { db in
            guard Self.write(mark, to: unsettled) else {
                unlink(unsettled)
                return false
            }
            try Facts.set(Self.fact, mark, db)
            return true
        }
        if isLeft { rename(unsettled, file) }
    }

    private static func contents(of file: String) -> String? {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(descriptor, &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    private static func write(_ mark: String, to file: String) -> Bool {
        let descriptor = open(file, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let bytes = Array(mark.utf8)
        return Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    }
}
