/// What becomes of the one message to a recipient that may wait in the outbox, when there is news.
///
/// The table of what is sent when. Pure: it knows what waits and whether the recipient was ever reached; the desk carries
/// it out in the transaction of the news.
public enum OutboxDecision: Sendable, Hashable {
    /// Nothing is sent, and what waits goes on waiting.
    case nothing
    /// A message of this purpose takes the place of what waits.
    case send(DeliveryPurpose)
    /// What waits is not sent.
    case withdraw

    /// - Parameters:
    ///   - waiting: what waits to be sent; nil: nothing.
    ///   - reached: whether the recipient has had an invitation, so that it must be told what has become of it.
    public init(_ news: RecipientNews, waiting: DeliveryPurpose?, reached: Bool) {
        switch (news, waiting) {
        case (.invited, _), (.readdressed, _): self = .send(.invitation)
        case (.linkRenewed, .invitation), (.linkRenewed, .linkRenewed), (.linkRenewed, .rescheduled),
            (.linkRenewed, .reminder):
            // The link is put in when it is sent.
            self = .send(waiting ?? .linkRenewed)
        case (.linkRenewed, _): self = reached ? .send(.linkRenewed) : .withdraw
        case (.rescheduled, .invitation), (.rescheduled, .linkRenewed): self = .send(waiting ?? .rescheduled)
        case (.rescheduled, _): self = reached ? .send(.rescheduled) : .withdraw
        case (.reminded, nil): self = reached ? .send(.reminder) : .nothing
        case (.reminded, _): self = .nothing
        case (.canceled, _): self = reached ? .send(.canceled) : .withdraw
        case (.closed, _): self = reached ? .send(.closed) : .withdraw
        case (.withdrawn, _), (.unaddressed, _): self = .withdraw
        case (.resumed, .canceled), (.resumed, .closed): self = .withdraw
        case (.resumed, _): self = .nothing
        }
    }
}

/// What is to follow a message that is being sent while there is news.
public enum OutboxSequel: Sendable, Hashable {
    /// A message of this purpose.
    case send(DeliveryPurpose)
    /// Nothing, and no further attempt.
    case nothing
    /// An invitation to the address that the recipient has now; what is being sent goes to another.
    case invitationElsewhere
    /// Nothing, and no further attempt; what is being sent goes to another address than the recipient has now.
    case nothingElsewhere

    /// Whether what is being sent goes to another address than the recipient has now, so that it says nothing of that one.
    public var isElsewhere: Bool { self == .invitationElsewhere || self == .nothingElsewhere }

    /// The sequel after more news; nil: none is needed.
    ///
    /// What is being sent counts as received: a recipient who gets it must be told what has become of it. At another address
    /// nothing was received yet.
    public static func after(_ news: RecipientNews, _ sequel: OutboxSequel?) -> OutboxSequel? {
        if news == .readdressed { return .invitationElsewhere }
        if news == .unaddressed { return .nothingElsewhere }
        if let sequel, sequel.isElsewhere {
            let waiting: DeliveryPurpose? = sequel == .invitationElsewhere ? .invitation : nil
            switch OutboxDecision(news, waiting: waiting, reached: false) {
            case .nothing: return sequel
            case .send: return .invitationElsewhere
            case .withdraw: return .nothingElsewhere
            }
        }
        var waiting: DeliveryPurpose?
        if case .send(let purpose) = sequel { waiting = purpose }
        switch OutboxDecision(news, waiting: waiting, reached: true) {
        case .nothing: return sequel
        case .send(let purpose): return .send(purpose)
        case .withdraw: return news == .resumed ? nil : .nothing
        }
    }
}

/// How an attempt to send a message ended.
public enum OutboxAttempt: Sendable, Hashable {
    /// It was handed over.
    case sent
    /// It was not.
    case failed
    /// Nobody knows: who tried it is gone.
    case lost
}

/// What becomes of a message when an attempt has ended.
public enum OutboxOutcome: Sendable, Hashable {
    /// It is tried again as it is.
    case again
    /// It is done with.
    case done
    /// Another one takes its place.
    case replaced(by: DeliveryPurpose)

    /// - Parameters:
    ///   - purpose: of the message.
    ///   - reached: whether the recipient had had an invitation before.
    public init(_ attempt: OutboxAttempt, of purpose: DeliveryPurpose, sequel: OutboxSequel?, reached: Bool) {
        switch (attempt, sequel) {
        case (.sent, .send(let next)): self = .replaced(by: next)
        case (_, .invitationElsewhere): self = .replaced(by: .invitation)
        case (.sent, _): self = .done
        case (_, nil): self = .again
        case (_, .nothing), (_, .nothingElsewhere): self = .done
        case (let attempt, .send(let next)) where next == .canceled || next == .closed:
            // An invitation that never arrived needs no cancellation; one that may have does.
            self = attempt == .lost || reached ? .replaced(by: next) : .done
        case (_, .send(let next)): self = .replaced(by: purpose.covering(next))
        }
    }
}
