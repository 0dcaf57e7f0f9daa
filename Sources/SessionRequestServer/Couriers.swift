internal import NIOCore
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire

/// Who waits for what must leave the machine: `delivery.next`. Woken by commits that change the outbox, and by the time at
/// which something in it is due. Lives on the event loop.
final class Couriers {
    private final class Waiter {
        let wish: DeliveryWish
        let call: BlockingCall
        let connection: Connection
        var isTaking = false
        /// Whether the outbox has changed while it was taking.
        var mustLookAgain = false
        var isOutOfTime: Bool

        init(wish: DeliveryWish, call: BlockingCall, connection: Connection, isOutOfTime: Bool) {
            self.wish = wish
            self.call = call
            self.connection = connection
            self.isOutOfTime = isOutOfTime
        }
    }

    private unowned let server: Server
    private var waiters: [Waiter] = []
    private var timer: Scheduled<Void>?
    private(set) var state: OutboxState

    init(server: Server, state: OutboxState) {
        self.server = server
        self.state = state
    }

    // MARK: Facts

    /// A call asks for a delivery; without time it takes what there is.
    func next(_ wish: DeliveryWish, seconds: Double, _ call: BlockingCall, _ connection: Connection) {
        let waiter = Waiter(wish: wish, call: call, connection: connection, isOutOfTime: seconds == 0)
        waiters.append(waiter)
        call.whenEnded { [weak self, weak waiter] in
            self?.waiters.removeAll { $0 === waiter }
            self?.armTimer()
        }
        if seconds > 0 {
            call.after(seconds: seconds) { [weak self] in
                waiter.isOutOfTime = true
                if !waiter.isTaking { self?.end(waiter) }
            }
        }
        look(waiter)
    }

    /// The outbox is another.
    func committed(_ state: OutboxState) {
        self.state = state
        lookAll()
    }

    /// Other endpoints may be configured.
    func configured() { lookAll() }

    /// The connection is gone, and with it its right to what it had taken.
    func ended(_ connection: Connection) {
        guard connection.tookDeliveries else { return }
        server.write(server.desk.deliveriesLost(by: connection.caller.connection)) { _ in }
    }

    func stop() {
        timer?.cancel()
        timer = nil
    }

    // MARK: Taking

    private func lookAll() {
        for waiter in waiters { look(waiter) }
    }

    private func isDue(_ waiter: Waiter, at now: Timestamp) -> Bool {
        state.lines.contains { $0.due <= now && waiter.wish.wants($0) }
    }

    private func look(_ waiter: Waiter) {
        if waiter.isTaking {
            waiter.mustLookAgain = true
            return
        }
        guard isDue(waiter, at: server.desk.now) else {
            if waiter.isOutOfTime { end(waiter) }
            return armTimer()
        }
        waiter.isTaking = true
        waiter.mustLookAgain = false
        server.write(server.desk.takeDelivery(waiter.wish, by: waiter.connection.caller)) { [weak self] result in
            waiter.isTaking = false
            self?.took(result, waiter)
        }
    }

    private func took(_ result: Result<WireDueDelivery?, any Error>, _ waiter: Waiter) {
        switch result {
        case .failure(let error): waiter.call.end(.failure(error))
        case .success(let delivery?):
            guard !waiter.call.hasEnded, waiter.connection.isOpen else {
                let change = server.desk.deliveryReturned(delivery.id, by: waiter.connection.caller.connection)
                return server.write(change) { _ in }
            }
            waiter.connection.tookDeliveries = true
            waiter.call.end(.success(DeliveryMethods.Next.Result(delivery: delivery)))
        case .success(nil):
            if waiter.mustLookAgain, !waiter.call.hasEnded { return look(waiter) }
            if waiter.isOutOfTime { end(waiter) }
            armTimer()
        }
    }

    private func end(_ waiter: Waiter) {
        waiter.call.end(.success(DeliveryMethods.Next.Result(delivery: nil)))
    }

    /// Wakes at the next instant at which something comes due that somebody waits for. The timer does not run while the
    /// machine sleeps, nor follow the clock when it is set: it looks at least each minute.
    private func armTimer() {
        timer?.cancel()
        timer = nil
        let now = server.desk.now
        let ahead = state.lines.filter { line in
            line.due > now && waiters.contains { $0.wish.wants(line) }
        }
        guard let next = ahead.map(\.due).min(), !server.isStopping else { return }
        let wait = min(max(next.milliseconds(since: now), 1), 60_000)
        timer = server.loop.assumeIsolated().scheduleTask(in: .milliseconds(wait)) { [weak self] in
            self?.lookAll()
            self?.armTimer()
        }
    }
}
