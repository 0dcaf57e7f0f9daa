internal import JSONRPC
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire

/// What all connections share. Lives on the event loop, and so does everything it owns but the desk and the store.
final class Server {
    let loop: any EventLoop
    let desk: Desk
    let store: Store
    let routes: [String: Route]
    let log: ServerLog
    var limits: ConnectionLimits
    let metrics = Metrics()
    let startedAt: Timestamp
    private(set) var isStopping = false
    private let pool: NIOThreadPool
    private(set) var connections: [Int: Connection] = [:]
    private(set) var connectionsOfUser: [UInt32: Int] = [:]
    private(set) var nextDeadline: Timestamp?
    private var clockTimer: Scheduled<Void>?
    private var isInTurn = false
    private var toFlush: [Connection] = []
    private var storageIsFull = false
    /// Told whenever the last connection has gone, and when one comes.
    var onOccupancy: ((Bool) -> Void)?
    private(set) lazy var stream = EventStream(server: self, bounds: initialBounds)
    private(set) lazy var waiting = Waiting(server: self)
    private(set) lazy var couriers = Couriers(server: self, state: initialOutbox)
    /// Told when the outbox, or what is due by the clock, is another.
    var onOutbox: (() -> Void)?
    private let initialBounds: LogBounds
    private let initialOutbox: OutboxState
    private var owed: OwedChange?

    /// Requests brought up to date with the clock in one change.
    private static let catchUpStep = 500

    static let shuttingDown = WireError(
        .shuttingDown, "cannot answer: the service is stopping; connect again in a moment")

    init(
        loop: any EventLoop, desk: Desk, store: Store, pool: NIOThreadPool, log: ServerLog, limits: ConnectionLimits,
        bounds: LogBounds, nextDeadline: Timestamp?, outbox: OutboxState, owed: Change<Int>?
    ) {
        self.loop = loop
        self.desk = desk
        self.store = store
        self.pool = pool
        self.log = log
        self.limits = limits
        self.nextDeadline = nextDeadline
        initialBounds = bounds
        initialOutbox = outbox
        self.owed = owed.map { OwedChange($0) }
        startedAt = desk.now
        routes = Routes.table
        armClock()
        if owed != nil { writeInTheEnd { _ in } }
    }

    // MARK: Connections

    func began(_ connection: Connection) {
        connections[connection.caller.connection] = connection
        connectionsOfUser[connection.caller.uid, default: 0] += 1
        desk.arrived(connection.caller)
        onOccupancy?(true)
    }

    func ended(_ connection: Connection) {
        guard connections.removeValue(forKey: connection.caller.connection) != nil else { return }
        let uid = connection.caller.uid
        connectionsOfUser[uid] = connectionsOfUser[uid].flatMap { $0 > 1 ? $0 - 1 : nil }
        for subscription in connection.subscriptions { stream.unsubscribed(subscription) }
        waiting.ended(connection)
        couriers.ended(connection)
        if !connection.leases.isEmpty { writeInTheEnd(desk.leasesLost(connection.leases)) }
        if let change = desk.left(connection.caller) { writeInTheEnd(change) }
        if connections.isEmpty { onOccupancy?(false) }
    }

    /// Why a peer of this user cannot have one more connection; nil when it can.
    func refusal(of uid: UInt32) -> WireError? {
        if isStopping { return Self.shuttingDown }
        guard connections.count < limits.connections, connectionsOfUser[uid] ?? 0 < limits.connectionsPerUser else {
            return WireError.busy("cannot take another connection: there are too many", retryAfter: 1)
        }
        return nil
    }

    // MARK: Work

    /// Hands a change to the writer; `then` runs on the loop once it is durable, or has failed.
    func write<Outcome: Sendable>(
        _ change: @escaping Change<Outcome>, then: @escaping (Result<Outcome, any Error>) -> Void
    ) {
        guard let owed else {
            let then = NIOLoopBound(then, eventLoop: loop)
            return store.write(change) { result in then.value(result) }
        }
        owed.pay(from: store, on: loop) { [self] paid in
            if owed.isPaid { self.owed = nil }
            if case .failure(let failure) = paid { return then(.failure(failure)) }
            write(change, then: then)
        }
    }

    /// Writes what has happened already and nobody would ask for again, such as the end of a connection: anew each second
    /// while the store cannot take it. What is left when the service stops is made up for by its next start.
    func writeInTheEnd(_ change: @escaping Change<Void>) {
        write(change) { [weak self] result in
            guard let self, !self.isStopping, case .failure(let failure as StoreError) = result else { return }
            if case .closed = failure { return }
            self.loop.assumeIsolated().scheduleTask(in: .seconds(1)) { [weak self] in self?.writeInTheEnd(change) }
        }
    }

    /// Reads beside the loop, after what is due by the clock is written, and after the search index has caught up when the
    /// reading searches.
    func read<Outcome: Sendable>(
        searches: Bool, _ look: @escaping @Sendable (Snapshot) throws -> Outcome,
        then: @escaping (Result<Outcome, any Error>) -> Void
    ) {
        keepClock { [self] in
            if searches { indexForSearch { [self] in readNow(look, then: then) } } else { readNow(look, then: then) }
        }
    }

    func readNow<Outcome: Sendable>(
        _ look: @escaping @Sendable (Snapshot) throws -> Outcome,
        then: @escaping (Result<Outcome, any Error>) -> Void
    ) {
        let then = NIOLoopBound(then, eventLoop: loop)
        let store = store
        let loop = loop
        pool.submit { state in
            let result: Result<Outcome, any Error> =
                state == .active ? Result { try store.read(look) } : .failure(Self.shuttingDown)
            loop.execute { then.value(result) }
        }
    }

