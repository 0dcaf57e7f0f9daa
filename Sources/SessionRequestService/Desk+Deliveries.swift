public import SessionRequestModel
public import SessionRequestStore
public import SessionRequestWire

/// What a caller of `delivery.next` wants, and for how long.
public struct DeliveryWish: Sendable, Hashable {
    /// By what ways it leaves.
    public var kinds: Set<DeliveryKind>
    /// To which endpoints; nil: to all.
    public var endpoints: Set<String>?
    /// Milliseconds for which it stays the caller's.
    public var leaseMilliseconds: Int64

    /// Whether a line of the outbox is one of those.
    public func wants(_ line: OutboxState.Line) -> Bool {
        guard kinds.contains(line.kind) else { return false }
        return line.endpoint.map { endpoints?.contains($0) ?? true } ?? true
    }
}

extension Desk {
    /// Reads the params of `delivery.next`.
    public func deliveryWish(_ params: DeliveryMethods.Next.Params) throws(WireError) -> DeliveryWish {
        var kinds = Set(DeliveryKind.allCases)
        if let texts = params.kinds {
            kinds = []
            for (index, text) in texts.enumerated() { kinds.insert(try word(text, at: "/kinds/\(index)")) }
        }
        for (index, id) in (params.endpoints ?? []).enumerated() { _ = try slug(id, at: "/endpoints/\(index)") }
        return DeliveryWish(
            kinds: kinds, endpoints: params.endpoints.map { Set($0) },
            leaseMilliseconds: Int64((params.leaseSeconds ?? DeskLimits.deliveryLeaseSeconds) * 1000))
    }

    /// Takes what has been due for longest of what a caller wants; nil when nothing is.
    public func takeDelivery(_ wish: DeliveryWish, by caller: Caller) -> Change<WireDueDelivery?> {
        { transaction in
            let now = self.now
            let endpoints = self.policy.settings.outbox.webhooks.filter { wish.endpoints?.contains($0.id) ?? true }
            for _ in 0..<DeskLimits.passedDeliveries {
                guard
                    let entry = try transaction.snapshot.nextDelivery(
                        kinds: wish.kinds, endpoints: endpoints.map(\.id), at: now)
                else { return nil }
                let taken = try self.take(entry, wish, by: caller, at: now, transaction)
                if let taken { return taken }
            }
            return nil
        }
    }

    /// Takes an entry; nil when there is nothing to be taken any more.
    private func take(
        _ entry: OutboxEntry, _ wish: DeliveryWish, by caller: Caller, at now: Timestamp,
        _ transaction: WriteTransaction
    ) throws -> WireDueDelivery? {
        var entry = entry
        var request: SessionRequest?
        if let id = entry.request, entry.kind != .webhook {
            // What the clock has brought about may withdraw it.
            request = try transaction.snapshot.sessionRequest(id) == nil ? nil : load(id, transaction, at: now)
            guard let current = try transaction.snapshot.delivery(entry.id) else { return nil }
            entry = current
        }
        if entry.holder != nil {
            // Whoever had it let its time run out.
            if try conclude(entry, .lost, reached: hasReached(request, entry.kind), transaction) { return nil }
        }
        guard entry.attempts < policy.settings.outbox.backoff.maxAttempts else {
            entry.error = entry.error ?? "it was taken \(entry.attempts) times, and nobody said how it went"
            try giveUp(entry, request, at: now, transaction)
            return nil
        }
        entry.attempts += 1
        entry.holder = caller.connection
        entry.due = Timestamp(milliseconds: now.milliseconds + wish.leaseMilliseconds)
        guard let delivery = try render(entry, request, at: now, transaction.snapshot) else {
            try transaction.removeDelivery(entry.id)
            return nil
        }
        try transaction.updateDelivery(entry)
        return delivery
    }

    func hasReached(_ request: SessionRequest?, _ kind: DeliveryKind) -> Bool {
        request?.invitation[kind].reachedAt != nil
    }

    /// `delivery.ack`.
    public func acknowledge(
        _ params: DeliveryMethods.Ack.Params, by caller: Caller
    ) -> Change<DeliveryMethods.Ack.Result> {
        { transaction in
            guard let entry = try transaction.snapshot.delivery(params.id), entry.holder == caller.connection else {
                return DeliveryMethods.Ack.Result(acknowledged: false)
            }
            let now = self.now
            _ = try self.conclude(entry, .sent, reached: true, transaction)
            if entry.purpose.isInvitation, entry.sequel?.isElsewhere != true, let id = entry.request,
                try transaction.snapshot.sessionRequest(id) != nil
            {
                var request = try self.load(id, transaction, at: now)
                let events = request.invitationSent(
                    entry.kind, attempts: entry.attempts,
                    awaitsAnother: entry.sequel == .send(.linkRenewed) || entry.sequel == .send(.invitation), at: now)
                try self.record(events, transaction)
            }
            return DeliveryMethods.Ack.Result(acknowledged: true)
        }
    }

    /// `delivery.fail`.
    ///
    /// - Parameter chance: from -1 to 1, which varies the time of the next attempt.
    public func fail(
        _ params: DeliveryMethods.Fail.Params, chance: Double, by caller: Caller
    ) throws(WireError) -> Change<DeliveryMethods.Fail.Result> {
        try line(params.error, atMost: DeskLimits.deliveryError, at: "/error")
        return { transaction in
            guard var entry = try transaction.snapshot.delivery(params.id), entry.holder == caller.connection else {
                throw WireError.notFound("a delivery \(params.id) that this connection has")
            }
            let now = self.now
            var request: SessionRequest?
            if let id = entry.request, entry.kind != .webhook, try transaction.snapshot.sessionRequest(id) != nil {
                request = try self.load(id, transaction, at: now)
                entry = try transaction.snapshot.delivery(params.id) ?? entry
            }
            let isConcluded = try self.conclude(
                entry, .failed, reached: self.hasReached(request, entry.kind), transaction)
            if isConcluded {
                let next = try entry.request.flatMap { try transaction.snapshot.delivery(to: $0, by: entry.kind) }
                return DeliveryMethods.Fail.Result(retryAt: next?.due.rfc3339)
            }
            entry.error = params.error
            let retryAt =
                params.retryable ?? true
                ? self.policy.settings.outbox.backoff.nextAttempt(
                    after: entry.attempts, at: now, retryAfter: params.retryAfter, chance: chance) : nil
            guard let retryAt else {
                try self.giveUp(entry, request, at: now, transaction)
                return DeliveryMethods.Fail.Result(retryAt: nil)
            }
            entry.holder = nil
            entry.due = retryAt
            try transaction.updateDelivery(entry)
            return DeliveryMethods.Fail.Result(retryAt: retryAt.rfc3339)
        }
    }

    private func giveUp(
        _ entry: OutboxEntry, _ request: SessionRequest?, at now: Timestamp, _ transaction: WriteTransaction
    ) throws {
        try transaction.buryDelivery(entry, at: now)
        guard var request else { return }
        let events = request.deliveryFailed(
            entry.kind, of: entry.purpose, attempts: entry.attempts, error: entry.error ?? "", at: now)
        try record(events, transaction)
    }
}
