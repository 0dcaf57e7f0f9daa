/// Who may do what to a request, decided from values alone.
///
/// The clock is not asked: bring the request up to date with `timePassed(to:)` first.
public enum RequestPermissions {
    /// Whether `caller` may act on `request` at all: it is nobody's, or the caller made it or is connected to it, or it is
    /// assigned to the caller, a queue of the caller's, or a client that the caller is signed in on; for an admin, always.
    public static func mayAct(_ caller: AgentIdentity, on request: SessionRequest) -> Bool {
        if caller.isAdmin { return true }
        if request.createdBy.kind == .user, request.createdBy.user == caller.user { return true }
        if isConnected(caller, to: request) { return true }
        switch request.assignee {
        case nil: return true
        case .agent(let user): return user == caller.user
        case .queue(let id): return caller.queues.contains(id)
        case .client(let id): return caller.clients.contains(id)
        }
    }

    /// Whether the running session is the caller's, who may end it though the request was given to another meanwhile, or
    /// its client has signed out.
    private static func isConnected(_ caller: AgentIdentity, to request: SessionRequest) -> Bool {
        request.connection?.agent.kind == .user && request.connection?.agent.user == caller.user
    }

    /// Whether `caller` takes `request` by connecting to it: it is nobody's, or of a queue that the caller is a member of.
    public static func isClaimed(byConnecting caller: AgentIdentity, to request: SessionRequest) -> Bool {
        switch request.assignee {
        case nil: true
        case .queue(let id): caller.queues.contains(id)
        case .agent, .client: false
        }
    }

    /// Whether `request` is another agent's to connect to, whatever `mayAct` says: it is assigned to one by name. An admin
    /// must assign it anew, too.
    public static func isTakenFrom(_ caller: AgentIdentity, _ request: SessionRequest) -> Bool {
        if case .agent(let user) = request.assignee { user != caller.user } else { false }
    }

    /// The actions that `caller` may take on `request` as it stands, in alphabetical order.
    public static func allowedActions(for caller: AgentIdentity, in request: SessionRequest) -> [AgentAction] {
        guard mayAct(caller, on: request) else { return [] }
        return AgentAction.allCases.filter { action in
            guard action.isPossible(in: request.status) else { return false }
            switch action {
            case .connect: return !isTakenFrom(caller, request)
            case .claim: return !isTakenFrom(caller, request) && request.assignee != .agent(caller.user)
            default: return true
            }
        }
    }

    /// The actions that the page offers to the person behind the link, in the order of a session.
    ///
    /// Feedback is asked for once each time that an agent has closed the request as done or for another reason of the
    /// agent's own; not when it came to nothing (canceled, denied, a duplicate).
    public static func allowedLinkActions(in request: SessionRequest) -> [LinkAction] {
        LinkAction.allCases.filter { action in
            switch action {
            case .open: Lifecycle.moves(on: .opened, in: request.status)
            case .grant: Lifecycle.moves(on: .granted, in: request.status)
            case .deny: Lifecycle.moves(on: .denied, in: request.status)
            case .revoke: Lifecycle.moves(on: .revoked, in: request.status)
            case .cancel: Lifecycle.moves(on: .closed, in: request.status)
            case .feedback:
                request.status == .closed && request.feedback == nil
                    && (request.closed?.reason == .done || request.closed?.reason == .other)
            }
        }
    }
}
