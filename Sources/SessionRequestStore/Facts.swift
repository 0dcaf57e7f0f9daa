internal import GRDB

/// Single values that the database keeps about itself.
enum Facts {
    static func text(_ name: String, _ db: Database) throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT value FROM facts WHERE name = ?"), arguments: [name])
    }

    static func number(_ name: String, _ db: Database) throws -> Int64? {
        try Int64.fetchOne(db.cachedStatement(sql: "SELECT value FROM facts WHERE name = ?"), arguments: [name])
    }

    static func set(_ name: String, _ value: some DatabaseValueConvertible, _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)")
            .execute(arguments: [name, value])
    }
}
