internal import SessionRequestClient
internal import SessionRequestWire

/// One watch for each link that is looked at, shared by everybody who looks at it, and many watches on one connection.
///
/// A connection that is lost takes its watches with it; they are made anew, with patience that grows.
actor LinkHub {
    /// A link and who listens.
    private struct Watched {
        var news: LinkNews?
        var listeners: [Int: LinkListener] = [:]
        var place: Place?
        var isAttaching = false
    }

    private struct Place: Hashable {
        let line: Int
        let subscription: String
    }

    /// A connection that carries watches.
    private struct Line {
        let connection: Connection
        var tokens: [String: String] = [:]
        var pending = 0
        /// What came about a watch before the answer that names it.
        var early: [String: LinkNotifications.Changed] = [:]
        /// Whether the daemon takes no more watches on it.
        var isFull = false
    }

    private let path: String
    private let timing: Timing
    private var links: [String: Watched] = [:]
    private var lines: [Int: Line] = [:]
    private var opening: Task<Int, any Error>?
    private var backoff = Backoff()
    private var retryAt: Task<Void, Never>?
    private var nextID = 0
    private var isStopped = false
    private var turn = 0

    init(path: String, timing: Timing = .real) {
        self.path = path
        self.timing = timing
    }

    /// Links that are watched, and connections that carry the watches.
    var counts: (links: Int, connections: Int) { (links.count, lines.count) }

    /// Listens to a link, beginning with how it is, as soon as that is known. Nil when too many links are watched. It ends
    /// with `.gone`, or when the hub stops.
    func listen(to token: String, source: String?) -> LinkListener? {
        guard !isStopped, links[token] != nil || links.count < PortalLimits.watchedLinks else { return nil }
        nextID += 1
        let id = nextID
        let listener = LinkListener { [weak self] in
            Task { await self?.left(id, token) }
        }
        var watched = links[token] ?? Watched()
        watched.listeners[id] = listener
        if let news = watched.news { listener.tell(news) }
        links[token] = watched
        attach(token, source)
        return listener
    }

    /// Gives a sign of life to those listeners whose turn it is: each has one in `PortalLimits.heartbeatSeconds` calls.
    func beat() {
        turn = (turn + 1) % PortalLimits.heartbeatSeconds
        for watched in links.values {
            for (id, listener) in watched.listeners where id % PortalLimits.heartbeatSeconds == turn { listener.poke() }
        }
    }

    /// Ends all streams and connections.
    func stop() {
        isStopped = true
        retryAt?.cancel()
        for watched in links.values { for listener in watched.listeners.values { listener.end() } }
        links = [:]
        for line in lines.values { line.connection.close() }
        lines = [:]
    }

    // MARK: Watching

    private func attach(_ token: String, _ source: String?) {
        guard var watched = links[token], watched.place == nil, !watched.isAttaching else { return }
        watched.isAttaching = true
        links[token] = watched
        Task { await keepAttaching(token, source) }
    }

    private func keepAttaching(_ token: String, _ source: String?) async {
        while !isStopped, links[token] != nil {
            do {
                let id = try await lineWithRoom()
                try await watch(token, source, on: id)
                break
            } catch let ClientError.service(error) where !error.data.retryable {
                gone(token, error)
                break
            } catch let ClientError.service(error) where error.reason == .busy && lines.values.contains(where: \.isFull)
            {
                continue
            } catch {
                say(.unavailable, about: token)
                await patience()
            }
        }
        links[token]?.isAttaching = false
        await forgetIfUnheard(token)
    }

    private func watch(_ token: String, _ source: String?, on id: Int) async throws(ClientError) {
        // Between the choice of a connection and here it may have been lost.
        guard let connection = lines[id]?.connection else { throw lineLost }
        lines[id]?.pending += 1
        defer { answered(on: id) }
        let result: LinkMethods.Watch.Result
        do throws(ClientError) {
            result = try await connection.call(
                LinkMethods.Watch.self, LinkParams(token: token, source: source),
                deadline: .seconds(PortalLimits.callSeconds))
        } catch {
            if case .service(let refusal) = error, refusal.reason == .busy {
                let carriesSome = lines[id]?.tokens.isEmpty == false
                lines[id]?.isFull = carriesSome
            } else if connection.ending != nil {
                lost(id)
            }
            throw error
        }
        guard lines[id] != nil else { throw lineLost }
        backoff.succeeded()
        let early = lines[id]?.early.removeValue(forKey: result.subscription)
        guard links[token] != nil else {
            await unwatch(result.subscription, on: connection)
            return
        }
        if early?.replaced == true { throw .service(Self.replaced) }
        lines[id]?.tokens[result.subscription] = token
        links[token]?.place = Place(line: id, subscription: result.subscription)
        say(.link(early?.link ?? result.link), about: token)
    }

    private var lineLost: ClientError {
        .unreachable(path: path, cause: "the connection was lost", advice: "It is made anew.")
    }

    private func unwatch(_ subscription: String, on connection: Connection) async {
        _ = try? await connection.call(
            LinkMethods.Unwatch.self, LinkMethods.Unwatch.Params(subscription: subscription),
            deadline: .seconds(PortalLimits.callSeconds))
    }

    // MARK: Connections

    private func lineWithRoom() async throws -> Int {
        if let line = lines.first(where: { !$0.value.isFull }) { return line.key }
        if let opening { return try await opening.value }
        guard lines.count < PortalLimits.watchConnections else {
            throw ClientError.unreachable(path: path, cause: "too many connections carry watches", advice: "Wait.")
        }
        let task = Task { try await self.open() }
        opening = task
        defer { opening = nil }
        return try await task.value
    }

    private func open() async throws -> Int {
        let connection = try await Connection.open(path: path, keepingNotifications: true, timing: timing)
        nextID += 1
        let id = nextID
        lines[id] = Line(connection: connection)
        Task { await read(connection, id) }
        return id
    }

    private func read(_ connection: Connection, _ id: Int) async {
        while let notification = await connection.nextNotification() {
            guard notification.method == LinkNotifications.changed.description, let params = notification.params,
                let changed = try? LinkNotifications.Changed(from: params)
            else { continue }
            guard let line = lines[id] else { continue }
            if let token = line.tokens[changed.subscription] {
                guard changed.replaced == true else {
                    say(.link(changed.link), about: token)
                    continue
                }
                lines[id]?.tokens[changed.subscription] = nil
                gone(token, Self.replaced)
                closeIfUnused(id)
            } else if line.pending > 0 {
                guard line.early.count < PortalLimits.earlyNews else { break }
                lines[id]?.early[changed.subscription] = changed
            } else {
                Task { await unwatch(changed.subscription, on: connection) }
            }
        }
        lost(id)
    }

    private static let replaced = WireError(
        .linkExpired, "cannot use this link: a newer one has replaced it; look for the newer message")

    /// A call has ended. Once none is under way, what came early is of watches that nobody knows: their calls were given
    /// up before they were answered.
    private func answered(on id: Int) {
        lines[id]?.pending -= 1
        guard let line = lines[id], line.pending == 0, !line.early.isEmpty else { return }
        lines[id]?.early = [:]
        for subscription in line.early.keys {
            Task { await unwatch(subscription, on: line.connection) }
        }
    }

    private func lost(_ id: Int) {
        guard let line = lines.removeValue(forKey: id) else { return }
        line.connection.close()
        guard !isStopped else { return }
        for token in line.tokens.values {
            links[token]?.place = nil
            say(.unavailable, about: token)
            attach(token, nil)
        }
    }

    /// Waits before trying again, everybody for the same moment.
    private func patience() async {
        if let retryAt { return await retryAt.value }
        let wait = backoff.failed(random: timing.random(), minimum: .milliseconds(200))
        let sleep = timing.sleep
        let task = Task { () -> Void in _ = try? await sleep(min(wait, .seconds(PortalLimits.retrySeconds))) }
        retryAt = task
        await task.value
        retryAt = nil
    }

    // MARK: Listeners

    private func say(_ news: LinkNews, about token: String) {
        guard var watched = links[token], watched.news != news else { return }
        watched.news = news
        links[token] = watched
        for listener in watched.listeners.values { listener.tell(news) }
    }

    private func gone(_ token: String, _ error: WireError) {
        guard let watched = links.removeValue(forKey: token) else { return }
        for listener in watched.listeners.values {
            listener.tell(.gone(error))
            listener.end()
        }
    }

    private func left(_ id: Int, _ token: String) async {
        links[token]?.listeners[id] = nil
        // A page that is loaded anew comes back at once.
        guard !isStopped, links[token]?.listeners.isEmpty == true else { return }
        _ = try? await timing.sleep(.seconds(2))
        await forgetIfUnheard(token)
    }

    private func forgetIfUnheard(_ token: String) async {
        guard let watched = links[token], watched.listeners.isEmpty, !watched.isAttaching else { return }
        links[token] = nil
        guard let place = watched.place, let connection = lines[place.line]?.connection else { return }
        lines[place.line]?.tokens[place.subscription] = nil
        await unwatch(place.subscription, on: connection)
        lines[place.line]?.isFull = false
        closeIfUnused(place.line)
    }

    private func closeIfUnused(_ id: Int) {
        guard let line = lines[id], line.tokens.isEmpty, line.pending == 0 else { return }
        lines[id] = nil
        line.connection.close()
    }
}
