internal import SessionRequestModel
internal import SessionRequestStore
public import SessionRequestWire

extension Desk {
    /// `sessionRequest.requestAccess`.
    public func requestAccess(
        _ params: SessionRequestMethods.RequestAccess.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        changing(params.id, .requestAccess, ifRevision: params.ifRevision, by: caller) { request, scene in
            // One that lies ahead was noted by a clock that was ahead.
            if let last = request.accessLastRequestedAt, last <= scene.now {
                let next = last.adding(seconds: self.policy.settings.requestAccessIntervalSeconds)
                if scene.now < next {
                    throw WireError.rateLimited(
                        "cannot request access to session request \(request.id) again so soon",
                        retryAfter: Double(next.milliseconds(since: scene.now)) / 1000)
                }
            }
            return request.accessRequested(by: caller.actor, at: scene.now)
        }
    }

    /// `sessionRequest.disconnect`. A note is added to the comments, in the same event.
    public func disconnect(
        _ params: SessionRequestMethods.Disconnect.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        let note = try note(params.note)
        return changing(params.id, .disconnect, ifRevision: params.ifRevision, by: caller) { request, scene in
            var comments: String?
            if let note, !note.isEmpty {
                comments = try self.checking("/note") { () throws(Violation) in try request.comments(adding: note) }
            }
            return try request.disconnected(comments: comments, by: caller.actor, at: scene.now)
        }
    }

    /// `sessionRequest.close`.
    public func close(
        _ params: SessionRequestMethods.Close.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        let note = try note(params.note)
        var reason = Closure.Reason.done
        if let text = params.reason { reason = try word(text, at: "/reason") }
        guard reason != .canceledByRecipient else {
            throw WireError.invalidParams(
                "cannot take reason: canceledByRecipient is what the recipient does; give canceled", path: "/reason")
        }
        let chosen = reason
        return changing(params.id, .close, ifRevision: params.ifRevision, by: caller) { request, scene in
            try request.closed(reason: chosen, note: note, by: caller.actor, at: scene.now)
        }
    }

    /// `sessionRequest.reopen`. A request whose queue is gone becomes unassigned.
    public func reopen(
        _ params: SessionRequestMethods.Reopen.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        _ = try expiry(at: params.expiresAt, in: params.expiresIn, now: now)
        return changing(params.id, .reopen, ifRevision: params.ifRevision, by: caller) { request, scene in
            let snapshot = scene.transaction.snapshot
            let kept = request.schedule.flatMap { $0.lastInstant > scene.now ? $0 : nil }
            var queue: Queue?
            var isAbandoned = false
            if case .queue(let id) = request.assignee {
                queue = try snapshot.queue(id)
                isAbandoned = queue == nil
            }
            let seconds = queue?.defaultExpirySeconds ?? self.policy.settings.defaultExpirySeconds
            let expiresAt =
                try self.expiry(at: params.expiresAt, in: params.expiresIn, now: scene.now)
                ?? SessionRequest.defaultExpiry(schedule: kept, seconds: seconds, now: scene.now)
            try self.checking(expiresIn: params.expiresIn) { () throws(Violation) in
                try SessionRequest.check(expiresAt: expiresAt, schedule: kept, now: scene.now)
            }
            let keepLink = params.keepLink ?? false
            let attempt = try self.freeCodeAttempt(
                id: request.id, generation: request.linkGeneration + (keepLink ? 0 : 1), snapshot)
            let events = try request.reopened(
                keepLink: keepLink, codeAttempt: attempt, expiresAt: expiresAt,
                unaware: keepLink ? self.untoldOfTheEnd(request, snapshot) : [],
                reminderMinutes: self.policy.settings.outbox.reminderMinutes, by: caller.actor, at: scene.now)
            // Its queue was deleted while it was over.
            return isAbandoned ? events + request.assigned(to: nil, by: caller.actor, at: scene.now) : events
        }
    }
}
