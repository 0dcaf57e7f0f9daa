internal import GRDB

/// Single values that the database keeps about itself.
enum Facts {
    /// Names the database.
    static let epoch = "epoch"
    /// The last place of the log that retention has removed.
    static let earliest = "earliest"
    /// The last place of the log when retention ran: the log's end may have gone with it.
    static let lastSequence = "lastSequence"
    /// No request that is to come has a number up to this one: the last when retention ran, or what a restored database
    /// leaves out.
    static let lastRequest = "lastRequest"
    /// The place up to which the log is indexed for search.
    static let searched = "searched"

    static func text(_ name: String, _ db: Database) throws -> String? {
        try select(name, db).first { $0.text(0) }
    }

    static func number(_ name: String, _ db: Database) throws -> Int64? {
        try select(name, db).first { $0.number(0) }
    }

    static func set(_ name: String, _ value: String, _ db: Database) throws {
        let statement = try replace(name, db)
        try statement.bind(2, value)
        try statement.run()
    }

    static func set(_ name: String, _ value: Int64, _ db: Database) throws {
        let statement = try replace(name, db)
        try statement.bind(2, value)
        try statement.run()
    }

    static func remove(_ name: String, _ db: Database) throws {
        let statement = try PreparedStatement("DELETE FROM facts WHERE name = ?", on: db)
        try statement.bind(1, name)
        try statement.run()
    }

    private static func select(_ name: String, _ db: Database) throws -> PreparedStatement {
        let statement = try PreparedStatement("SELECT value FROM facts WHERE name = ?", on: db)
        try statement.bind(1, name)
        return statement
    }

    private static func replace(_ name: String, _ db: Database) throws -> PreparedStatement {
        let statement = try PreparedStatement("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", on: db)
        try statement.bind(1, name)
        return statement
    }
}
