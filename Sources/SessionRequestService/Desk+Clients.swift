internal import SessionRequestModel
public import SessionRequestStore
public import SessionRequestWire

extension Desk {
    /// A connection of an agent's was accepted. Touches nothing but presence.
    public func arrived(_ caller: Caller) {
        if caller.door == .agent { presence.arrived(caller) }
    }

    /// A connection is gone; the change to write, nil when there is none.
    public func left(_ caller: Caller) -> Change<Void>? {
        guard let client = presence.left(caller.connection) else { return nil }
        return { transaction in
            let event = Event(type: .clientSignedOut, at: self.now, actor: .service, subject: .client(client))
            try self.record([event], transaction)
        }
    }

    /// `client.signIn`: binds a remote-desktop client to the connection, in place of one that was.
    public func signIn(
        _ params: ClientMethods.SignIn.Params, by caller: Caller
    ) throws(WireError) -> Change<ClientMethods.SignIn.Result> {
        try check(params)
        return { transaction in
            if let id = params.clientId {
                let owner = try transaction.snapshot.owner(ofClient: id)
                guard owner == nil || owner == caller.uid else {
                    throw WireError.permissionDenied(
                        "cannot sign in on client \(id): it belongs to another user",
                        hint: "ask an admin to release it with client.signOut")
                }
                if owner == nil { try transaction.setOwner(caller.uid, ofClient: id, at: self.now) }
            }
            let client = SignedInClient(
                clientID: params.clientId, name: params.name, version: params.version, features: params.features ?? [],
                isSupported: Self.isSupported(params.name, params.version, self.settings.minimumAgentVersions),
                uid: caller.uid, user: caller.user, since: self.now)
            guard self.presence.signedIn(client, on: caller.connection) else {
                throw WireError(.canceled, "cannot sign in: the connection is gone")
            }
            try self.record(
                [Event(type: .clientSignedIn, at: self.now, actor: caller.actor, subject: .client(client))], transaction)
            return ClientMethods.SignIn.Result(client: WireClient(client))
        }
    }

    /// `client.signOut`: of the connection's own client; an admin names any, which is released from its owner too.
    public func signOut(
        _ params: ClientMethods.SignOut.Params, by caller: Caller
    ) throws(WireError) -> Change<ClientMethods.SignOut.Result> {
        { transaction in
            let own = self.presence.client(on: caller.connection)
            var connections = own == nil ? [] : [caller.connection]
            if let id = params.clientId, id != own?.clientID || caller.isAdmin {
                guard caller.isAdmin else {
                    throw WireError.permissionDenied(
                        "cannot sign out client \(id): it is not signed in on this connection", hint: "ask an admin")
                }
                connections = self.presence.connections(ofClient: id)
                let wasOwned = try transaction.snapshot.owner(ofClient: id) != nil
                try transaction.setOwner(nil, ofClient: id, at: self.now)
                guard wasOwned || !connections.isEmpty else { return ClientMethods.SignOut.Result(signedOut: false) }
            }
            for connection in connections {
                guard let client = self.presence.client(on: connection) else { continue }
                self.presence.signedOut(on: connection)
                try self.record(
                    [Event(type: .clientSignedOut, at: self.now, actor: caller.actor, subject: .client(client))],
                    transaction)
            }
            return ClientMethods.SignOut.Result(signedOut: !connections.isEmpty || params.clientId != nil)
        }
    }

    /// `client.list`.
    public func clients() -> ClientMethods.List.Result {
        ClientMethods.List.Result(clients: presence.clients().map { WireClient($0) })
    }

    /// `agent.list`: the agents who are connected.
    public func agents() -> AgentMethods.List.Result {
        AgentMethods.List.Result(
            agents: presence.agents().map { agent in
                WireAgentPresence(
                    uid: Int64(agent.uid), user: agent.user, signedIn: !agent.clients.isEmpty,
                    clients: agent.clients.map { WireClient($0) })
            })
    }

    /// Whether a version is at least the configured minimum of the client; one that cannot be read is not.
    static func isSupported(_ name: String, _ version: String?, _ minimums: [String: String]) -> Bool {
        guard let minimum = minimums[name.lowercased()].flatMap({ ProgramVersion($0) }) else { return true }
        guard let version = version.flatMap({ ProgramVersion($0) }) else { return false }
        return version >= minimum
    }

    private func check(_ params: ClientMethods.SignIn.Params) throws(WireError) {
        try checking("/name") { () throws(Violation) in try TextRule.checkLine(params.name, atMost: Limits.name) }
        try checking("/version") { () throws(Violation) in try TextRule.checkLine(params.version, atMost: Limits.token) }
        if let id = params.clientId {
            try checking("/clientId") { () throws(Violation) in try TextRule.checkLine(id, atMost: Limits.clientID) }
        }
        let features = params.features ?? []
        guard features.count <= Limits.tokens else {
            throw WireError.invalidParams("cannot take features: at most \(Limits.tokens) are", path: "/features")
        }
        for (index, feature) in features.enumerated() {
            try checking("/features/\(index)") { () throws(Violation) in
                try TextRule.checkLine(feature, atMost: Limits.token)
            }
        }
    }
}