    /// Runs what waits for the disk, but needs no answer, beside the loop.
    func beside(_ body: @escaping @Sendable () -> Void) {
        pool.submit { state in if state == .active { body() } }
    }

    private func indexForSearch(then: @escaping () -> Void) {
        readNow({ try $0.searchIsCurrent() }) { [self] isCurrent in
            if (try? isCurrent.get()) == true { return then() }
            write({ try $0.indexForSearch(limit: 2000) }) { [self] isDone in
                if (try? isDone.get()) == false { return indexForSearch(then: then) }
                then()
            }
        }
    }

    /// Whether everything that is due by the clock is written.
    var clockIsKept: Bool {
        guard let nextDeadline else { return true }
        return nextDeadline > desk.now
    }

    /// Writes what is due by the clock. When it cannot be written, `then` sees what is there.
    func keepClock(_ then: @escaping () -> Void) {
        if clockIsKept { return then() }
        write(desk.catchUpWithClock(limit: Self.catchUpStep)) { [self] result in
            if case .success(Self.catchUpStep) = result { return keepClock(then) }
            then()
        }
    }

    /// What a commit brought; from the writer, in the order of commits. Who waits for an answer does not wait until all who
    /// listen have been told.
    func committed(_ group: CommittedGroup) {
        isInTurn = true
        for answer in group.answers { answer() }
        flushGathered()
        if group.failure == nil || group.nextDeadline != nil, nextDeadline != group.nextDeadline {
            let isAhead = nextDeadline != nil
            nextDeadline = group.nextDeadline
            armClock()
            if isAhead != (nextDeadline != nil) { onOutbox?() }
        }
        noteStorage(group.failure, wrote: !group.events.isEmpty)
        metrics.commits += 1
        metrics.events += group.events.count
        stream.committed(group.events)
        waiting.committed(group.events)
        if let outbox = group.outbox {
            couriers.committed(outbox)
            onOutbox?()
        }
        for entry in group.deadLetters { log.deliveryFailed(entry) }
        for logged in group.events where logged.event.type == .expired { log.expired(logged.event) }
        isInTurn = false
        flushGathered()
    }

    private func flushGathered() {
        let connections = toFlush
        toFlush.removeAll(keepingCapacity: true)
        for connection in connections { connection.flush() }
    }

    /// True when the connection will be flushed at the end of what is going on now.
    func flushAtEndOfTurn(_ connection: Connection) -> Bool {
        guard isInTurn else { return false }
        toFlush.append(connection)
        return true
    }

    private func noteStorage(_ failure: StoreError?, wrote: Bool) {
        if case .storageFull = failure, !storageIsFull {
            storageIsFull = true
            log.storageFull(failure)
        } else if failure == nil, wrote, storageIsFull {
            storageIsFull = false
            log.storageRecovered()
        } else if let failure {
            if case .storageFull = failure { return }
            log.cannotWrite(failure)
        }
    }

    /// Whether the last change was refused for want of room.
    var isStorageFull: Bool { storageIsFull }

    private func armClock() {
        clockTimer?.cancel()
        clockTimer = nil
        guard let nextDeadline, !isStopping else { return }
        // The timer does not run while the machine sleeps, nor follow the clock when it is set: look at least each minute.
        let wait = min(max(nextDeadline.milliseconds(since: desk.now), 0), 60_000)
        clockTimer = loop.assumeIsolated().scheduleTask(in: .milliseconds(wait)) { [weak self] in
            guard let self else { return }
            guard nextDeadline <= self.desk.now else { return self.armClock() }
            self.write(self.desk.catchUpWithClock(limit: Self.catchUpStep)) { [weak self] result in
                if case .failure = result { self?.retryClock() } else { self?.armClock() }
            }
        }
    }

    private func retryClock() {
        clockTimer?.cancel()
        clockTimer = loop.assumeIsolated().scheduleTask(in: .seconds(1)) { [weak self] in self?.armClock() }
    }

    /// Removes what retention does not keep, step by step.
    func dropEnded() {
        let settings = desk.settings
        let before = desk.now.adding(seconds: -settings.retentionDays * 86_400)
        let kept = desk.now.adding(seconds: -86_400)
        write({ transaction -> (more: Bool, bounds: LogBounds) in
            try transaction.forgetAnswers(before: kept)
            let more = try transaction.dropEnded(before: before, maxEvents: settings.retentionEvents, limit: 200)
            return (more, try transaction.snapshot.logBounds())
        }) { [weak self] result in
            guard let self, case .success(let (more, bounds)) = result else { return }
            if bounds.earliest > self.stream.bounds.earliest { self.stream.retained(bounds) }
            if more, !self.isStopping { self.dropEnded() }
        }
    }

    /// The error as it crosses the wire: what is the store's own is told to the log alone.
    func wireError(_ error: any Error) -> WireError {
        switch error {
        case let error as WireError: return error
        case StoreError.storageFull:
            return WireError(
                .storageFull, "cannot change anything: the disk is full; nothing was changed, try again later")
        case StoreError.closed: return Self.shuttingDown
        default:
            log.internalError(error)
            return WireError(.internal, "cannot answer because of a fault of the service; its log says more")
        }
    }

    // MARK: Ending

    /// Takes no more calls, ends those that wait, and closes every connection.
    func stop() {
        guard !isStopping else { return }
        isStopping = true
        clockTimer?.cancel()
        couriers.stop()
        for connection in connections.values { connection.serverStops() }
    }
}
