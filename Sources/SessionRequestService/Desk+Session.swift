internal import SessionRequestModel
public import SessionRequestStore
public import SessionRequestWire

extension Desk {
    /// `sessionRequest.connect`. With `lease`, the caller's connection is to be registered with `leaseTaken` afterwards.
    public func connect(
        _ params: SessionRequestMethods.Connect.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestMethods.Connect.Result> {
        { transaction in
            let request = try self.changed(
                params.id, .connect, ifRevision: params.ifRevision, by: caller, transaction
            ) { request, scene in
                try self.checkClient(of: caller, request)
                guard let target = request.join?.target, self.settings.connectors[target.scheme] != nil else {
                    throw WireError(
                        .connectorMissing,
                        "cannot connect session request \(request.id): no connector is configured for "
                            + "\(request.join?.target.scheme ?? "its target"); add one under connectors in the configuration")
                }
                return try request.connected(
                    as: caller.user, leased: params.lease ?? false, by: caller.actor, at: scene.now)
            }
            guard let target = request.join?.target, let connector = self.settings.connectors[target.scheme] else {
                throw WireError(.connectorMissing, "cannot connect session request \(request.id): it has no target")
            }
            let launch = connector.launch(for: target)
            return SessionRequestMethods.Connect.Result(
                sessionRequest: try self.render(request, for: caller, transaction.snapshot),
                target: WireTarget(scheme: target.scheme, address: target.address),
                launch: WireLaunch(argv: launch.argv, uri: launch.uri))
        }
    }

    private func checkClient(of caller: Caller, _ request: SessionRequest) throws(WireError) {
        guard let client = presence.client(on: caller.connection) else {
            guard settings.requireClient else { return }
            var error = WireError(
                .clientTooOld, "cannot connect session request \(request.id): no client is signed in on this connection")
            error.data.hint = "call client.signIn first"
            throw error
        }
        guard client.isSupported else {
            var error = WireError(
                .clientTooOld,
                "cannot connect session request \(request.id): \(client.name) \(client.version) is older than allowed")
            error.data.hint = "update \(client.name)"
            throw error
        }
    }

    /// `sessionRequest.requestAccess`.
    public func requestAccess(
        _ params: SessionRequestMethods.RequestAccess.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        changing(params.id, .requestAccess, ifRevision: params.ifRevision, by: caller) { request, scene in
            if let last = request.accessRequestedAt {
                let next = last.adding(seconds: self.settings.requestAccessIntervalSeconds)
                if scene.now < next {
                    throw WireError.rateLimited(
                        "cannot request access to session request \(request.id) again so soon",
                        retryAfter: Double(next.milliseconds(since: scene.now)) / 1000)
                }
            }
            return request.accessRequested(by: caller.actor, at: scene.now)
        }
    }

    /// `sessionRequest.disconnect`. A note is added to the comments, as an event of its own.
    public func disconnect(
        _ params: SessionRequestMethods.Disconnect.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        let note = try note(params.note)
        return changing(params.id, .disconnect, ifRevision: params.ifRevision, by: caller) { request, scene in
            var events: [Event] = []
            if let note, !note.isEmpty {
                do { events += try request.commented(note, by: caller.actor, at: scene.now) } catch {
                    throw WireError.invalidParams("cannot take note: it \(error.message)", path: "/note")
                }
            }
            return try events + request.disconnected(by: caller.actor, at: scene.now)
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

    /// `sessionRequest.reopen`.
    public func reopen(
        _ params: SessionRequestMethods.Reopen.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestResult> {
        _ = try expiry(at: params.expiresAt, in: params.expiresIn, now: now)
        return changing(params.id, .reopen, ifRevision: params.ifRevision, by: caller) { request, scene in
            let snapshot = scene.transaction.snapshot
            let kept = request.schedule.flatMap { $0.startsAt > scene.now ? $0 : nil }
            var draft = SessionRequestDraft(
                recipient: request.recipient, defaultLifetimeSeconds: self.settings.defaultExpirySeconds)
            draft.assignee = request.assignee
            try self.completeFromQueue(&draft, snapshot)
            let expiresAt =
                try self.expiry(at: params.expiresAt, in: params.expiresIn, now: scene.now)
                ?? SessionRequest.defaultExpiry(schedule: kept, seconds: draft.defaultLifetimeSeconds, now: scene.now)
            try self.checking { () throws(Violation) in
                try SessionRequest.check(expiresAt: expiresAt, schedule: kept, now: scene.now)
            }
            let keepLink = params.keepLink ?? false
            let attempt = try self.freeCodeAttempt(
                id: request.id, generation: request.linkGeneration + (keepLink ? 0 : 1), snapshot)
            return try request.reopened(
                keepLink: keepLink, codeAttempt: attempt, expiresAt: expiresAt, by: caller.actor, at: scene.now)
        }
    }
}
