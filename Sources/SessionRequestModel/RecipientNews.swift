/// What an event means to a recipient who is told by mail or by text message.
public enum RecipientNews: Sendable, Hashable {
    /// An agent's press: come.
    case invited
    /// Another address than what was sent so far, if anything, went to: come.
    case readdressed
    /// There is no address any more.
    case unaddressed
    /// The link is another.
    case linkRenewed
    /// The time is another, or there is none any more.
    case rescheduled
    /// It is time to be reminded.
    case reminded
    /// It is over before the recipient has joined.
    case canceled
    /// It is over.
    case closed
    /// Nothing that was to be said need be said any more.
    case withdrawn
    /// It goes on with the link that the recipient has, who has not heard that it was over.
    case resumed

    /// What the event means to who is told in this way; nil: nothing.
    public init?(_ event: Event, by kind: DeliveryKind) {
        guard case .sessionRequest(let after, let earlier) = event.subject else { return nil }
        guard let before = earlier else {
            guard after.invitation[kind].state == .queued else { return nil }
            self = .invited
            return
        }
        switch event.type {
        case .invitationQueued where Self.isAsked(kind, before, after): self = .invited
        case .updated where before.invitation[kind].isWanted && !after.invitation[kind].isWanted: self = .unaddressed
        case .updated where Self.isAsked(kind, before, after): self = .readdressed
        case .updated where before.schedule != after.schedule: self = .rescheduled
        case .linkRotated: self = .linkRenewed
        case .reopened where before.linkGeneration != after.linkGeneration: self = .linkRenewed
        case .reopened: self = Self.isAsked(kind, before, after) ? .invited : .resumed
        case .reminded: self = .reminded
        case .expired: self = .withdrawn
        case .closed:
            let isAnothers = after.closed?.by.kind == .user || after.closed?.by.kind == .recipient
            // What was kept before it was counted tells it by the grant alone.
            if isAnothers, !before.hasJoined, before.join == nil {
                self = .canceled
            } else {
                self = kind == .sms ? .withdrawn : .closed
            }
        default: return nil
        }
    }

    private static func isAsked(_ kind: DeliveryKind, _ before: SessionRequest, _ after: SessionRequest) -> Bool {
        after.invitation[kind].state == .queued && after.invitation[kind] != before.invitation[kind]
    }
}
