internal import Crypto
internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestStore
public import SessionRequestWire

extension Desk {
    /// `sessionRequest.create`.
    public func create(
        _ params: SessionRequestMethods.Create.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        let draft = try draft(params, by: caller)
        if let key = params.idempotencyKey {
            try line(key, atMost: Limits.idempotencyKey, at: "/idempotencyKey")
        }
        let fingerprint = params.idempotencyKey == nil ? [] : Self.fingerprint(of: params)
        let isDryRun = params.dryRun ?? false
        return { transaction in
            let now = self.now
            let snapshot = transaction.snapshot
            if let key = params.idempotencyKey,
                let kept = try snapshot.keptAnswer(uid: caller.uid, key: key, since: now.adding(seconds: -86_400))
            {
                guard kept.fingerprint == fingerprint else {
                    throw WireError(
                        .idempotencyMismatch,
                        "cannot create: the idempotency key \(key) was used for another request; use a new key")
                }
                if !isDryRun { return try self.keptResult(kept, by: caller, snapshot) }
            }
            var draft = draft
            if let expiry = try self.expiry(at: params.expiresAt, in: params.expiresIn, now: now) {
                draft.expiresAt = expiry
            }
            try self.completeFromQueue(&draft, expiresIn: params.expiresIn, by: caller, at: now, snapshot)
            if isDryRun {
                return try self.dryRun(draft, expiresIn: params.expiresIn, by: caller, at: now, snapshot)
            }
            let id = transaction.newRequestID()
            draft.codeAttempt = try self.freeCodeAttempt(id: id, generation: 1, snapshot)
            let (request, events) = try self.made(
                draft, id: id, expiresIn: params.expiresIn, by: caller, at: now)
            let place = try self.record(events, transaction)
            if let key = params.idempotencyKey, let place {
                try transaction.keepAnswer(
                    KeptAnswer(fingerprint: fingerprint, event: place), uid: caller.uid, key: key, at: now)
            }
            return try SessionRequestResult(sessionRequest: self.render(request, for: caller, snapshot))
        }
    }

    /// The request as it was answered the first time, with what leads to it and what the caller may do with it now.
    private func keptResult(
        _ kept: KeptAnswer, by caller: Caller, _ snapshot: Snapshot
    ) throws -> SessionRequestResult {
        guard let then = try snapshot.sessionRequest(asOf: kept.event),
            let request = try snapshot.sessionRequest(then.id)
        else {
            throw WireError(
                .notFound, "cannot find the session request that this key made: it is no longer kept; use a new key")
        }
        let current = try render(request, for: caller, snapshot)
        var wire = wire(then, isRedacted: false)
        wire.link = current.link
        wire.code = current.code
        wire.allowedActions = current.allowedActions
        wire.queuePosition = current.queuePosition
        return SessionRequestResult(sessionRequest: wire)
    }

    func made(
        _ draft: SessionRequestDraft, id: Int64, expiresIn: Double? = nil, by caller: Caller, at now: Timestamp
    ) throws(WireError) -> (SessionRequest, [Event]) {
        try checking(expiresIn: expiresIn) { () throws(Violation) in
            try SessionRequest.created(from: draft, id: id, by: caller.actor, at: now)
        }
    }

    /// Adds the defaults of the queue that the draft is for. Throws when there is no such queue, but what is wrong with
    /// the draft itself comes first.
    private func completeFromQueue(
        _ draft: inout SessionRequestDraft, expiresIn: Double?, by caller: Caller, at now: Timestamp,
        _ snapshot: Snapshot
    ) throws {
        guard case .queue(let id) = draft.assignee else { return }
        guard let queue = try snapshot.queue(id) else {
            _ = try made(draft, id: 0, expiresIn: expiresIn, by: caller, at: now)
            throw Self.noQueue(id, at: "/assignee/id")
        }
        draft.defaultLifetimeSeconds = queue.defaultExpirySeconds ?? draft.defaultLifetimeSeconds
    }

    private func dryRun(
        _ draft: SessionRequestDraft, expiresIn: Double?, by caller: Caller, at now: Timestamp, _ snapshot: Snapshot
    ) throws -> SessionRequestResult {
        let (request, _) = try made(draft, id: 0, expiresIn: expiresIn, by: caller, at: now)
        var wire = try render(request, for: caller, snapshot)
        wire.id = nil
        wire.link = nil
        wire.code = nil
        return SessionRequestResult(sessionRequest: wire)
    }

    private func draft(
        _ params: SessionRequestMethods.Create.Params, by caller: Caller
    ) throws(WireError) -> SessionRequestDraft {
        var draft = SessionRequestDraft(
            recipient: try recipient(params.recipient), defaultLifetimeSeconds: policy.settings.defaultExpirySeconds)
        draft.subject = params.subject
        draft.comments = params.comments
        if let assignee = params.assignee { draft.assignee = try self.assignee(assignee, by: caller) }
        if let schedule = params.schedule { draft.schedule = try self.schedule(schedule) }
        // The shape is checked here; the instants are told in the transaction, when it is known what time it is.
        _ = try expiry(at: params.expiresAt, in: params.expiresIn, now: now)
        if let priority = params.priority { draft.priority = try word(priority, at: "/priority") }
        draft.tags = params.tags ?? []
        if let reference = params.externalReference { draft.externalReference = try self.reference(reference) }
        draft.customFields = params.customFields ?? [:]
        draft.reminderMinutes = policy.settings.outbox.reminderMinutes
        draft.invitesByEmail = params.sendInvitation?.email ?? false
        draft.invitesBySMS = params.sendInvitation?.sms ?? false
        return draft
    }

    /// A hash of what was asked, the same however the members were ordered, and for a dry run too.
    private static func fingerprint(of params: SessionRequestMethods.Create.Params) -> [UInt8] {
        var params = params
        params.dryRun = nil
        var writer = JSONWriter()
        writer.value(params)
        return Array(SHA256.hash(data: writer.bytes))
    }
}
