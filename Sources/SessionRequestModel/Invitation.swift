/// What was sent to the recipient, by each way.
public struct Invitation: Sendable, Hashable {
    /// By mail.
    public var email: Delivery
    /// By text message.
    public var sms: Delivery

    /// Nothing was asked for.
    public static let notRequested = Invitation(email: .notRequested, sms: .notRequested)

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

    /// Nobody asked for it.
    public static let notRequested = Delivery(state: .notRequested, at: nil, attempts: 0, error: nil)

    /// A delivery with just these properties.
    public init(state: State, at: Timestamp?, attempts: Int = 0, error: String? = nil) {
        self.state = state
        self.at = at
        self.attempts = attempts
        self.error = error
    }
}
