internal import JSONRPC
internal import SessionRequestModel
public import SessionRequestStore
public import SessionRequestWire

extension Desk {
    /// `queue.create`.
    public func createQueue(
        _ params: QueueMethods.Create.Params, by caller: Caller
    ) throws(WireError) -> Change<QueueResult> {
        var strategy = Queue.Strategy.manual
        if let text = params.strategy { strategy = try word(text, at: "/strategy") }
        let queue = Queue(
            id: params.id, name: params.name ?? params.id, description: params.description ?? "",
            users: params.members?.users ?? [], groups: params.members?.groups ?? [],
            defaultExpirySeconds: params.defaultExpirySeconds, defaultLanguage: params.defaultLanguage,
            publicPage: params.publicPage ?? false, strategy: strategy, fallback: params.fallback,
            createdAt: now, updatedAt: now, revision: 1)
        try checking { () throws(Violation) in try queue.check() }
        return { transaction in
            guard try transaction.snapshot.queue(queue.id) == nil else {
                throw WireError.invalidParams(
                    "cannot create the queue \(queue.id): there is one of that id; update it, or choose another id",
                    path: "/id")
            }
            guard try transaction.snapshot.queues().count < Limits.queues else {
                throw WireError.tooLarge("cannot create a queue: there are \(Limits.queues) already")
            }
            try self.checkFallback(of: queue, transaction.snapshot)
            return try self.keep(queue, before: nil, .queueCreated, by: caller, at: queue.createdAt, transaction)
        }
    }

    /// `queue.update`.
    public func updateQueue(
        _ params: QueueMethods.Update.Params, by caller: Caller
    ) throws(WireError) -> Change<QueueResult> {
        var strategy: Queue.Strategy?
        if let text = params.strategy { strategy = try word(text, at: "/strategy") }
        let newStrategy = strategy
        let id = try slug(params.id, at: "/id")
        let change: @Sendable (inout Queue) -> Void = { queue in
            queue.name = params.name ?? queue.name
            queue.description = params.description ?? queue.description
            queue.users = params.members?.users ?? queue.users
            queue.groups = params.members?.groups ?? queue.groups
            queue.publicPage = params.publicPage ?? queue.publicPage
            queue.strategy = newStrategy ?? queue.strategy
            params.defaultExpirySeconds.apply(to: &queue.defaultExpirySeconds)
            params.defaultLanguage.apply(to: &queue.defaultLanguage)
            params.fallback.apply(to: &queue.fallback)
        }
        // What is wrong with the members comes before the question whether there is such a queue.
        var sample = Queue(
            id: id, name: id, description: "", users: [], groups: [], defaultExpirySeconds: nil, defaultLanguage: nil,
            publicPage: false, strategy: .manual, fallback: nil, createdAt: now, updatedAt: now, revision: 1)
        change(&sample)
        try checking { () throws(Violation) in try sample.check() }
        return { transaction in
            let before = try self.queue(id, transaction.snapshot)
            if let revision = params.ifRevision, revision != before.revision {
                throw WireError.revisionConflict(
                    "cannot update the queue \(before.id): it is at revision \(before.revision); read it again",
                    revision: before.revision)
            }
            var queue = before
            change(&queue)
            try self.checking { () throws(Violation) in try queue.check() }
            try self.checkFallback(of: queue, transaction.snapshot)
            guard queue != before else { return QueueResult(queue: WireQueue(queue)) }
            queue.revision += 1
            queue.updatedAt = self.now
            return try self.keep(queue, before: before, .queueUpdated, by: caller, at: queue.updatedAt, transaction)
        }
    }

    /// `queue.delete`. Its live requests become unassigned, and queues that fell back on it fall back on none.
    public func deleteQueue(
        _ params: QueueMethods.Delete.Params, by caller: Caller
    ) throws(WireError) -> Change<QueueMethods.Delete.Result> {
        let id = try slug(params.id, at: "/id")
        return { transaction in
            let now = self.now
            let queue = try self.queue(id, transaction.snapshot)
            try self.abandonRequests(of: queue, by: caller, at: now, transaction)
            for before in try transaction.snapshot.queues() where before.fallback == queue.id {
                var other = before
                other.fallback = nil
                other.revision += 1
                other.updatedAt = now
                try self.keep(other, before: before, .queueUpdated, by: caller, at: now, transaction)
            }
            try self.keep(queue, before: queue, .queueDeleted, by: caller, at: now, transaction)
            return QueueMethods.Delete.Result(deleted: true)
        }
    }

