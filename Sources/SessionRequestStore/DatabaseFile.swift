internal import Glibc

/// The database's file before SQLite has seen it: whether it is one of ours.
///
/// Only while nobody in this process has it open: closing a file ends all locks that the process has on it.
enum DatabaseFile {
    /// What the first 100 bytes of SQLite's files hold that matters here.
    private struct Header {
        var isDatabase: Bool
        var version: Int64
        var application: Int64

        init(_ bytes: [UInt8]) {
            isDatabase = bytes.count == 100 && bytes.starts(with: "SQLite format 3\0".utf8)
            version = isDatabase ? Self.number(bytes[60..<64]) : 0
            application = isDatabase ? Self.number(bytes[68..<72]) : 0
        }

        private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 {
            bytes.reduce(0) { $0 << 8 | Int64($1) }
        }
    }

    /// Throws when the file is none of ours, or a later release's, having read no more than its header. A file that is not
    /// there is made, for its owner alone; SQLite gives its other files the same mode.
    static func prepare(_ path: String) throws(StoreError) {
        let file = open(path, O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            let isFull = errno == ENOSPC || errno == EDQUOT
            throw isFull
                ? .storageFull(cause: "the file cannot be made")
                : .unusable(path: path, cause: "the file cannot be opened or made: error \(errno)")
        }
        let bytes = [UInt8](unsafeUninitializedCapacity: 100) { buffer, count in
            count = max(0, read(file, buffer.baseAddress, 100))
        }
        close(file)
        if bytes.isEmpty { return }
        let header = Header(bytes)
        guard header.isDatabase else {
            throw .unusable(path: path, cause: "it is not a database; move it away or restore a backup")
        }
        // Both are written with the first migration; a first start that was cut short has neither.
        guard header.application == Migrations.applicationID || header.application == 0 && header.version == 0 else {
            throw .unusable(path: path, cause: "it is the database of another program; move it away")
        }
        guard header.version <= Migrations.count else { throw .databaseTooNew(path: path) }
    }
}
