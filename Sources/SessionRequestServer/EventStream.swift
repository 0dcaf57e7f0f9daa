internal import NIOCore
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire

/// Delivery: gives each subscription what lies behind its position in the log, as fast as its reader takes it.
///
/// A subscription is a position, not a buffer. A reader who has stopped holds one page at most, which it shares with all
/// who are at the same place; nobody waits for it. Lives on the event loop.
final class EventStream {
    private unowned let server: Server
    /// The last event of the log, and the last place that retention has removed.
    private(set) var bounds: LogBounds
    private var subscriptions: [ObjectIdentifier: Subscription] = [:]
    /// The pages read or written last, the newest at the end.
    private var pages: [StreamPage] = []
    private var readers: [Int64: [Subscription]] = [:]

    init(server: Server, bounds: LogBounds) {
        self.server = server
        self.bounds = bounds
    }

    var count: Int { subscriptions.count }

    // MARK: Facts

    /// A subscription whose connection ended while it was looked up is nobody's: there is nothing to deliver to.
    func subscribed(_ subscription: Subscription) {
        guard subscription.connection.isOpen else { return }
        subscriptions[ObjectIdentifier(subscription)] = subscription
        subscription.connection.subscriptions.append(subscription)
    }

    /// The answer that names a subscription is on its way, or there is none.
    func announced(_ subscription: Subscription, isTold: Bool) {
        guard subscriptions[ObjectIdentifier(subscription)] != nil else { return }
        guard isTold else { return unsubscribed(subscription) }
        subscription.isAnnounced = true
        if let end = subscription.end { return close(subscription, reason: end.reason, retryAfter: end.retryAfter) }
        beat(subscription)
        pumpSoon(subscription)
    }

    func unsubscribed(_ subscription: Subscription) {
        subscription.timer?.cancel()
        subscriptions[ObjectIdentifier(subscription)] = nil
        subscription.connection.subscriptions.removeAll { $0 === subscription }
    }

    /// Events were committed.
    func committed(_ events: [LoggedEvent]) {
        guard let last = events.last else { return }
        if !subscriptions.isEmpty {
            for page in StreamPage.pages(of: events, after: bounds.latest) { keep(page) }
        }
        bounds.latest = last.sequence
        for subscription in subscriptions.values { pump(subscription) }
    }

    /// Retention removed what lay up to a place.
    func retained(_ bounds: LogBounds) {
        self.bounds.earliest = bounds.earliest
        pages.removeAll()
        for subscription in subscriptions.values where subscription.position < bounds.earliest {
            close(subscription, reason: "retention", retryAfter: 0)
        }
    }

    /// A connection takes pages again.
    func wake(_ connection: Connection) {
        for subscription in connection.subscriptions { pump(subscription) }
    }

    /// Tells the reader that this is the end, and from where to go on.
    func close(_ subscription: Subscription, reason: String, retryAfter: Double) {
        guard subscription.isAnnounced else { return subscription.end = .init(reason: reason, retryAfter: retryAfter) }
        subscription.connection.notify(
            EventsNotifications.closed,
            EventsNotifications.Closed(
                subscription: subscription.id, reason: reason, resume: server.desk.cursor(subscription.position),
                retryAfter: retryAfter))
        unsubscribed(subscription)
        subscription.connection.flushSoon()
    }

    /// Forgets what is only kept for speed.
    func releaseMemory() {
        pages.removeAll(keepingCapacity: false)
    }

    // MARK: Delivery

    private func pumpSoon(_ subscription: Subscription) {
        guard !subscription.isQueued else { return }
        subscription.isQueued = true
        server.loop.assumeIsolated().execute { [weak self] in
            subscription.isQueued = false
            self?.pump(subscription)
        }
    }

    private func pump(_ subscription: Subscription) {
        guard subscriptions[ObjectIdentifier(subscription)] != nil, subscription.isAnnounced, !subscription.isQueued
        else { return }
        let connection = subscription.connection
        for _ in 0..<ServerLimits.streamPagesInARow {
            guard connection.takesStream else { return }
            guard subscription.position < bounds.latest else { return tellCaughtUp(subscription) }
            guard subscription.position >= bounds.earliest else {
                return close(subscription, reason: "retention", retryAfter: 0)
            }
            guard let page = pages.last(where: { $0.from == subscription.position }) else {
                return read(for: subscription)
            }
            give(page, to: subscription)
        }
        pumpSoon(subscription)
    }

    private func give(_ page: StreamPage, to subscription: Subscription) {
        subscription.position = page.to
        if let lines = page.lines(for: subscription, server.desk) {
            subscription.toldPosition = page.to
            subscription.lastSent = .now()
            server.metrics.deliveries += page.events.count
            subscription.connection.sendPage(lines)
        } else if page.to - subscription.toldPosition >= ServerLimits.silentEvents {
            sync(subscription)
        }
        if page.to < bounds.latest { subscription.owesSync = true }
    }

    private func tellCaughtUp(_ subscription: Subscription) {
        guard subscription.owesSync else { return }
        subscription.owesSync = false
        sync(subscription)
    }

    private func sync(_ subscription: Subscription) {
        subscription.toldPosition = subscription.position
        subscription.lastSent = .now()
        subscription.connection.notify(
            EventsNotifications.sync,
            EventsNotifications.Sync(
                subscription: subscription.id, cursor: server.desk.cursor(subscription.position)))
        subscription.connection.flushSoon()
    }

    private func read(for subscription: Subscription) {
        let from = subscription.position
        if readers[from] != nil {
            readers[from]?.append(subscription)
            return
        }
        readers[from] = [subscription]
        let look: @Sendable (Snapshot) throws -> ([LoggedEvent], LogBounds) = { snapshot in
            let bounds = try snapshot.logBounds()
            return (
                try snapshot.events(
                    after: from, limit: ServerLimits.streamPageEvents, bytes: ServerLimits.streamPage), bounds
            )
        }
        server.readNow(look) { [weak self] result in
            guard let self else { return }
            let waiting = self.readers.removeValue(forKey: from) ?? []
            switch result {
            case .success(let (events, bounds)):
                if let last = events.last {
                    self.keep(StreamPage(from: from, to: last.sequence, events: events))
                } else if bounds.latest > from {
                    // What followed was rolled back or removed: nothing is there up to the latest place.
                    self.keep(StreamPage(from: from, to: bounds.latest, events: []))
                }
                for subscription in waiting { self.pump(subscription) }
            case .failure(let error):
                self.server.log.cannotReadLog(error)
                for subscription in waiting {
                    self.server.loop.assumeIsolated().scheduleTask(in: .seconds(1)) { [weak self] in
                        self?.pump(subscription)
                    }
                }
            }
        }
    }

    private func keep(_ page: StreamPage) {
        pages.append(page)
        if pages.count > ServerLimits.streamPagesKept { pages.removeFirst(pages.count - ServerLimits.streamPagesKept) }
    }

    // MARK: Heartbeats

    private func beat(_ subscription: Subscription) {
        let due = subscription.lastSent + subscription.heartbeat
        subscription.timer = server.loop.assumeIsolated().scheduleTask(deadline: due) {
            [weak self, weak subscription] in
            guard let self, let subscription, self.subscriptions[ObjectIdentifier(subscription)] != nil else { return }
            if NIODeadline.now() >= subscription.lastSent + subscription.heartbeat {
                if subscription.connection.takesStream {
                    self.sync(subscription)
                } else {
                    subscription.lastSent = .now()
                }
            }
            self.beat(subscription)
        }
    }
}
