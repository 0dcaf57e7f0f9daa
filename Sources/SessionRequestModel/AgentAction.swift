/// What an agent may do to a request: the methods of the protocol, without their family, in alphabetical order.
public enum AgentAction: String, Sendable, Hashable, CaseIterable {
    case assign, claim, close, comment, connect, disconnect, reopen, requestAccess, reschedule, resendInvitation
    case rotateLink, update

    /// Whether a request in `status` takes the action at all, whoever asks.
    public func isPossible(in status: Status) -> Bool {
        switch self {
        case .comment: true
        case .assign, .claim, .reschedule, .resendInvitation, .rotateLink, .update: status.isLive
        case .requestAccess: status == .open || status == .waiting
        case .close: Lifecycle.moves(on: .closed, in: status)
        case .connect: Lifecycle.moves(on: .connected, in: status)
        case .disconnect: Lifecycle.moves(on: .disconnected, in: status)
        case .reopen: Lifecycle.moves(on: .reopened, in: status)
        }
    }
}

/// What the person behind a link may do: the methods of the `link` family that act, in the order of a session.
public enum LinkAction: String, Sendable, Hashable, CaseIterable {
    case open, grant, deny, revoke, cancel, feedback
}
