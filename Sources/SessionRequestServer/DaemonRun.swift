internal import NIOCore
internal import NIOPosix
internal import SessionRequestService
internal import SessionRequestStore
internal import Systemd

/// The parts of a running daemon that live on the event loop, and its comings and goings.
final class DaemonRun {
    private let server: Server
    private let acceptor: Acceptor
    private let marks: OutboxMarks
    private let roles: NIOLoopBoundBox<RoleRules>
    private let idleSeconds: Int64?
    private let notifier: ServiceNotifier
    private let ended: (Ending) -> Void
    private var idleTimer: Scheduled<Void>?
    private var quietTimer: Scheduled<Void>?
    private var timers: [RepeatedTask] = []

    init(
        server: Server, names: NIOThreadPool, roles: RoleRules, doors: DoorChannels,
        marks: OutboxMarks, idleSeconds: Int64?, notifier: ServiceNotifier, ended: @escaping (Ending) -> Void
    ) {
        self.server = server
        self.marks = marks
        self.roles = NIOLoopBoundBox(roles, eventLoop: server.loop)
        self.idleSeconds = idleSeconds
        self.notifier = notifier
        self.ended = ended
        acceptor = Acceptor(server: server, names: names, roles: self.roles, doors: doors)
    }

    func open() {
        server.onOccupancy = { [weak self] isOccupied in self?.occupancyChanged(isOccupied) }
        server.onOutbox = { [weak self] in self?.marks.look() }
        marks.look()
        if let interval = notifier.watchdogInterval { watch(TimeAmount.nanoseconds(Int64(interval / .nanoseconds(1)))) }
        let server = NIOLoopBound(server, eventLoop: server.loop)
        timers.append(
            server.value.loop.scheduleRepeatedTask(initialDelay: .seconds(5), delay: .hours(1)) { _ in
                server.value.dropEnded()
            })
        occupancyChanged(false)
        acceptor.open()
    }

    /// Tells the service manager twice in an interval that the loop turns, and the log when it had stood still for longer.
    private func watch(_ interval: TimeAmount) {
        let (notifier, log) = (notifier, server.log)
        let lastTick = NIOLoopBoundBox(NIODeadline.now(), eventLoop: server.loop)
        let half = TimeAmount.nanoseconds(interval.nanoseconds / 2)
        timers.append(
            server.loop.scheduleRepeatedTask(initialDelay: .nanoseconds(0), delay: half) { _ in
                let elapsed = NIODeadline.now() - lastTick.value
                if elapsed > interval { log.wasStuck(seconds: elapsed.nanoseconds / 1_000_000_000) }
                lastTick.value = .now()
                notifier.alive()
            })
    }

    /// A configuration read again takes effect; connections keep the roles they came with.
    func configure(_ configuration: Configuration) {
        server.desk.settings = configuration.desk
        server.limits = configuration.limits
        roles.value = configuration.roles
        server.couriers.configured()
        marks.look()
    }

    /// Says good-bye to everybody and waits a moment for them to take it.
    func stop() -> EventLoopFuture<Void> {
        idleTimer?.cancel()
        quietTimer?.cancel()
        for timer in timers { timer.cancel() }
        marks.stop()
        acceptor.close()
        server.onOccupancy = nil
        let promise = server.loop.makePromise(of: Void.self)
        server.stop()
        guard !server.connections.isEmpty else {
            promise.succeed()
            return promise.futureResult
        }
        let deadline = server.loop.assumeIsolated().scheduleTask(in: .seconds(ServerLimits.shutdownSeconds)) {
            promise.succeed()
        }
        server.onOccupancy = { isOccupied in
            guard !isOccupied else { return }
            deadline.cancel()
            promise.succeed()
        }
        return promise.futureResult
    }

    /// Leaves the marks by which the next run is started, as the last commit makes them.
    func leaveMarks() { marks.look() }

    private func occupancyChanged(_ isOccupied: Bool) {
        idleTimer?.cancel()
        idleTimer = nil
        guard !isOccupied else { return }
        releaseMemoryInAMoment()
        guard let idleSeconds else { return }
        idleTimer = server.loop.assumeIsolated().scheduleTask(in: .seconds(idleSeconds)) { [weak self] in
            self?.leaveIfIdle()
        }
    }

    /// A daemon that nobody is connected to keeps little; but a client that connects for each call must not pay for that.
    private func releaseMemoryInAMoment() {
        quietTimer?.cancel()
        quietTimer = server.loop.assumeIsolated().scheduleTask(in: .milliseconds(500)) { [weak self] in
            guard let self, self.server.connections.isEmpty else { return }
            self.server.stream.releaseMemory()
            self.server.store.releaseMemory()
            ProcessMemory.release()
        }
    }

    /// Stops polling the doors and looks once more: somebody who came meanwhile is served, somebody who comes later is
    /// for the next instance.
    ///
    /// While something is ahead that somebody must hear of, or a recipient's client keeps a grant alive, it stays.
    private func leaveIfIdle() {
        let now = server.desk.now
        let isLeased = (try? server.store.read { try $0.hasRunningLease(at: now) }) ?? false
        if isLeased || marks.hasSomethingAhead { return occupancyChanged(false) }
        acceptor.pause()
        guard server.connections.isEmpty, acceptor.arriving == 0, !acceptor.hasWaitingPeer else {
            acceptor.resume()
            return occupancyChanged(!server.connections.isEmpty)
        }
        ended(.idle)
    }
}
