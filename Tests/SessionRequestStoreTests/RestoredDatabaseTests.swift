internal import Glibc
internal import SessionRequestModel
internal import SessionRequestStore
internal import Testing

/// Runs of a desk in one directory, each of which stops and leaves a mark of its own.
@Suite("A database that is restored")
final class RestoredDatabaseTests {
    private let directory: String
    private let copy: String
    private var runs = 0

    init() throws {
        directory = try TestDesk.newDirectory()
        copy = try TestDesk.newDirectory()
    }

    deinit {
        TestDesk.remove(directory)
        TestDesk.remove(copy)
    }

    /// One run, from its start to its stop.
    @discardableResult
    private func run<Outcome>(
        in directory: String? = nil, _ body: (TestDesk) async throws -> Outcome
    ) async throws -> Outcome {
        runs += 1
        let desk = try TestDesk(
            in: directory ?? self.directory, epoch: "none", marks: ["first name of \(runs)", "second name of \(runs)"])
        defer { desk.store.close() }
        return try await body(desk)
    }

    private func take(_ names: String..., from: String, to: String) throws {
        for name in names { try Files.copy("\(from)/\(name)", to: "\(to)/\(name)") }
    }

    /// A desk whose copy has one request and whose later run made another, and which has the copy in place.
    private func restoreAfterOneMore() async throws {
        try await run { _ = try await $0.create("Maria") }
        try take("desk.sqlite", from: directory, to: copy)
        try await run { desk async throws in #expect(try await desk.create("Jonas") == [2]) }
        try take("desk.sqlite", from: copy, to: directory)
    }

    @Test("has another epoch, what the copy had, and numbers that no request had")
    func restored() async throws {
        try await restoreAfterOneMore()
        try await run { desk async throws in
            #expect(desk.store.wasRestored)
            #expect(desk.store.epoch == "first name of 3")
            #expect(try desk.request(1)?.recipient.name == "Maria")
            #expect(try desk.request(2) == nil)
            #expect(try await desk.create("Piotr") == [200_001])
        }
    }

    @Test("is a database like any other from then on")
    func once() async throws {
        try await restoreAfterOneMore()
        try await run { _ in }
        try await run { desk async throws in
            #expect(!desk.store.wasRestored)
            #expect(desk.store.epoch == "first name of 3")
            #expect(try await desk.create("Piotr") == [200_001])
        }
    }

    @Test("is noticed when the copy was made before the first stop")
    func beforeTheFirstStop() async throws {
        try await run { desk async throws in
            _ = try await desk.create("Maria")
            try take("desk.sqlite", "desk.sqlite-wal", from: directory, to: copy)
        }
        try take("desk.sqlite", "desk.sqlite-wal", from: copy, to: directory)
        try await run { #expect($0.store.wasRestored) }
    }

    @Test("is noticed where the database never was")
    func elsewhere() async throws {
        try await run { _ = try await $0.create("Maria") }
        try take("desk.sqlite", from: directory, to: copy)
        try await run(in: copy) { #expect($0.store.wasRestored) }
    }

    @Test("is not what a killed run leaves behind, nor a directory that moved as a whole")
    func killed() async throws {
        try await run { _ = try await $0.create("Maria") }
        try await run { desk async throws in
            _ = try await desk.create("Jonas")
            try take("desk.sqlite", "desk.sqlite-wal", "last-stop", from: directory, to: copy)
        }
        try await run(in: copy) { desk async throws in
            #expect(!desk.store.wasRestored)
            #expect(try await desk.create("Piotr") == [3])
        }
    }

    @Test("is not what a stop leaves that was cut short, before or after it reached the database", arguments: [1, 2])
    func cutShort(_ stop: Int) async throws {
        try await run { _ = try await $0.create("Maria") }
        try take("last-stop", from: directory, to: copy)
        try await run { _ = try await $0.create("Jonas") }
        if stop == 1 {
            // The new mark is in its file and in the database, and the file has not its name yet.
            rename("\(directory)/last-stop", "\(directory)/last-stop.new")
            try take("last-stop", from: copy, to: directory)
        } else {
            // The file of the next stop was begun.
            try Files.write(Array("another".utf8), to: "\(directory)/last-stop.new")
        }
        try await run { #expect(!$0.store.wasRestored) }
    }

    @Test("is not one that was never stopped, whatever a stop without room has begun", arguments: ["", "half of a na"])
    func neverStopped(_ begun: String) async throws {
        try await run { desk in
            _ = try await desk.create("Maria")
            try take("desk.sqlite", "desk.sqlite-wal", from: directory, to: copy)
        }
        try Files.write(Array(begun.utf8), to: "\(copy)/last-stop.new")
        try await run(in: copy) { #expect(!$0.store.wasRestored) }
    }

    @Test("is not a new one in an old place")
    func new() async throws {
        try await run { _ = try await $0.create("Maria") }
        for name in TestDesk.names(in: directory) where name.hasPrefix("desk") { unlink("\(directory)/\(name)") }
        try await run { desk async throws in
            #expect(!desk.store.wasRestored)
            #expect(try await desk.create("Maria") == [1])
        }
    }

    @Test("leaves a mark for its owner alone")
    func mode() async throws {
        let before = umask(0)
        defer { umask(before) }
        try await run { _ in }
        #expect(try Files.mode("\(directory)/last-stop") == 0o600)
    }
}