    private func abandonRequests(
        of queue: Queue, by caller: Caller, at now: Timestamp, _ transaction: WriteTransaction
    ) throws {
        var query = ListQuery()
        query.filter.queues = [queue.id]
        query.filter.statuses = Status.allCases.filter(\.isLive)
        query.descends = false
        query.limit = DeskLimits.abandonedRequests
        guard try transaction.snapshot.count(query.filter) <= query.limit else {
            throw WireError.tooLarge(
                "cannot delete the queue \(queue.id): more than \(query.limit) session requests wait in it",
                hint: "assign or close some of them first")
        }
        for var request in try transaction.snapshot.sessionRequests(query, at: now).requests {
            try record(request.timePassed(to: now), transaction)
            guard request.status.isLive else { continue }
            try record(request.assigned(to: nil, by: caller.actor, at: now), transaction)
        }
    }

    /// `queue.get`.
    public func queue(_ params: QueueMethods.Get.Params, _ snapshot: Snapshot) throws -> QueueResult {
        QueueResult(queue: WireQueue(try queue(slug(params.id, at: "/id"), snapshot)))
    }

    /// `queue.list`.
    public func queues(_ snapshot: Snapshot) throws -> QueueMethods.List.Result {
        QueueMethods.List.Result(queues: try snapshot.queues().map { WireQueue($0) })
    }

    /// `queue.next`: claims the request that is next in line of the queues that the caller is a member of.
    public func next(
        _ params: QueueMethods.Next.Params, by caller: Caller
    ) throws(WireError) -> Change<QueueMethods.Next.Result> {
        for (index, id) in (params.queues ?? []).enumerated() { _ = try slug(id, at: "/queues/\(index)") }
        return { transaction in
            let now = self.now
            let snapshot = transaction.snapshot
            let queues = try self.queues(params.queues, of: caller, snapshot)
            for _ in 0..<DeskLimits.lapsedRequests {
                guard var request = try snapshot.nextInLine(of: queues, at: now) else {
                    return QueueMethods.Next.Result(sessionRequest: nil)
                }
                let lapse = request.timePassed(to: now)
                guard lapse.isEmpty else {
                    try self.record(lapse, transaction)
                    continue
                }
                try self.record(request.assigned(to: .agent(caller.user), by: caller.actor, at: now), transaction)
                return QueueMethods.Next.Result(sessionRequest: try self.render(request, for: caller, snapshot))
            }
            throw WireError.busy(
                "cannot take the next request: too many have expired at once; try again", retryAfter: 1)
        }
    }

    /// The queues that the caller may take requests of: those named, or all that the caller is a member of.
    private func queues(_ named: [String]?, of caller: Caller, _ snapshot: Snapshot) throws -> [String] {
        guard let named else {
            return try snapshot.queues().filter { $0.hasMember(user: caller.user, groups: caller.groups) }.map(\.id)
        }
        var memberships = Memberships()
        for (index, id) in named.enumerated() {
            guard try snapshot.queue(id) != nil else { throw Self.noQueue(id, at: "/queues/\(index)") }
            guard try caller.isAdmin || memberships.includes(caller, in: id, snapshot) else {
                throw WireError.permissionDenied(
                    "cannot take the next request of the queue \(id): you are not a member of it",
                    hint: "ask an admin to make you one")
            }
        }
        return named
    }

    private func queue(_ id: String, _ snapshot: Snapshot) throws -> Queue {
        guard let queue = try snapshot.queue(id) else { throw Self.noQueue(id, at: "/id") }
        return queue
    }

    private func checkFallback(of queue: Queue, _ snapshot: Snapshot) throws {
        guard let fallback = queue.fallback, try snapshot.queue(fallback) == nil else { return }
        throw Self.noQueue(fallback, at: "/fallback")
    }

    @discardableResult
    private func keep(
        _ queue: Queue, before: Queue?, _ type: EventType, by caller: Caller, at now: Timestamp,
        _ transaction: WriteTransaction
    ) throws -> QueueResult {
        let event = Event(type: type, at: now, actor: caller.actor, subject: .queue(queue, before: before))
        try record([event], transaction)
        return QueueResult(queue: WireQueue(queue))
    }
}
