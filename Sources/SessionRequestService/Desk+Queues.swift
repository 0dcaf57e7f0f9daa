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
            return try self.keep(queue, before: nil, .queueCreated, by: caller, transaction)
        }
    }

    /// `queue.update`.
    public func updateQueue(
        _ params: QueueMethods.Update.Params, by caller: Caller
    ) throws(WireError) -> Change<QueueResult> {
        var strategy: Queue.Strategy?
        if let text = params.strategy { strategy = try word(text, at: "/strategy") }
        let newStrategy = strategy
        return { transaction in
            let before = try self.queue(params.id, transaction.snapshot)
            if let revision = params.ifRevision, revision != before.revision {
                throw WireError.revisionConflict(
                    "cannot update the queue \(before.id): it is at revision \(before.revision); read it again",
                    revision: before.revision)
            }
            var queue = before
            queue.name = params.name ?? queue.name
            queue.description = params.description ?? queue.description
            queue.users = params.members?.users ?? queue.users
            queue.groups = params.members?.groups ?? queue.groups
            queue.publicPage = params.publicPage ?? queue.publicPage
            queue.strategy = newStrategy ?? queue.strategy
            params.defaultExpirySeconds.apply(to: &queue.defaultExpirySeconds)
            params.defaultLanguage.apply(to: &queue.defaultLanguage)
            params.fallback.apply(to: &queue.fallback)
            try self.checking { () throws(Violation) in try queue.check() }
            try self.checkFallback(of: queue, transaction.snapshot)
            guard queue != before else { return QueueResult(queue: WireQueue(queue)) }
            queue.revision += 1
            queue.updatedAt = self.now
            return try self.keep(queue, before: before, .queueUpdated, by: caller, transaction)
        }
    }

    /// `queue.delete`. A queue with live requests stays: they would be nobody's.
    public func deleteQueue(
        _ params: QueueMethods.Delete.Params, by caller: Caller
    ) throws(WireError) -> Change<QueueMethods.Delete.Result> {
        { transaction in
            let queue = try self.queue(params.id, transaction.snapshot)
            var live = RequestFilter()
            live.queues = [queue.id]
            live.statuses = Status.allCases.filter(\.isLive)
            let count = try transaction.snapshot.count(live)
            guard count == 0 else {
                throw WireError(
                    .busy, "cannot delete the queue \(queue.id): \(count) live requests belong to it; "
                        + "assign or close them first")
            }
            try self.keep(queue, before: queue, .queueDeleted, by: caller, transaction)
            return QueueMethods.Delete.Result(deleted: true)
        }
    }

    /// `queue.get`.
    public func queue(_ params: QueueMethods.Get.Params, _ snapshot: Snapshot) throws -> QueueResult {
        QueueResult(queue: WireQueue(try queue(params.id, snapshot)))
    }

    /// `queue.list`.
    public func queues(_ snapshot: Snapshot) throws -> QueueMethods.List.Result {
        QueueMethods.List.Result(queues: try snapshot.queues().map { WireQueue($0) })
    }

    /// `queue.next`: claims the request that is next in line of the queues that the caller is a member of.
    public func next(
        _ params: QueueMethods.Next.Params, by caller: Caller
    ) throws(WireError) -> Change<QueueMethods.Next.Result> {
        { transaction in
            let now = self.now
            try self.catchUpWithClock(limit: 1000)(transaction)
            let snapshot = transaction.snapshot
            var queues: [String] = []
            if let named = params.queues {
                for (index, id) in named.enumerated() {
                    guard let queue = try snapshot.queue(id) else {
                        throw WireError.invalidParams("cannot take the next request: there is no queue \(id)",
                            path: "/queues/\(index)")
                    }
                    guard caller.isAdmin || queue.hasMember(user: caller.user, groups: caller.groups) else {
                        throw WireError.permissionDenied(
                            "cannot take the next request of the queue \(id): you are not a member of it",
                            hint: "ask an admin to make you one")
                    }
                }
                queues = named
            } else {
                queues = try snapshot.queues().filter { $0.hasMember(user: caller.user, groups: caller.groups) }.map(\.id)
            }
            guard var request = try snapshot.nextInLine(of: queues, at: now) else {
                return QueueMethods.Next.Result(sessionRequest: nil)
            }
            try self.record(request.assigned(to: .agent(caller.user), by: caller.actor, at: now), transaction)
            return QueueMethods.Next.Result(sessionRequest: try self.render(request, for: caller, snapshot))
        }
    }

    private func queue(_ id: String, _ snapshot: Snapshot) throws -> Queue {
        guard let queue = try snapshot.queue(id) else { throw WireError.notFound("the queue \(id)") }
        return queue
    }

    private func checkFallback(of queue: Queue, _ snapshot: Snapshot) throws {
        guard let fallback = queue.fallback, try snapshot.queue(fallback) == nil else { return }
        throw WireError.invalidParams("cannot take fallback: there is no queue \(fallback)", path: "/fallback")
    }

    @discardableResult
    private func keep(
        _ queue: Queue, before: Queue?, _ type: EventType, by caller: Caller, _ transaction: WriteTransaction
    ) throws -> QueueResult {
        let event = Event(type: type, at: now, actor: caller.actor, subject: .queue(queue, before: before))
        try record([event], transaction)
        return QueueResult(queue: WireQueue(queue))
    }
}
