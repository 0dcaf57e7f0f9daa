/// What was sent to the recipient, by each way.
public struct Invitation: Sendable, Hashable {
    /// By mail.
    public var email: Delivery
    /// By text message.
    public var sms: Delivery

    /// Nothing was asked for.
    public static let notRequested = Invitation(email: .notRequested, sms: .notRequested)

    /// Whether somebody asked for any of it.
    public var isWanted: Bool { email.isWanted || sms.isWanted }

    /// The delivery to the recipient in one way; there is none in others.
    public subscript(_ kind: DeliveryKind) -> Delivery {
        get {
            switch kind {
            case .email: email
            case .sms: sms
            case .webhook: .notRequested
            }
        }
        set {
            switch kind {
            case .email: email = newValue
            case .sms: sms = newValue
            case .webhook: break
            }
        }
    }

    /// These deliveries.
    public init(email: Delivery, sms: Delivery) {
        self.email = email
        self.sms = sms
    }
}

/// How one sending stands.
public struct Delivery: Sendable, Hashable {
    /// How far it came.
    public enum State: String, Sendable, Hashable, CaseIterable {
        case notRequested, queued, sent, failed
    }

    /// How far it came.
    public var state: State
    /// When it came to that state; nil only for `notRequested`.
    public var at: Timestamp?
    /// How often it was tried.
    public var attempts: Int
    /// Why the last attempt failed, for the agent to read.
    public var error: String?

    /// When the recipient last had an invitation at the address that it has now; nil: never.
    public var reachedAt: Timestamp?

    /// Whether somebody asked for it.
    public var isWanted: Bool { state != .notRequested }

    /// Nobody asked for it.
    public static let notRequested = Delivery(state: .notRequested, at: nil, attempts: 0, error: nil)

    /// A delivery with just these properties.
    public init(
        state: State, at: Timestamp?, attempts: Int = 0, error: String? = nil, reachedAt: Timestamp? = nil
    ) {
        self.state = state
        self.at = at
        self.attempts = attempts
        self.error = error
        self.reachedAt = reachedAt
    }

    /// It is asked for, once more perhaps.
    mutating func queue(at now: Timestamp) {
        self = Delivery(state: .queued, at: now, reachedAt: reachedAt)
    }

    /// It is not asked for any more: as it was before.
    mutating func withdraw() {
        self = reachedAt.map { Delivery(state: .sent, at: $0, attempts: attempts, reachedAt: $0) } ?? .notRequested
    }
}
