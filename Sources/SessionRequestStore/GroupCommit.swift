internal import GRDB
internal import SessionRequestModel
internal import Synchronization

/// The one writer. It drains the queue of commands and commits what it found together: each command can be undone alone,
/// one transaction and one fsync for all, answers only after it. A lone command waits for nobody.
///
/// Mutable state: `inbox`, guarded by its mutex, because it is filled from anywhere.
final class GroupCommit: Sendable {
    private struct Inbox {
        var commands: [any Command] = []
        var isDraining = false
        var isClosed = false
    }

    /// Commands in one transaction at most, so that a flood does not hold the first answers back for long.
    private static let largestGroup = 512

    private let inbox = Mutex(Inbox())
    private let thread = WriterThread()
    private let memoryIsWanted = Atomic(false)
    private let database: DatabaseQueue
    private let readers: Readers
    private let state: WriterState
    private let checkpoints: Checkpoints
    private let deliver: @Sendable (CommittedGroup) -> Void

    init(
        database: DatabaseQueue, codes: LiveCodes, readers: Readers,
        deliver: @escaping @Sendable (CommittedGroup) -> Void
    ) throws {
        self.database = database
        self.readers = readers
        self.deliver = deliver
        let checkpoints = Checkpoints(path: database.path)
        self.checkpoints = checkpoints
        state = try database.writeWithoutTransaction { db in
            checkpoints.watch(db)
            return try WriterState(db, codes: codes)
        }
        guard thread.start({ self.write(waitingBy: $0) }) else {
            throw StoreError.unusable(path: database.path, cause: "the process may have no more threads")
        }
    }

    func submit(_ command: any Command) {
        let (mustStart, isClosed) = inbox.withLock { inbox in
            if inbox.isClosed { return (false, true) }
            inbox.commands.append(command)
            defer { inbox.isDraining = true }
            return (!inbox.isDraining, false)
        }
        if isClosed {
            return deliver(CommittedGroup(events: [], answers: [{ command.tell(.closed) }], failure: .closed))
        }
        if mustStart { thread.wake() }
    }

    /// Commits what was submitted; what comes later is refused. To be called once, and not on the writer's thread, which
    /// lives until then.
    func close() {
        let wasClosed = inbox.withLock { inbox in
            defer { inbox.isClosed = true }
            return inbox.isClosed
        }
        if !wasClosed { thread.wake() }
        thread.join()
    }

    /// Gives memory back that the connection took for speed.
    func releaseMemory() {
        memoryIsWanted.store(true, ordering: .relaxed)
        thread.wake()
    }

    /// The writer's life. It has the connection all along, and the statements that every group needs.
    private func write(waitingBy waitForWork: () -> Void) {
        database.writeWithoutTransaction { db in
            // Made before anybody waits for them; what keeps them from being made is told to who needs them.
            var statements = try? WriteStatements(db)
            repeat {
                waitForWork()
                while let group = nextGroup() {
                    deliver(commit(group, &statements, db))
                    readers.letGoOfThePast()
                    if checkpoints.committed(on: db) { readers.renewSnapshots() }
                }
                if memoryIsWanted.exchange(false, ordering: .relaxed) {
                    statements = nil
                    db.releaseMemory()
                }
            } while !inbox.withLock { $0.isClosed && $0.commands.isEmpty }
        }
        checkpoints.close(database)
    }

    private func nextGroup() -> [any Command]? {
        inbox.withLock { inbox in
            if inbox.commands.isEmpty {
                inbox.isDraining = false
                return nil
            }
            if inbox.commands.count <= Self.largestGroup {
                defer { inbox.commands = [] }
                return inbox.commands
            }
            defer { inbox.commands.removeFirst(Self.largestGroup) }
            return Array(inbox.commands[..<Self.largestGroup])
        }
    }

    private func commit(
        _ group: [any Command], _ kept: inout WriteStatements?, _ db: Database
    ) -> CommittedGroup {
        do {
            let statements = try kept ?? WriteStatements(db)
            kept = statements
            let transaction = WriteTransaction(db, statements, state: state)
            do {
                try statements.begin.run()
                for command in group { try transaction.run(command) }
                if transaction.talliesAreDue { try transaction.writeTallies() }
                let deadline = try transaction.nextDeadline()
                let outbox = transaction.outboxChanged ? try transaction.snapshot.outboxState() : nil
                try readers.commits.during { try statements.commit.run() }
                transaction.settle()
                return CommittedGroup(
                    events: transaction.events, answers: Self.answers(group, nil), failure: nil,
                    nextDeadline: deadline, outbox: outbox, deadLetters: transaction.deadLetters)
            } catch {
                transaction.forget()
                if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
                throw error
            }
        } catch {
            return failed(group, StoreError(error), db)
        }
    }

    private func failed(_ group: [any Command], _ failure: StoreError, _ db: Database) -> CommittedGroup {
        let deadline = try? Snapshot(db, codes: state.codes).nextDeadline()
        return CommittedGroup(
            events: [], answers: Self.answers(group, failure), failure: failure, nextDeadline: deadline ?? nil)
    }

    private static func answers(_ group: [any Command], _ failure: StoreError?) -> [@Sendable () -> Void] {
        group.map { command in { command.tell(failure) } }
    }
}
