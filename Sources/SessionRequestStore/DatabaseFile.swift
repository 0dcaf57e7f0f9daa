internal import Glibc

/// The database's file before SQLite has seen it: who else can reach it, and whether it is one of ours.
struct DatabaseFile {
    let path: String
    private let directory: String

    init(directory: String) {
        self.directory = directory
        path = directory + "/desk.sqlite"
    }

    /// Throws when somebody else can write to the directory, or when the file is none of ours, or a later release's. A file
    /// that is not there is made, readable for its owner alone; SQLite gives its other files the same mode.
    ///
    /// Reads no more than the header, so that a file that is refused stays as it is.
    func prepare() throws(StoreError) {
        var status = stat()
        guard stat(directory, &status) == 0 else { throw unusable("its directory \(directory) cannot be reached") }
        guard status.st_mode & 0o022 == 0 else {
            throw unusable("others can write to its directory; make it private with: chmod 700 \(directory)")
        }
        let file = open(path, O_RDONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else {
            throw errno == ENOSPC || errno == EDQUOT
                ? .storageFull(cause: "the file cannot be made")
                : unusable("the file cannot be opened or made: error \(errno)")
        }
        defer { close(file) }
        try check(header: Self.header(of: file))
    }

    private func check(header: [UInt8]) throws(StoreError) {
        if header.isEmpty { return }
        guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8) else {
            throw unusable("it is not a database; move it away or restore a backup")
        }
        let application = Self.number(header[68..<72])
        // The header is written with the first migration: until then the mark is missing.
        guard application == Migrations.applicationID || application == 0 else {
            throw unusable("it is the database of another program; move it away")
        }
        guard Self.number(header[60..<64]) <= Migrations.count else { throw .databaseTooNew(path: path) }
    }

    private func unusable(_ cause: String) -> StoreError {
        .unusable(path: path, cause: cause)
    }

    private static func header(of file: Int32) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 100) { buffer, count in
            count = max(0, read(file, buffer.baseAddress, 100))
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 {
        bytes.reduce(0) { $0 << 8 | Int64($1) }
    }
}
