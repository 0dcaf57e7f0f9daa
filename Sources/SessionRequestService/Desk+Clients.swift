internal import SessionRequestModel
internal import SessionRequestStore
public import SessionRequestWire

extension Desk {
    /// A connection was accepted; an agent's is an agent's presence. Touches nothing else.
    public func arrived(_ caller: Caller) {
        guard caller.door == .agent, !caller.roles.isDisjoint(with: [.admin, .supportAgent]) else { return }
        presence.arrived(caller)
    }

    /// A connection is gone; the change to write, nil when there is none.
    public func left(_ caller: Caller) -> Change<Void>? {
        guard let client = presence.left(caller.connection) else { return nil }
        return signedOut([(caller.connection, client)])
    }

    /// `client.signIn`: binds a remote-desktop client to the connection, in place of one that was. The same again is a
    /// success without an event.
    ///
    /// Nothing else of the connection may run beside it: what follows sees the client.
    public func signIn(
        _ params: ClientMethods.SignIn.Params, by caller: Caller
    ) throws(WireError) -> Change<PresenceChange<ClientMethods.SignIn.Result>> {
        try check(params)
        return { transaction in
            let now = self.now
            if let id = params.clientId { try self.own(id, by: caller, at: now, transaction) }
            let before = self.presence.client(on: caller.connection)
            var client = SignedInClient(
                clientID: params.clientId, name: params.name, version: params.version, features: params.features ?? [],
                isSupported: Self.isSupported(
                    params.name, params.version, self.policy.settings.minimumAgentVersions),
                uid: caller.uid, user: caller.user, since: before?.since ?? now)
            let answer = ClientMethods.SignIn.Result(client: WireClient(answering: client))
            guard client != before else { return PresenceChange(answer, []) }
            client.since = now
            if let before { try self.record(.clientSignedOut, before, by: caller.actor, at: now, transaction) }
            try self.record(.clientSignedIn, client, by: caller.actor, at: now, transaction)
            try transaction.setSignedIn(client, onConnection: caller.connection)
            return PresenceChange(answer, [.signedIn(client, connection: caller.connection)])
        }
    }

    /// `client.signOut`: of the connection's own client; an admin names any, and may release it from its owner.
    public func signOut(
        _ params: ClientMethods.SignOut.Params, by caller: Caller
    ) throws(WireError) -> Change<PresenceChange<ClientMethods.SignOut.Result>> {
        if let id = params.clientId { try line(id, atMost: Limits.clientID, at: "/clientId") }
        let releases = params.release ?? false
        if releases {
            guard params.clientId != nil else {
                throw WireError.invalidParams("cannot release a client without clientId: say which", path: "/clientId")
            }
            guard caller.isAdmin else {
                throw WireError.permissionDenied(
                    "cannot release a client: only an admin can", hint: "ask an admin to release it")
            }
        }
        return { transaction in
            let now = self.now
            let own = self.presence.client(on: caller.connection)
            var leaving = own.map { [(caller.connection, $0)] } ?? []
            var isReleased = false
            if let id = params.clientId {
                if caller.isAdmin {
                    leaving = self.presence.signedIn(on: id)
                } else if own?.clientID != id {
                    throw WireError.permissionDenied(
                        "cannot sign out client \(id): it is not signed in on this connection", hint: "ask an admin")
                }
                if releases, try transaction.snapshot.owner(ofClient: id) != nil {
                    try transaction.setOwner(nil, ofClient: id, at: now)
                    isReleased = true
                }
            }
            for (connection, client) in leaving {
                try self.record(.clientSignedOut, client, by: caller.actor, at: now, transaction)
                try transaction.setSignedIn(nil, onConnection: connection)
            }
            return PresenceChange(
                ClientMethods.SignOut.Result(signedOut: isReleased || !leaving.isEmpty),
                leaving.map { .signedOut($1, connection: $0) })
        }
    }

    /// A sign-in or sign-out is durable: from here on it holds. To be called in the order of commits, on the thread that
    /// calls `arrived` and `left`, even when the connection is gone.
    ///
    /// - Returns: the change to write because of a connection that went before its client was signed in; nil: none.
    public func settle(_ change: PresenceChange<some Any>) -> Change<Void>? {
        var gone: [(Int, SignedInClient)] = []
        for step in change.steps {
            switch step {
            case .signedIn(let client, let connection):
                if !presence.signedIn(client, on: connection) { gone.append((connection, client)) }
            case .signedOut(let client, let connection): presence.signedOut(client, on: connection)
            }
        }
        return gone.isEmpty ? nil : signedOut(gone)
    }

