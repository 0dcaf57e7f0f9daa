internal import GRDB
internal import GRDBSQLite

/// A statement of one connection. Values are bound and columns read where they lie: without boxes, and without copies of
/// what is long.
///
/// Usable only where its connection is, while the look or the change runs. Values count from 1 and columns from 0, as in
/// SQLite. It uses the library's connections and the C interface of SQLite, because rows and arguments of the library
/// cost more than the statements of a create.
struct PreparedStatement {
    private let owner: Statement
    private let handle: SQLiteStatement

    /// The connection's own copy of a statement whose text never changes; prepared once.
    init(_ sql: String, on db: Database) throws {
        owner = try db.cachedStatement(sql: sql)
        handle = owner.sqliteStatement
    }

    /// A statement that is not kept: its text depends on what somebody asked.
    init(once sql: String, on db: Database) throws {
        owner = try db.makeStatement(sql: sql)
        handle = owner.sqliteStatement
    }

    /// Binds a number.
    func bind(_ position: Int32, _ value: Int64) throws {
        try check(sqlite3_bind_int64(handle, position, value))
    }

    /// Binds a number, or null.
    func bind(_ position: Int32, _ value: Int64?) throws {
        guard let value else { return try check(sqlite3_bind_null(handle, position)) }
        try check(sqlite3_bind_int64(handle, position, value))
    }

    /// Binds a text, or null. SQLite copies it.
    func bind(_ position: Int32, _ text: String?) throws {
        guard var text else { return try check(sqlite3_bind_null(handle, position)) }
        try text.withUTF8 { bytes in
            try bytes.withMemoryRebound(to: CChar.self) { characters in
                // An empty buffer may have no address, and a text without one would be null.
                guard let start = characters.baseAddress else {
                    return try check(sqlite3_bind_text(handle, position, "", 0, Self.copied))
                }
                try check(sqlite3_bind_text(handle, position, start, Int32(characters.count), Self.copied))
            }
        }
    }

    /// Binds bytes, or null. SQLite copies them.
    func bind(_ position: Int32, _ bytes: [UInt8]?) throws {
        guard let bytes else { return try check(sqlite3_bind_null(handle, position)) }
        if bytes.isEmpty { return try check(sqlite3_bind_zeroblob(handle, position, 0)) }
        try check(
            bytes.withUnsafeBytes {
                sqlite3_bind_blob64(handle, position, $0.baseAddress, UInt64($0.count), Self.copied)
            })
    }

    /// Runs a statement that gives no rows.
    func run() throws {
        defer { sqlite3_reset(handle) }
        let code = sqlite3_step(handle)
        guard code == SQLITE_DONE else { throw failure(code) }
    }

    /// Runs a statement that gives no rows, with bytes at `position` that are not copied.
    func run(withBytes bytes: UnsafeRawBufferPointer, at position: Int32) throws {
        try check(sqlite3_bind_blob64(handle, position, bytes.baseAddress, UInt64(bytes.count), nil))
        defer { sqlite3_bind_null(handle, position) }
        try run()
    }

    /// What `read` makes of the first row; nil when there is none.
    func first<Value>(_ read: (PreparedStatement) throws -> Value) throws -> Value? {
        defer { sqlite3_reset(handle) }
        return try next() ? read(self) : nil
    }

    /// What `read` makes of each row, up to the one of which it makes nil.
    func rows<Value>(_ read: (PreparedStatement) throws -> Value?) throws -> [Value] {
        defer { sqlite3_reset(handle) }
        var values: [Value] = []
        while try next(), let value = try read(self) { values.append(value) }
        return values
    }

    /// Goes to the first row and stays there until `reset`.
    func hold() throws {
        reset()
        _ = try next()
    }

    /// Leaves the row at hand.
    func reset() { sqlite3_reset(handle) }

    /// The number in a column of the row at hand; 0 for null.
    func number(_ column: Int32) -> Int64 {
        sqlite3_column_int64(handle, column)
    }

    /// The number in a column of the row at hand.
    func optionalNumber(_ column: Int32) -> Int64? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
    }

    /// The text in a column of the row at hand; empty for null.
    func text(_ column: Int32) -> String {
        guard let start = sqlite3_column_text(handle, column) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// The text in a column of the row at hand; nil for null.
    func optionalText(_ column: Int32) -> String? {
        sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : text(column)
    }

    /// The bytes in a column of the row at hand, where they lie; none for null.
    func withBytes<Value>(_ column: Int32, _ read: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
        let start = sqlite3_column_blob(handle, column)
        let count = Int(sqlite3_column_bytes(handle, column))
        return try read(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    private func next() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        guard code == SQLITE_DONE else { throw failure(code) }
        return false
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw failure(code) }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        let message = sqlite3_db_handle(handle).flatMap(sqlite3_errmsg).map { String(cString: $0) }
        return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }

    /// Tells SQLite to copy what is bound (SQLITE_TRANSIENT, a cast that Swift does not import).
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
