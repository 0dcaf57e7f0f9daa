internal import Dispatch
internal import GRDB
public import SessionRequestModel
internal import Synchronization

/// What one commit brought.
public struct CommittedGroup: Sendable {
    /// What was written to the log, in order; empty when the group failed or wrote nothing.
    public var events: [LoggedEvent]
    /// To be run once, in order: each tells one caller of `Store.write` its outcome.
    public var answers: [@Sendable () -> Void]
    /// Why the group failed as a whole; its answers say the same.
    public var failure: StoreError?
    /// Milliseconds since the epoch at which the next change by the clock alone is due; nil when none is.
    public var nextDeadline: Timestamp?
}

/// A change on its way to the writer. `run` keeps the outcome and hands back what tells it to the caller: one closure
/// for a group that was committed, one for a group that failed.
struct Command: Sendable {
    struct Verdict: Sendable {
        var committed: @Sendable () -> Void
        var failed: @Sendable (StoreError) -> Void
    }

    let run: @Sendable (WriteTransaction) -> (verdict: Verdict, error: (any Error)?)
    let refuse: @Sendable (StoreError) -> Void

    init<Outcome: Sendable>(
        change: @escaping @Sendable (WriteTransaction) throws -> Outcome,
        answer: @escaping @Sendable (Result<Outcome, any Error>) -> Void
    ) {
        refuse = { answer(.failure($0)) }
        run = { transaction in
            let outcome = Result { try change(transaction) }
            let verdict = Verdict(committed: { answer(outcome) }, failed: { answer(.failure($0)) })
            if case .failure(let error) = outcome { return (verdict, error) }
            return (verdict, nil)
        }
    }
}

/// The one writer. It drains the queue of commands and commits what it found together: each command in a savepoint of its
/// own, one transaction and one fsync for all, answers only after it. A lone command waits for nobody.
///
/// Mutable state: `inbox`, guarded by its mutex, because it is filled from anywhere; `ids`, whose lock is never contended,
/// because only `queue` asks it; and the count of `eventsSinceCheckpoint`.
final class GroupCommit: Sendable {
    private struct Inbox {
        var commands: [Command] = []
        var isDraining = false
        var isClosed = false
    }

    /// Commands in one transaction at most, so that a flood does not hold the first answers back for long.
    private static let largestGroup = 512
    /// Events after which SQLite's log is folded back: with nothing else to write, under load, and on the writer's own
    /// queue, because it outruns the one beside it.
    private static let checkpointWhenQuiet = 500
    private static let checkpointUnderLoad = 8000
    private static let checkpointAtOnce = 64_000

    private let inbox = Mutex(Inbox())
    private let queue = DispatchQueue(label: "session-request.writer", qos: .userInitiated)
    private let pool: DatabasePool
    private let deliver: @Sendable (CommittedGroup) -> Void
    private let ids: RequestIDs
    private let eventsSinceCheckpoint = Atomic(0)
    private let checkpointQueue = DispatchQueue(label: "session-request.checkpoint", qos: .utility)

    init(pool: DatabasePool, deliver: @escaping @Sendable (CommittedGroup) -> Void) throws {
        self.pool = pool
        self.deliver = deliver
        ids = RequestIDs(
            last: try pool.read { db in
                try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'requests'") ?? 0
            })
    }

    func submit(_ command: Command) {
        let (mustStart, isClosed) = inbox.withLock { inbox in
            if inbox.isClosed { return (false, true) }
            inbox.commands.append(command)
            defer { inbox.isDraining = true }
            return (!inbox.isDraining, false)
        }
        if isClosed {
            return deliver(CommittedGroup(events: [], answers: [{ command.refuse(.closed) }], failure: .closed))
        }
        if mustStart { queue.async { self.drain() } }
    }

    func close() {
        inbox.withLock { $0.isClosed = true }
        queue.sync {
            self.drain()
            self.checkpointQueue.sync { self.checkpoint() }
        }
    }

    private func drain() {
        while true {
            let group = inbox.withLock { inbox in
                let group = Array(inbox.commands.prefix(Self.largestGroup))
                inbox.commands.removeFirst(group.count)
                if group.isEmpty { inbox.isDraining = false }
                return group
            }
            if group.isEmpty { return }
            let committed = commit(group)
            deliver(committed)
            checkpointIfDue(after: committed.events.count)
        }
    }

    private func commit(_ group: [Command]) -> CommittedGroup {
        var verdicts: [Command.Verdict] = []
        verdicts.reserveCapacity(group.count)
        do {
            return try pool.writeWithoutTransaction { db in
                let transaction = WriteTransaction(db, ids: ids)
                do {
                    try db.cachedStatement(sql: "BEGIN IMMEDIATE").execute()
                    for command in group { verdicts.append(try inSavepoint(command, transaction, db)) }
                    let deadline = try transaction.nextDeadline()
                    try db.cachedStatement(sql: "COMMIT").execute()
                    return CommittedGroup(
                        events: transaction.events, answers: verdicts.map(\.committed), failure: nil,
                        nextDeadline: deadline)
                } catch {
                    if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
                    throw error
                }
            }
        } catch {
            let failure = StoreError(error)
            var answers = verdicts.map { verdict -> @Sendable () -> Void in { verdict.failed(failure) } }
            answers += group[verdicts.count...].map { command -> @Sendable () -> Void in { command.refuse(failure) } }
            let deadline = try? pool.unsafeRead { try WriteTransaction.nextDeadline($0) }
            return CommittedGroup(events: [], answers: answers, failure: failure, nextDeadline: deadline ?? nil)
        }
    }

    /// Throws only what spoils the whole group: an error of the database itself.
    private func inSavepoint(_ command: Command, _ transaction: WriteTransaction, _ db: Database) throws
        -> Command.Verdict
    {
        try db.cachedStatement(sql: "SAVEPOINT command").execute()
        let mark = transaction.events.count
        let (verdict, error) = command.run(transaction)
        if let error {
            if let error = error as? DatabaseError { throw error }
            if let error = error as? StoreError { throw error }
            transaction.forgetEvents(after: mark)
            try db.cachedStatement(sql: "ROLLBACK TO command").execute()
        }
        try db.cachedStatement(sql: "RELEASE command").execute()
        return verdict
    }

    /// Folds SQLite's log back into the database, beside the writer as long as it can keep up.
    private func checkpointIfDue(after events: Int) {
        eventsSinceCheckpoint.add(events, ordering: .relaxed)
        let pending = eventsSinceCheckpoint.load(ordering: .relaxed)
        let isQuiet = inbox.withLock { $0.commands.isEmpty }
        if pending > Self.checkpointAtOnce {
            checkpoint()
        } else if pending > (isQuiet ? Self.checkpointWhenQuiet : Self.checkpointUnderLoad) {
            checkpointQueue.async { self.checkpoint() }
        }
    }

    private func checkpoint() {
        eventsSinceCheckpoint.store(0, ordering: .relaxed)
        // A connection of its own: a passive checkpoint holds neither readers nor the writer up. Best effort: what it
        // could not fold back, the next one will.
        try? DatabaseQueue(path: pool.path).writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)")
        }
    }
}