    private func signedOut(_ clients: [(connection: Int, client: SignedInClient)]) -> Change<Void> {
        { transaction in try self.signOut(clients, transaction) }
    }

    private func signOut(
        _ clients: [(connection: Int, client: SignedInClient)], _ transaction: WriteTransaction
    ) throws {
        for (connection, client) in clients {
            try record(.clientSignedOut, client, by: .service, at: now, transaction)
            try transaction.setSignedIn(nil, onConnection: connection)
        }
    }

    /// No connection outlives its process: signs out whoever was signed in when the last one ended without saying so.
    func signOutAll(_ transaction: WriteTransaction) throws {
        try signOut(transaction.snapshot.signedInClients(), transaction)
    }

    private func record(
        _ type: EventType, _ client: SignedInClient, by actor: Actor, at now: Timestamp, _ transaction: WriteTransaction
    ) throws {
        try record([Event(type: type, at: now, actor: actor, subject: .client(client))], transaction)
    }

    /// Makes the caller the owner of a client that is nobody's; throws when it is another's.
    private func own(_ id: String, by caller: Caller, at now: Timestamp, _ transaction: WriteTransaction) throws {
        let owner = try transaction.snapshot.owner(ofClient: id)
        guard owner == nil || owner == caller.uid else {
            throw WireError.permissionDenied(
                "cannot sign in on client \(id): it belongs to another user",
                hint: "ask an admin to release it with client.signOut")
        }
        if owner == nil { try transaction.setOwner(caller.uid, ofClient: id, at: now) }
    }

    /// `client.list`.
    public func clients() -> ClientMethods.List.Result {
        ClientMethods.List.Result(clients: presence.clients().map(judged))
    }

    /// `agent.list`: the agents who are connected.
    public func agents() -> AgentMethods.List.Result {
        AgentMethods.List.Result(
            agents: presence.agents().map { agent in
                WireAgentPresence(
                    uid: Int64(agent.uid), user: agent.user, signedIn: !agent.clients.isEmpty,
                    clients: agent.clients.map(judged))
            })
    }

    /// A client as it is told, by the minimum versions of now.
    private func judged(_ client: SignedInClient) -> WireClient {
        var wire = WireClient(client)
        wire.supported = Self.isSupported(client.name, client.version, policy.settings.minimumAgentVersions)
        return wire
    }

    /// Whether a version is at least the configured minimum of the client; one that cannot be read is not.
    static func isSupported(_ name: String, _ version: String?, _ minimums: [String: String]) -> Bool {
        guard let minimum = minimums[name.lowercased()].flatMap({ ProgramVersion($0) }) else { return true }
        guard let version = version.flatMap({ ProgramVersion($0) }) else { return false }
        return version >= minimum
    }

    private func check(_ params: ClientMethods.SignIn.Params) throws(WireError) {
        try line(params.name, atMost: Limits.name, at: "/name")
        try line(params.version, atMost: Limits.token, at: "/version")
        if let id = params.clientId { try line(id, atMost: Limits.clientID, at: "/clientId") }
        try check(features: params.features ?? [], atMost: Limits.tokens)
    }

    /// `rpc.hello`: throws at what is out of bounds in an introduction.
    public func check(_ params: RPCMethods.Hello.Params) throws(WireError) {
        if let client = params.client { try line(client, atMost: Limits.name, at: "/client") }
        if let version = params.version { try line(version, atMost: Limits.token, at: "/version") }
        try check(features: params.features ?? [], atMost: DeskLimits.introducedFeatures)
    }

    private func check(features: [String], atMost limit: Int) throws(WireError) {
        guard features.count <= limit else {
            throw WireError.invalidParams("cannot take features: it must hold at most \(limit)", path: "/features")
        }
        for (index, feature) in features.enumerated() {
            try checking("/features/\(index)") { () throws(Violation) in
                try TextRule.checkLine(feature, atMost: Limits.token)
                if features[..<index].contains(feature) { throw Violation("must not repeat a feature") }
            }
        }
    }
}
