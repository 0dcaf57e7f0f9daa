internal import Crypto
internal import JSONRPC
internal import SessionRequestModel
public import SessionRequestStore
public import SessionRequestWire

extension Desk {
    /// `sessionRequest.create`.
    public func create(
        _ params: SessionRequestMethods.Create.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        let draft = try draft(params, by: caller)
        if let key = params.idempotencyKey {
            try checking("/idempotencyKey") { () throws(Violation) in
                try TextRule.checkLine(key, atMost: Limits.idempotencyKey)
            }
        }
        let fingerprint = params.idempotencyKey == nil ? [] : Self.fingerprint(of: params)
        return { transaction in
            let now = self.now
            if let key = params.idempotencyKey,
                let kept = try transaction.snapshot.keptAnswer(uid: caller.uid, key: key, since: now.adding(seconds: -86_400))
            {
                guard kept.fingerprint == fingerprint else {
                    throw WireError(
                        .idempotencyMismatch,
                        "cannot create: the idempotency key \(key) was used for another request; use a new key")
                }
                guard let request = try transaction.snapshot.sessionRequest(asOf: kept.event) else {
                    throw WireError(.internal, "cannot find the answer that was kept")
                }
                return try SessionRequestResult(
                    sessionRequest: self.render(request, for: caller, transaction.snapshot))
            }
            try self.checkExists(draft.assignee, transaction.snapshot)
            var draft = draft
            try self.completeFromQueue(&draft, transaction.snapshot)
            if let expiry = try self.expiry(at: params.expiresAt, in: params.expiresIn, now: now) {
                draft.expiresAt = expiry
            }
            if params.dryRun == true { return try self.dryRun(draft, by: caller, at: now, transaction) }
            let id = transaction.newRequestID()
            draft.codeAttempt = try self.freeCodeAttempt(id: id, generation: 1, transaction.snapshot)
            let (request, events) = try self.made(draft, id: id, by: caller, at: now)
            let place = try self.record(events, transaction)
            if let key = params.idempotencyKey, let place {
                try transaction.keepAnswer(
                    KeptAnswer(fingerprint: fingerprint, event: place), uid: caller.uid, key: key, at: now)
            }
            return try SessionRequestResult(sessionRequest: self.render(request, for: caller, transaction.snapshot))
        }
    }

    func made(
        _ draft: SessionRequestDraft, id: Int64, by caller: Caller, at now: Timestamp
    ) throws(WireError) -> (SessionRequest, [Event]) {
        try checking { () throws(Violation) in
            try SessionRequest.created(from: draft, id: id, by: caller.actor, at: now)
        }
    }

    /// The defaults of the queue that the draft is for.
    func completeFromQueue(_ draft: inout SessionRequestDraft, _ snapshot: Snapshot) throws {
        guard case .queue(let id) = draft.assignee, let queue = try snapshot.queue(id) else { return }
        if let seconds = queue.defaultExpirySeconds { draft.defaultLifetimeSeconds = seconds }
    }

    private func dryRun(
        _ draft: SessionRequestDraft, by caller: Caller, at now: Timestamp, _ transaction: WriteTransaction
    ) throws -> SessionRequestResult {
        let (request, _) = try made(draft, id: 0, by: caller, at: now)
        var wire = try render(request, for: caller, transaction.snapshot)
        wire.id = nil
        wire.link = nil
        wire.code = nil
        return SessionRequestResult(sessionRequest: wire)
    }

    private func draft(
        _ params: SessionRequestMethods.Create.Params, by caller: Caller
    ) throws(WireError) -> SessionRequestDraft {
        var draft = SessionRequestDraft(
            recipient: try recipient(params.recipient), defaultLifetimeSeconds: settings.defaultExpirySeconds)
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
        draft.invitesByEmail = params.sendInvitation?.email ?? false
        draft.invitesBySMS = params.sendInvitation?.sms ?? false
        return draft
    }

    /// A hash of what was asked, the same however the members were ordered.
    private static func fingerprint(of params: SessionRequestMethods.Create.Params) -> [UInt8] {
        var writer = JSONWriter()
        writer.value(params)
        return Array(SHA256.hash(data: writer.bytes))
    }
}
