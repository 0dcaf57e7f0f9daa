public import SessionRequestModel
public import SessionRequestStore
public import SessionRequestWire

extension Desk {
    /// `sessionRequest.get`.
    public func get(
        _ params: SessionRequestMethods.Get.Params, by caller: Caller, _ snapshot: Snapshot
    ) throws -> SessionRequestResult {
        SessionRequestResult(sessionRequest: try render(request(params.id, snapshot), for: caller, snapshot))
    }

    /// `sessionRequest.list`. With `query`, the search index is to be brought up to date before (`Snapshot.searchIsCurrent`).
    public func list(
        _ params: SessionRequestMethods.List.Params, by caller: Caller, _ snapshot: Snapshot
    ) throws -> SessionRequestMethods.List.Result {
        let query = try listQuery(params, by: caller)
        let (requests, next) = try snapshot.sessionRequests(query, at: now)
        return SessionRequestMethods.List.Result(
            sessionRequests: try render(requests, for: caller, snapshot),
            nextPage: next.map { "\($0.key).\($0.id)" })
    }

    private func listQuery(
        _ params: SessionRequestMethods.List.Params, by caller: Caller
    ) throws(WireError) -> ListQuery {
        var query = ListQuery()
        query.filter = try filter(params.filter, by: caller)
        switch params.view {
        case nil: break
        case "mine":
            // An assignee of the filter's own has to hold as well.
            let mine = Assignee.agent(caller.user)
            if let assignee = query.filter.assignee, assignee != mine { query.filter.ids = [] }
            query.filter.assignee = mine
        case "past": query.view = .past
        case "upcoming": query.view = .upcoming
        case "active": query.view = .active
        case .some:
            throw WireError.invalidParams(
                "cannot take view: it must be one of upcoming, active, past, mine", path: "/view")
        }
        if let text = params.query {
            try line(text, atMost: Limits.subject, at: "/query")
            let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
            if !words.isEmpty { query.words = words }
            query.searchesPublicTextOnly = !caller.readsEverything
        }
        if let sort = params.sort {
            query.descends = sort.hasPrefix("-")
            query.sort = try word(query.descends ? String(sort.dropFirst()) : sort, at: "/sort")
        }
        if let limit = params.limit {
            guard (1...500).contains(limit) else {
                throw WireError.invalidParams("cannot take limit: it must be 1 to 500", path: "/limit")
            }
            query.limit = Int(limit)
        }
        if let page = params.page {
            let parts = page.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, let key = Int64(parts[0]), let id = Int64(parts[1]) else {
                throw WireError.invalidParams(
                    "cannot take page: it must be the nextPage of an answer to the same question", path: "/page")
            }
            query.after = ListQuery.Position(key: key, id: id)
        }
        return query
    }

    /// Whether the question is one for the search index.
    public func searches(_ params: SessionRequestMethods.List.Params) -> Bool {
        params.query?.contains { !$0.isWhitespace } ?? false
    }

    /// `sessionRequest.history`.
    public func history(
        _ params: SessionRequestMethods.History.Params, by caller: Caller, _ snapshot: Snapshot
    ) throws -> SessionRequestMethods.History.Result {
        _ = try request(params.id, snapshot)
        var after: Int64 = 0
        if let page = params.page {
            guard let sequence = Int64(page), sequence >= 0 else {
                throw WireError.invalidParams(
                    "cannot take page: it must be the nextPage of an answer to the same question", path: "/page")
            }
            after = sequence
        }
        let limit = params.limit ?? 100
        guard (1...500).contains(limit) else {
            throw WireError.invalidParams("cannot take limit: it must be 1 to 500", path: "/limit")
        }
        let events = try snapshot.history(of: params.id, after: after, limit: Int(limit) + 1)
        let page = events.prefix(Int(limit))
        return SessionRequestMethods.History.Result(
            events: page.map { wire($0, isRedacted: !caller.readsEverything) },
            nextPage: events.count > page.count ? page.last.map { String($0.sequence) } : nil)
    }

    /// `sessionRequest.summary`.
    public func summary(_ snapshot: Snapshot) throws -> SessionRequestMethods.Summary.Result {
        let summary = try snapshot.summary(at: now)
        func count(_ status: Status) -> Int64 { Int64(summary.byStatus[status] ?? 0) }
        return SessionRequestMethods.Summary.Result(
            byStatus: WireStatusCounts(
                open: count(.open), waiting: count(.waiting), ready: count(.ready), connected: count(.connected),
                closed: count(.closed), expired: count(.expired)),
            byQueue: summary.byQueue.mapValues { Int64($0) }, byAssignee: summary.byAgent.mapValues { Int64($0) },
            oldestWaiting: summary.oldestWaiting.map { WireWaiting(id: $0.id, since: $0.at.rfc3339) },
            nextScheduled: summary.nextScheduled.map { WireUpcoming(id: $0.id, startsAt: $0.at.rfc3339) },
            nextExpiry: summary.nextExpiry.map { WireExpiring(id: $0.id, expiresAt: $0.at.rfc3339) },
            cursor: cursor(try snapshot.logBounds().latest))
    }

    /// The statuses that end a `sessionRequest.wait`.
    public func statusesToWaitFor(
        _ params: SessionRequestMethods.Wait.Params
    ) throws(WireError) -> Set<String> {
        guard !params.until.isEmpty else {
            throw WireError.invalidParams("cannot wait for no status: give at least one", path: "/until")
        }
        for (index, text) in params.until.enumerated() {
            _ = try word(text, at: "/until/\(index)", as: Status.self)
        }
        return Set(params.until)
    }

    /// What `sessionRequest.wait` answers when the request has one of the statuses: the request as it was then, whatever
    /// has become of it.
    public func waited(
        for request: SessionRequest, by caller: Caller, _ snapshot: Snapshot
    ) throws -> SessionRequestMethods.Wait.Result {
        .init(sessionRequest: try render(request, for: caller, snapshot), timedOut: false)
    }

    /// What it answers when its time is over.
    public func waitedInVain(
        for id: Int64, by caller: Caller, _ snapshot: Snapshot
    ) throws -> SessionRequestMethods.Wait.Result {
        .init(sessionRequest: try render(request(id, snapshot), for: caller, snapshot), timedOut: true)
    }

    func request(_ id: Int64, _ snapshot: Snapshot) throws -> SessionRequest {
        guard let request = try snapshot.sessionRequest(id) else { throw WireError.notFound("session request \(id)") }
        return request
    }
}
