internal import GRDB
internal import JSONRPC
internal import SessionRequestModel

/// The desk's memory: one SQLite database with an event log, in a directory that belongs to the service alone.
///
/// One writer commits in groups (`write`); reads (`read`) see the last commit and never wait for the writer. What a read
/// shows is durable: WAL with `synchronous=FULL` makes a commit visible only after it is on the disk. No type of the
/// database library leaves this target.
public final class Store: Sendable {
    /// Names the database; a cursor of another one means nothing here. Made with the database, and anew when it was
    /// restored.
    public let epoch: String
    /// Whether the database was found to be restored from a copy: what came after the copy is gone, the epoch is new, and
    /// new requests have numbers that no request had.
    public let wasRestored: Bool
    private let held: HeldDirectory
    private let stopMark: StopMark
    private let markOfThisStop: String
    private let writer: DatabaseQueue
    private let readers: Readers
    private let codes = LiveCodes()
    private let groupCommit: GroupCommit

    /// Opens the database in `held`, makes it on the first start, and brings an older one up to date.
    ///
    /// - Parameters:
    ///   - held: the directory, for this store alone. Files are made for their owner alone, mode 0600.
    ///   - newEpoch: makes a name that nothing had: for an epoch, and for the mark by which a restored database is told
    ///     from the one that stopped here last.
    ///   - deliver: takes what a commit brought, in the order of commits, from the writer's thread.
    /// - Throws: `StoreError.databaseTooNew` before anything is touched; `.unusable`, `.storageFull`.
    public init(
        in held: HeldDirectory, newEpoch: () -> String, deliver: @escaping @Sendable (CommittedGroup) -> Void
    ) throws(StoreError) {
        try DatabaseFile.prepare(held.path)
        do {
            writer = try Connections.writer(held.path)
            readers = Readers(path: held.path)
            let stopMark = StopMark(directory: held.directory)
            let identity = try writer.write { db in try DatabaseIdentity(db, stopMark, newEpoch: newEpoch) }
            epoch = identity.epoch
            wasRestored = identity.wasRestored
            self.stopMark = stopMark
            markOfThisStop = newEpoch()
            self.held = held
            groupCommit = try GroupCommit(database: writer, codes: codes, readers: readers, deliver: deliver)
        } catch {
            throw StoreError(error, path: held.path)
        }
    }

    /// Runs `change` in the next group that is committed, in the order of calls. `answer` makes of its outcome what is to
    /// be done once the whole group is durable, or has failed; that comes back in `CommittedGroup.answers`.
    ///
    /// `change` runs on the writer's thread: what it throws undoes its own writes and nobody else's. Callable from
    /// anywhere, at any time; after `close` the outcome is `StoreError.closed`, delivered on the calling thread.
    public func write<Outcome: Sendable>(
        _ change: @escaping @Sendable (WriteTransaction) throws -> Outcome,
        answer: @escaping @Sendable (Result<Outcome, any Error>) -> Void
    ) {
        groupCommit.submit(CommandOf(change: change, answer: answer))
    }

    /// Runs `look` on the calling thread, in one snapshot of the last commit.
    public func read<Outcome>(_ look: (Snapshot) throws -> Outcome) throws -> Outcome {
        do {
            return try readers.look { db in try look(Snapshot(db, codes: codes)) }
        } catch {
            throw StoreError.told(error)
        }
    }

    /// Finishes what was submitted, folds the log of SQLite back into the database, and closes it. Blocks until then.
    /// Not to be called from `deliver`, nor from a change.
    public func close() {
        groupCommit.close()
        readers.close()
        try? stopMark.leave(markOfThisStop, in: writer)
        Connections.empty(writer)
        try? writer.close()
        held.release()
    }

    /// Gives memory back that was taken for speed; for a daemon with nothing to do.
    public func releaseMemory() {
        readers.releaseMemory()
        groupCommit.releaseMemory()
    }
}
