internal import Glibc
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore

/// What a daemon has before it serves: its doors, the store brought up to date, and the threads that they need.
struct OpenedDesk: Sendable {
    let configuration: Configuration
    let doorChannels: DoorChannels
    let directory: StateDirectory
    let threads: ServerThreads
    let loop: any EventLoop
    /// Takes what commits bring, on the loop; without it their answers alone are given.
    let commits: NIOLoopBoundBox<((CommittedGroup) -> Void)?>
    let store: Store
    let desk: Desk
    /// The readable part of the log.
    let bounds: LogBounds
    /// When the next change by the clock alone is due.
    let nextDeadline: Timestamp?
    /// How the outbox stands.
    let outbox: OutboxState
    /// What could not be written for want of room.
    let owed: Change<Int>?

    /// Opens all of it. Throws what keeps the daemon from starting.
    static func open(
        _ options: Daemon.Options, on threads: Task<ServerThreads, Never>, logger: Logger
    ) async throws -> OpenedDesk {
        umask(0o077)
        let configuration = try options.configuration()
        let directory = try StateDirectory(path: options.stateDirectory)
        // Before the doors: of two daemons that start at once, one gets all.
        let held = try HeldDirectory(directory.path)
        async let secret = directory.linkSecret()
        let threads = await threads.value
        let loop = threads.group.next()
        let opening = DoorChannels.open(options.doors, on: threads.group)
        let commits = NIOLoopBoundBox<((CommittedGroup) -> Void)?>.makeEmptyBox(eventLoop: loop)
        let store = try Store(in: held, newEpoch: StateDirectory.newEpoch) { group in
            loop.execute {
                if let take = commits.value { return take(group) }
                for answer in group.answers { answer() }
            }
        }
        do {
            let desk = Desk(
                epoch: store.epoch, secret: try await secret, settings: configuration.desk,
                clock: SystemClock.now, timeZoneExists: TimeZones.exists)
            let doorChannels = try await opening.get()
            let found = try await begin(in: directory, at: options.stateDirectory, store, desk, logger)
            return OpenedDesk(
                configuration: configuration, doorChannels: doorChannels, directory: directory, threads: threads,
                loop: loop, commits: commits, store: store, desk: desk, bounds: found.bounds,
                nextDeadline: found.deadline, outbox: found.outbox, owed: found.owed)
        } catch {
            store.close()
            throw error
        }
    }

    /// Marks the directory as that of a daemon that runs, and ends what the run before could not. A start that fails
    /// leaves no mark.
    private static func begin(
        in directory: StateDirectory, at path: String, _ store: Store, _ desk: Desk, _ logger: Logger
    ) async throws -> Found {
        async let finding = endWhatWasLost(store, desk)
        // Made while the writer is at it: a new file takes its time.
        let wasRunning = StateDirectory.wasRunning(path)
        let found: Found
        do {
            found = try await finding
        } catch {
            if !wasRunning { directory.markStopped() }
            throw error
        }
        if store.wasRestored {
            logger.notice(
                "the database was restored: what came after the copy is gone, and the log has another name",
                metadata: MessageID.databaseRestored.metadata())
        }
        if wasRunning {
            logger.notice(
                "the last run ended without a goodbye; its data was read back, \(found.lost) sessions were ended",
                metadata: MessageID.recoveredAfterCrash.metadata())
        }
        return found
    }

    /// What a start finds in the store.
    private struct Found {
        /// How many sessions were ended.
        let lost: Int
        let bounds: LogBounds
        let deadline: Timestamp?
        let outbox: OutboxState
        let owed: Change<Int>?

        init(_ snapshot: Snapshot, lost: Int, owed: Change<Int>? = nil) throws {
            self.lost = lost
            bounds = try snapshot.logBounds()
            deadline = try snapshot.nextDeadline()
            outbox = try snapshot.outboxState()
            self.owed = owed
        }
    }

    /// Sessions that lived by a connection to the process before this one are ended, and what its couriers had taken is
    /// to be taken anew: it could do neither itself. Where there is no room for that it is owed, and reading goes on.
    private static func endWhatWasLost(_ store: Store, _ desk: Desk) async throws -> Found {
        let endLost = desk.allLeasesLost()
        let giveBack = desk.allDeliveriesLost()
        let change: Change<Int> = { transaction in
            let lost = try endLost(transaction)
            if try transaction.snapshot.outboxState().lines.contains(where: \.isHeld) { try giveBack(transaction) }
            return lost
        }
        do {
            return try await withCheckedThrowingContinuation { continuation in
                store.write({ try Found($0.snapshot, lost: change($0)) }) { continuation.resume(with: $0) }
            }
        } catch StoreError.storageFull {
            return try store.read { try Found($0, lost: 0, owed: change) }
        }
    }
}
