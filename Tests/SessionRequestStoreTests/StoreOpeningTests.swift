internal import GRDB
internal import Glibc
internal import SessionRequestModel
internal import SessionRequestStore
internal import Synchronization
internal import Testing

@Suite("Opening a store")
struct StoreOpeningTests {
    @Test("commits reach the disk: the log of SQLite is on and synchronous is full")
    func durable() async throws {
        let desk = try TestDesk()
        #expect(try await desk.write { try $0.snapshot.setting("synchronous") } == "2")
        #expect(try await desk.write { try $0.snapshot.setting("journal_mode") } == "wal")
    }

    @Test("the epoch is made once and kept")
    func epoch() async throws {
        let directory = try TestDesk.newDirectory()
        defer { TestDesk.remove(directory) }
        do { #expect(try TestDesk(in: directory, epoch: "first").store.epoch == "first") }
        #expect(try TestDesk(in: directory, epoch: "second").store.epoch == "first")
    }

    @Test("every file is for its owner alone, whatever the umask")
    func modes() async throws {
        let before = umask(0)
        defer { umask(before) }
        let desk = try TestDesk()
        _ = try await desk.create("Maria")
        let names = TestDesk.names(in: desk.directory)
        #expect(names == ["desk.sqlite", "desk.sqlite-shm", "desk.sqlite-wal"])
        for name in names { #expect(try Files.mode("\(desk.directory)/\(name)") == 0o600) }
    }

    @Test("a store that was closed leaves an empty log behind, and everything in the database")
    func closed() async throws {
        let directory = try TestDesk.newDirectory()
        defer { TestDesk.remove(directory) }
        do {
            let desk = try TestDesk(in: directory)
            _ = try await desk.create("Maria")
            desk.store.close()
        }
        #expect(try Files.read(directory + "/desk.sqlite-wal").isEmpty)
        for name in ["desk.sqlite-wal", "desk.sqlite-shm"] { unlink("\(directory)/\(name)") }
        #expect(try TestDesk(in: directory).events().count == 1)
    }

    @Test("a directory that others can write to is refused", arguments: [0o720, 0o702, 0o777] as [mode_t])
    func openDirectory(_ mode: mode_t) throws {
        let directory = try TestDesk.newDirectory()
        defer { TestDesk.remove(directory) }
        chmod(directory, mode)
        let error = #expect(throws: StoreError.self) { try TestDesk(in: directory) }
        #expect(error?.description.contains("chmod 700") == true)
        #expect(TestDesk.names(in: directory).isEmpty)
    }

    @Test("a directory that is not there is refused")
    func noDirectory() {
        let error = #expect(throws: StoreError.self) { try TestDesk(in: "/tmp/store-tests-none/at/all") }
        guard case .unusable = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("a second store on the same directory is refused until the first is closed")
    func twoStores() throws {
        let directory = try TestDesk.newDirectory()
        defer { TestDesk.remove(directory) }
        let first = try TestDesk(in: directory)
        let error = #expect(throws: StoreError.self) { try TestDesk(in: directory) }
        #expect(error?.description.contains("another service") == true)
        first.store.close()
        _ = try TestDesk(in: directory)
    }

    @Test("a refusal closes no file that somebody else has opened meanwhile")
    func refusalsBesideOpeners() async throws {
        let directory = try TestDesk.newDirectory()
        defer { TestDesk.remove(directory) }
        let holder = try TestDesk(in: directory)
        let isOver = Atomic(false)
        async let lost = Task.detached {
            var lost = 0
            while !isOver.load(ordering: .relaxed) {
                let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
                if close(file) != 0 { lost += 1 }
            }
            return lost
        }.value
        for _ in 0..<20_000 { #expect(throws: StoreError.self) { try TestDesk(in: directory) } }
        isOver.store(true, ordering: .relaxed)
        #expect(await lost == 0)
        holder.store.close()
    }

    @Test(
        "a file that is no database is refused and left alone",
        arguments: ["x", "not a database\n", String(repeating: "SQLite format 4\0", count: 20)])
    func noDatabase(_ text: String) throws {
        let directory = try TestDesk.newDirectory()
        defer { TestDesk.remove(directory) }
        try Files.write(Array(text.utf8), to: directory + "/desk.sqlite")
        let error = #expect(throws: StoreError.self) { try TestDesk(in: directory) }
        #expect(error?.description.contains("not a database") == true)
        #expect(try Files.read(directory + "/desk.sqlite") == Array(text.utf8))
        #expect(TestDesk.names(in: directory) == ["desk.sqlite"])
    }

    @Test("another program's database is refused and left alone")
    func otherProgram() throws {
        let directory = try TestDesk.newDirectory()
        defer { TestDesk.remove(directory) }
        let path = directory + "/desk.sqlite"
        try DatabaseQueue(path: path).write { db in
            try db.execute(sql: "PRAGMA user_version = 1; CREATE TABLE other (x)")
        }
        let before = try Files.read(path)
        let error = #expect(throws: StoreError.self) { try TestDesk(in: directory) }
        #expect(error?.description.contains("another program") == true)
        #expect(try Files.read(path) == before)
    }

    @Test("a database of a later release is refused, and not a byte of it changes")
    func tooNew() async throws {
        let directory = try TestDesk.newDirectory()
        defer { TestDesk.remove(directory) }
        let path = directory + "/desk.sqlite"
        do { _ = try await TestDesk(in: directory).create("Maria") }
        var bytes = try Files.read(path)
        #expect(Array(bytes[60..<64]) == [0, 0, 0, 5])
        bytes[63] = 6
        try Files.write(bytes, to: path)
        for name in ["desk.sqlite-wal", "desk.sqlite-shm"] { unlink("\(directory)/\(name)") }
        let error = #expect(throws: StoreError.self) { try TestDesk(in: directory) }
        guard case .databaseTooNew(path) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try Files.read(path) == bytes)
        #expect(TestDesk.names(in: directory) == ["desk.sqlite", "last-stop"])
    }

    @Test("a later release's mark is seen where it stands only in the log that was not folded back")
    func tooNewInLog() async throws {
        let directory = try TestDesk.newDirectory()
        defer { TestDesk.remove(directory) }
        do { _ = try await TestDesk(in: directory).create("Maria") }
        let queue = try DatabaseQueue(path: directory + "/desk.sqlite")
        try await queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 6") }
        #expect(try Files.read(directory + "/desk.sqlite")[63] == 5)
        let error = #expect(throws: StoreError.self) { try TestDesk(in: directory) }
        guard case .databaseTooNew = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("an older database is brought up to date with what it holds")
    func older() async throws {
        let directory = try TestDesk.newDirectory()
        defer { TestDesk.remove(directory) }
        do {
            let desk = try TestDesk(in: directory)
            _ = try await desk.create("Maria", "Jonas")
            _ = try await desk.write {
                try $0.change(1) { try $0.commented("one", by: Samples.ana, at: Samples.time(1)) }
            }
        }
        // The first shape had no search, more indexes, and tallies that every commit wrote.
        try await DatabaseQueue(path: directory + "/desk.sqlite").writeWithoutTransaction { db in
            try db.execute(
                sql: """
                    DROP INDEX requests_ended; DROP INDEX requests_waiting; DROP INDEX requests_by_status;
                    ALTER TABLE events DROP COLUMN previous;
                    CREATE INDEX events_of_request ON events (request) WHERE request IS NOT NULL;
                    CREATE INDEX requests_by_status ON requests (status, status_since);
                    CREATE INDEX requests_by_deadline ON requests (deadline) WHERE deadline IS NOT NULL;
                    DELETE FROM tallies; INSERT INTO tallies VALUES (-1, '', '', 3), (0, '', '', 2);
                    DROP TABLE search; DROP TABLE outbox; DROP TABLE dead_letters;
                    DROP TABLE signed_in;
                    DROP INDEX requests_reminding; ALTER TABLE requests DROP COLUMN reminds_at;
                    DELETE FROM grdb_migrations WHERE identifier NOT LIKE '1:%';
                    PRAGMA user_version = 1; PRAGMA wal_checkpoint(TRUNCATE)
                    """)
        }
        #expect(try Files.read(directory + "/desk.sqlite")[63] == 1)
        let desk = try TestDesk(in: directory)
        #expect(try Files.read(directory + "/desk.sqlite")[63] == 5)
        _ = try await desk.write { try $0.change(1) { try $0.commented("two", by: Samples.ana, at: Samples.time(2)) } }
        #expect(try desk.store.read { try $0.history(of: 1, after: 0, limit: 9).map(\.sequence) } == [1, 3, 4])
        #expect(try desk.store.read { try $0.summary(at: Samples.time(0)).byStatus } == [.open: 2])
        #expect(try await desk.write { try $0.indexForSearch(limit: 100) })
        var query = ListQuery()
        query.words = ["jonas"]
        #expect(
            try desk.list(query, at: 0).map(\.id)
                == [2])
    }
}
