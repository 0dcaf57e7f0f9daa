internal import Dispatch
internal import GRDB
internal import Synchronization

/// The connections that only read: opened when they are needed, and the one used last is used first, so that a quiet desk
/// keeps one.
///
/// In the place of the library's own pool, which asks for the version of the schema before every read; here it changes
/// only while the store is opened.
final class Readers: Sendable {
    /// Reads that run at once at most; more wait. Above what callers run at once, so that a short look never waits for
    /// long ones.
    private static let limit = 8

    private let idle = Mutex<[Reader]?>([])
    private let free = DispatchSemaphore(value: limit)
    private let path: String
    /// To be told by the writer of its commits.
    let commits = CommitCount()

    init(path: String) {
        self.path = path
    }

    /// Runs `look` on the calling thread in a snapshot of the last commit, on a connection that nobody else has meanwhile.
    func look<Outcome>(_ look: (Database) throws -> Outcome) throws -> Outcome {
        free.wait()
        defer { free.signal() }
        var reader = try take()
        defer { giveBack(reader) }
        return try reader.look(commits, look)
    }

    /// Lets go of the snapshots before the last commit. To be called after each: SQLite's log starts over only when nobody
    /// reads what is behind.
    func letGoOfThePast() {
        idle.withLock { idle in
            for index in (idle ?? []).indices { idle?[index].letGoOfThePast(commits) }
        }
    }

    /// Lets go of all snapshots, also of those in use, when they are given back. To be called by the writer.
    func renewSnapshots() {
        commits.during {}
        letGoOfThePast()
    }

    /// Closes the connections that nobody uses.
    func releaseMemory() {
        let readers = idle.withLock { idle in
            defer { idle = idle.map { _ in [] } }
            return idle ?? []
        }
        for reader in readers { try? reader.close() }
    }

    /// Waits for the reads that run, and closes all; what comes later throws `StoreError.closed`.
    func close() {
        for _ in 0..<Self.limit { free.wait() }
        let readers = idle.withLock { idle in
            defer { idle = nil }
            return idle ?? []
        }
        for _ in 0..<Self.limit { free.signal() }
        for reader in readers { try? reader.close() }
    }

    private func take() throws -> Reader {
        let reader = try idle.withLock { idle in
            guard idle != nil else { throw StoreError.closed }
            return idle?.popLast()
        }
        return try reader ?? Reader(path: path)
    }

    private func giveBack(_ reader: Reader) {
        var reader = reader
        idle.withLock { idle in
            reader.letGoOfThePast(commits)
            idle?.append(reader)
        }
    }
}
