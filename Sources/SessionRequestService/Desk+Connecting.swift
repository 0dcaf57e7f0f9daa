internal import SessionRequestModel
public import SessionRequestStore
public import SessionRequestWire

extension Desk {
    /// `sessionRequest.connect`. With `lease`, the caller's connection is to be registered with `leases(of:_:)` afterwards.
    public func connect(
        _ params: SessionRequestMethods.Connect.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestMethods.Connect.Result> {
        { transaction in
            let policy = self.policy
            let request = try self.changed(
                params.id, .connect, ifRevision: params.ifRevision, by: caller, transaction
            ) { request, scene in
                try self.checkClient(of: caller, for: request, policy)
                _ = try self.connector(for: request, policy)
                let isClaimed = RequestPermissions.isClaimed(byConnecting: scene.agent, to: request)
                // A lease is known by its beginning, so no two sessions of a request begin at once.
                let ready = Timestamp(milliseconds: request.statusSince.milliseconds + 1)
                return try request.connected(
                    claimedBy: isClaimed ? caller.user : nil, leased: params.lease ?? false, by: caller.actor,
                    at: max(scene.now, ready))
            }
            let (target, connector) = try self.connector(for: request, policy)
            let launch = connector.launch(for: target)
            return SessionRequestMethods.Connect.Result(
                sessionRequest: try self.render(request, for: caller, transaction.snapshot),
                target: WireTarget(scheme: target.scheme, address: target.address),
                launch: WireLaunch(argv: launch.argv, uri: launch.uri))
        }
    }

    /// `sessionRequest.explain`: what `connect` would say to the same caller on the same connection.
    public func explain(
        _ params: SessionRequestMethods.Explain.Params, by caller: Caller, _ snapshot: Snapshot
    ) throws -> SessionRequestMethods.Explain.Result {
        let now = self.now
        var request = try request(params.id, snapshot)
        _ = request.timePassed(to: now)
        guard caller.readsEverything else {
            return SessionRequestMethods.Explain.Result(
                connectable: false, reason: ErrorReason.permissionDenied.rawValue,
                message: "Session request \(request.id) cannot be connected from the viewer socket; "
                    + "connect through the agent socket.")
        }
        let agent = try identity(of: caller, for: request, snapshot)
        let explanation = request.explanation(for: agent, at: now)
        do throws(WireError) {
            let policy = policy
            try check(.connect, by: agent, on: request)
            try checkClient(of: caller, for: request, policy)
            _ = try connector(for: request, policy)
        } catch {
            let isSame = explanation.reason.refusal == error.reason
            let advice = error.data.hint.map { "; \($0)" } ?? ""
            return SessionRequestMethods.Explain.Result(
                connectable: false, reason: error.data.reason,
                message: isSame ? explanation.message : error.message + advice)
        }
        return SessionRequestMethods.Explain.Result(connectable: true, message: explanation.message)
    }

    /// Throws when the client on the caller's connection is too old, or is missing where one is required.
    private func checkClient(of caller: Caller, for request: SessionRequest, _ policy: Policy) throws(WireError) {
        guard let client = presence.client(on: caller.connection) else {
            guard policy.settings.requireClient else { return }
            var error = WireError(
                .clientTooOld, "cannot connect session request \(request.id): no client is signed in on this connection"
            )
            error.data.hint = "call client.signIn first"
            throw error
        }
        guard !Self.isSupported(client.name, client.version, policy.settings.minimumAgentVersions) else { return }
        var error = WireError(
            .clientTooOld,
            "cannot connect session request \(request.id): \(client.name) \(client.version) is older than allowed")
        error.data.hint = "update \(client.name)"
        throw error
    }

    private func connector(
        for request: SessionRequest, _ policy: Policy
    ) throws(WireError) -> (Target, Connector) {
        if let target = request.join?.target, let connector = policy.settings.connectors[target.scheme] {
            return (target, connector)
        }
        let scheme = request.join?.target.scheme ?? "its target"
        throw WireError(
            .connectorMissing,
            "cannot connect session request \(request.id): no connector is configured for \(scheme); "
                + "add one under connectors in the configuration")
    }
}

extension Explanation.Reason {
    /// What `connect` refuses with for this reason; nil when it does not.
    fileprivate var refusal: ErrorReason? {
        switch self {
        case .ready: nil
        case .notOpened, .notGranted, .denied, .scheduled, .closed, .expired: .invalidTransition
        case .alreadyConnected: .alreadyConnected
        case .assignedToAnother: .alreadyClaimed
        case .notPermitted: .permissionDenied
        }
    }
}
