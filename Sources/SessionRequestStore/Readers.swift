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

    private let idle = Mutex<[DatabaseQueue]?>([])
    private let free = DispatchSemaphore(value: limit)
    private let path: String

    init(path: String) {
        self.path = path
    }

    /// Runs `look` on the calling thread, on a connection that nobody else has meanwhile.
    func withConnection<Outcome>(_ look: (Database) throws -> Outcome) throws -> Outcome {
        free.wait()
        defer { free.signal() }
        let reader = try take()
        defer { giveBack(reader) }
        return try reader.unsafeRead(look)
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

    private func take() throws -> DatabaseQueue {
        let reader = try idle.withLock { idle in
            guard idle != nil else { throw StoreError.closed }
            return idle?.popLast()
        }
        if let reader { return reader }
        var configuration = Connections.configuration
        configuration.readonly = true
        configuration.label = "reader"
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private func giveBack(_ reader: DatabaseQueue) {
        idle.withLock { $0?.append(reader) }
    }
}
