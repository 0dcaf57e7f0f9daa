internal import SessionRequestModel
internal import SessionRequestStore
internal import SessionRequestWire

extension Desk {
    /// The caller as far as one request is concerned: of queues and clients only those that the request is assigned to
    /// are looked up.
    func identity(of caller: Caller, for request: SessionRequest, _ snapshot: Snapshot) throws -> AgentIdentity {
        var queues: Set<String> = []
        var clients: Set<String> = []
        switch request.assignee {
        case .queue(let id):
            if try snapshot.queue(id)?.hasMember(user: caller.user, groups: caller.groups) == true { queues = [id] }
        case .client(let id):
            if presence.isSignedIn(uid: caller.uid, on: id) { clients = [id] }
        case .agent, nil: break
        }
        return AgentIdentity(user: caller.user, isAdmin: caller.isAdmin, queues: queues, clients: clients)
    }

    /// Throws when the caller may not take the action, in the order that the protocol promises: permission on the request,
    /// already connected, already claimed, transition.
    func check(_ action: AgentAction, by agent: AgentIdentity, on request: SessionRequest) throws {
        let isTaken = RequestPermissions.isTakenFrom(agent, request)
        let competes = action == .connect || action == .claim
        guard RequestPermissions.mayAct(agent, on: request) || competes && isTaken else {
            throw WireError.permissionDenied(
                "cannot \(action.phrase) session request \(request.id): it belongs to \(request.ownerPhrase)",
                hint: "ask an admin, or whom it belongs to, to assign it to you")
        }
        if action == .connect, request.status == .connected {
            throw WireError.alreadyConnected(
                "cannot connect session request \(request.id): \(request.connection?.agent.user ?? "an agent") is connected",
                by: request.connection.map { WireActor($0.agent) })
        }
        if competes, isTaken, let id = request.assignee?.id {
            throw WireError.alreadyClaimed(
                "cannot \(action.phrase) session request \(request.id): it is assigned to \(id)",
                by: WireActor(kind: Actor.Kind.user.rawValue, user: id))
        }
        guard action.isPossible(in: request.status) else {
            throw invalidTransition(action.phrase, request, agent)
        }
    }

    func invalidTransition(_ phrase: String, _ request: SessionRequest, _ agent: AgentIdentity) -> WireError {
        WireError.invalidTransition(
            "cannot \(phrase) session request \(request.id): it is \(request.status.rawValue)",
            status: request.status.rawValue,
            allowed: RequestPermissions.allowedActions(for: agent, in: request).map(\.rawValue))
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
