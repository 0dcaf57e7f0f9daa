internal import SessionRequestModel
internal import SessionRequestStore
internal import SessionRequestWire

extension Desk {
    /// The caller as far as one request is concerned: of queues and clients only those that the request is assigned to
    /// are looked up.
    func identity(of caller: Caller, for request: SessionRequest, _ snapshot: Snapshot) throws -> AgentIdentity {
        var memberships = Memberships()
        return try identity(of: caller, for: request, snapshot, &memberships)
    }

    /// The same, with the queues that were looked up for other requests.
    func identity(
        of caller: Caller, for request: SessionRequest, _ snapshot: Snapshot, _ memberships: inout Memberships
    ) throws -> AgentIdentity {
        var queues: Set<String> = []
        var clients: Set<String> = []
        switch request.assignee {
        case .queue(let id):
            if try memberships.includes(caller, in: id, snapshot) { queues = [id] }
        case .client(let id):
            if presence.isSignedIn(uid: caller.uid, on: id) { clients = [id] }
        case .agent, nil: break
        }
        return AgentIdentity(user: caller.user, isAdmin: caller.isAdmin, queues: queues, clients: clients)
    }

    /// Throws when the caller may not take the action, in the order that the protocol promises: permission on the request,
    /// already connected, already claimed, transition. That somebody is connected is told to whoever asks to connect.
    func check(_ action: AgentAction, by agent: AgentIdentity, on request: SessionRequest) throws(WireError) {
        if action == .connect, request.status == .connected {
            let holder = request.connection?.agent
            throw WireError.alreadyConnected(
                "cannot connect session request \(request.id): \(holder?.user ?? "an agent") is connected",
                by: holder.map { WireActor($0) })
        }
        let isTaken = RequestPermissions.isTakenFrom(agent, request)
        let competes = action == .connect || action == .claim
        guard RequestPermissions.mayAct(agent, on: request) || competes && isTaken else {
            throw WireError.permissionDenied(
                "cannot \(action.phrase) session request \(request.id): it belongs to \(request.ownerPhrase)",
                hint: "ask an admin, or whom it belongs to, to assign it to you")
        }
        if competes, isTaken, let user = request.assignee?.id {
            throw WireError.alreadyClaimed(
                "cannot \(action.phrase) session request \(request.id): it is assigned to \(user)",
                by: WireActor(Actor(kind: .user, uid: uid(of: user, on: request), user: user)))
        }
        guard action.isPossible(in: request.status) else {
            throw invalidTransition(action.phrase, request, agent)
        }
    }

    /// The number of an account, where it is known: the agent is here, or has left it on the request.
    private func uid(of user: String, on request: SessionRequest) -> UInt32? {
        if let uid = presence.uid(ofUser: user) { return uid }
        return [request.connection?.agent, request.createdBy].lazy.compactMap { $0 }.first { $0.user == user }?.uid
    }

    func invalidTransition(_ phrase: String, _ request: SessionRequest, _ agent: AgentIdentity) -> WireError {
        WireError.invalidTransition(
            "cannot \(phrase) session request \(request.id): it is \(request.status.rawValue)",
            status: request.status.rawValue,
            allowed: RequestPermissions.allowedActions(for: agent, in: request).map(\.rawValue))
    }
}

/// In which queues a caller is, each looked up once.
struct Memberships {
    private var known: [String: Bool] = [:]

    mutating func includes(_ caller: Caller, in queue: String, _ snapshot: Snapshot) throws -> Bool {
        if let isMember = known[queue] { return isMember }
        let isMember = try snapshot.queue(queue)?.hasMember(user: caller.user, groups: caller.groups) ?? false
        known[queue] = isMember
        return isMember
    }
}

extension SessionRequest {
    fileprivate var ownerPhrase: String {
        switch assignee {
        case .agent(let user): user
        case .queue(let id): "the queue \(id)"
        case .client(let id): "the client \(id)"
        case nil: "nobody"
        }
    }
}

extension AgentAction {
    /// The action as it reads before "session request 42".
    var phrase: String {
        switch self {
        case .assign, .claim, .close, .connect, .disconnect, .reopen, .reschedule, .update: rawValue
        case .comment: "comment on"
        case .requestAccess: "request access to"
        case .resendInvitation: "resend the invitation of"
        case .rotateLink: "rotate the link of"
        }
    }
}
