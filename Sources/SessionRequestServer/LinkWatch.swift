internal import NIOCore
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire

/// A page that is looked at by the person behind a link: it is told what the link shows, whenever that changes.
final class LinkWatch {
    let id: String
    let request: Int64
    let generation: Int64
    unowned let connection: Connection
    var told: WireLink
    /// Whether the answer that names it is on its way.
    var isAnnounced = false

    init(id: String, of watched: Desk.WatchedLink, connection: Connection) {
        self.id = id
        request = watched.id
        generation = watched.generation
        self.connection = connection
        told = watched.link
    }
}

/// Who waits for what at the desk besides the stream: `sessionRequest.wait`, `events.poll`, `link.watch`.
final class Waiting {
    private struct Waiter {
        var until: Set<String>
        var call: BlockingCall
    }

    private struct Poller {
        var filter: EventFilter
        var call: BlockingCall
        var wake: () -> Void
    }

    private unowned let server: Server
    private var waiters: [Int64: [Waiter]] = [:]
    private var pollers: [ObjectIdentifier: Poller] = [:]
    private var watches: [Int64: [LinkWatch]] = [:]
    private var staleWatches: Set<Int64> = []
    private var isRefreshing = false

    init(server: Server) {
        self.server = server
    }

    var watchCount: Int { watches.values.reduce(0) { $0 + $1.count } }

    // MARK: Facts

    func committed(_ events: [LoggedEvent]) {
        for (key, poller) in pollers where events.contains(where: { poller.filter.matches($0.event) }) {
            pollers[key] = nil
            poller.wake()
        }
        guard !waiters.isEmpty || !watches.isEmpty else { return }
        var lines: Set<String> = []
        for logged in events {
            guard case .sessionRequest(let request, let before) = logged.event.subject else { continue }
            for waiter in waiters[request.id] ?? [] where waiter.until.contains(request.status.rawValue) {
                answer(waiter.call) { try $0.waited(for: request, by: $1, $2) }
            }
            if watches[request.id] != nil { staleWatches.insert(request.id) }
            for assignee in [request.assignee, before?.assignee] {
                if case .queue(let id) = assignee { lines.insert(id) }
            }
        }
        // A place in line can change with any request of the queue.
        if !lines.isEmpty {
            for (id, watches) in watches where watches.contains(where: { $0.told.queuePosition != nil }) {
                staleWatches.insert(id)
            }
        }
        refreshWatches()
    }

    func ended(_ connection: Connection) {
        for watch in connection.watches { forget(watch) }
        connection.watches.removeAll()
    }

    /// The page of a link is closed.
    func unwatched(_ watch: LinkWatch) {
        forget(watch)
        watch.connection.watches.removeAll { $0 === watch }
    }

    private func forget(_ watch: LinkWatch) {
        watches[watch.request]?.removeAll { $0 === watch }
        if watches[watch.request]?.isEmpty == true { watches[watch.request] = nil }
    }

    // MARK: Waiting for a status

    func wait(_ id: Int64, until: Set<String>, seconds: Double, _ call: BlockingCall) {
        waiters[id, default: []].append(Waiter(until: until, call: call))
        call.whenEnded { [weak self, weak call] in
            self?.waiters[id]?.removeAll { $0.call === call }
            if self?.waiters[id]?.isEmpty == true { self?.waiters[id] = nil }
        }
        call.after(seconds: seconds) { [weak self] in
            self?.answer(call) { try $0.waitedInVain(for: id, by: $1, $2) }
        }
    }

    private func answer(
        _ call: BlockingCall, _ result: (Desk, Caller, Snapshot) throws -> SessionRequestMethods.Wait.Result
    ) {
        guard let connection = call.connectionIfOpen else { return }
        call.end(Result { try server.store.read { try result(server.desk, connection.caller, $0) } })
    }

    // MARK: Polling

    func poll(_ filter: EventFilter, _ call: BlockingCall, wake: @escaping () -> Void) {
        let key = ObjectIdentifier(call)
        pollers[key] = Poller(filter: filter, call: call, wake: wake)
        call.whenEnded { [weak self] in self?.pollers[key] = nil }
    }

    // MARK: Watching links

    /// A watch whose connection has ended is nobody's.
    func watch(_ watch: LinkWatch) {
        guard watch.connection.isOpen else { return }
        watches[watch.request, default: []].append(watch)
        watch.connection.watches.append(watch)
    }

    /// The answer that names a watch is on its way, or there is none.
    func announced(_ watch: LinkWatch, isTold: Bool) {
        guard watch.connection.watches.contains(where: { $0 === watch }) else { return }
        guard isTold else { return unwatched(watch) }
        watch.isAnnounced = true
        // It may have changed between the reading and now.
        staleWatches.insert(watch.request)
        refreshWatches()
    }

    /// Reads what stale links show, all in one snapshot beside the loop, and tells those whose link changed.
    private func refreshWatches() {
        guard !isRefreshing, !staleWatches.isEmpty else { return }
        isRefreshing = true
        let ids = staleWatches
        staleWatches = []
        let desk = server.desk
        let look: @Sendable (Snapshot) throws -> [Int64: Desk.WatchedLink] = { snapshot in
            var links: [Int64: Desk.WatchedLink] = [:]
            for id in ids { links[id] = try desk.link(ofRequest: id, snapshot) }
            return links
        }
        server.readNow(look) { [weak self] result in
            guard let self else { return }
            self.isRefreshing = false
            guard case .success(let links) = result else { return self.refreshAgain(ids) }
            for (id, watched) in links {
                for watch in self.watches[id] ?? [] { self.tell(watch, watched) }
            }
            self.refreshWatches()
        }
    }

    /// What could not be read is read a second later.
    private func refreshAgain(_ ids: Set<Int64>) {
        guard !server.isStopping else { return }
        staleWatches.formUnion(ids)
        server.loop.assumeIsolated().scheduleTask(in: .seconds(1)) { [weak self] in self?.refreshWatches() }
    }

    /// A watch of a link that a newer one has replaced is over: whoever holds the old one is not shown how it goes on.
    private func tell(_ watch: LinkWatch, _ watched: Desk.WatchedLink) {
        let isReplaced = watch.generation != watched.generation
        guard watch.isAnnounced, isReplaced || watch.told != watched.link else { return }
        if !isReplaced { watch.told = watched.link }
        watch.connection.notify(
            LinkNotifications.changed,
            LinkNotifications.Changed(
                subscription: watch.id, link: watch.told, replaced: isReplaced ? true : nil))
        watch.connection.flushSoon()
        if isReplaced { unwatched(watch) }
    }
}
