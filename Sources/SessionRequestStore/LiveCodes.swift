internal import GRDB
internal import Synchronization

/// Which live request may have which code: from the keyed hash of a code to a number, in memory.
///
/// What it says is a candidate, which the row of the request confirms; so it may hold more than there is, never less. It
/// is read from the database when somebody asks first, and from then on told by the one writer. About 50 bytes for each
/// live request.
final class LiveCodes: Sendable {
    /// The first 16 bytes of a hash. Of two live codes that agree in them the later one is found; with a keyed hash that
    /// does not happen.
    private struct Key: Hashable {
        var high: UInt64 = 0
        var low: UInt64 = 0

        init(_ hash: [UInt8]) {
            for byte in hash.prefix(8) { high = high << 8 | UInt64(byte) }
            for byte in hash.dropFirst(8).prefix(8) { low = low << 8 | UInt64(byte) }
        }
    }

    private let numbers = Mutex<[Key: Int64]?>(nil)

    /// The request that may have the code.
    func candidate(_ hash: [UInt8], _ db: Database) throws -> Int64? {
        try numbers.withLock { numbers in
            if numbers == nil { numbers = try Self.load(db) }
            return numbers?[Key(hash)]
        }
    }

    /// A live request has the code from now on.
    ///
    /// - Returns: the request that may have had it until now.
    func claim(_ hash: [UInt8], for id: Int64, _ db: Database) throws -> Int64? {
        try numbers.withLock { numbers in
            if numbers == nil { numbers = try Self.load(db) }
            return numbers?.updateValue(id, forKey: Key(hash))
        }
    }

    /// The request has the code no longer.
    func release(_ hash: [UInt8], of id: Int64) {
        numbers.withLock { numbers in
            if numbers?[Key(hash)] == id { numbers?[Key(hash)] = nil }
        }
    }

    private static func load(_ db: Database) throws -> [Key: Int64] {
        var numbers: [Key: Int64] = [:]
        let statement = try PreparedStatement(
            "SELECT id, code_hash FROM requests WHERE status < 4 AND code_hash IS NOT NULL", on: db)
        _ = try statement.rows { row in
            numbers[row.withBytes(1) { Key([UInt8]($0)) }] = row.number(0)
        }
        return numbers
    }
}
