/// By what way something leaves the machine.
public enum DeliveryKind: String, Sendable, Hashable, CaseIterable {
    /// Mail to the recipient.
    case email
    /// A text message to the recipient.
    case sms
    /// An event to an endpoint of the admin's.
    case webhook

    /// The ways by which the recipient is told.
    public static let toRecipient: [DeliveryKind] = [.email, .sms]
}

/// What a delivery is about.
public enum DeliveryPurpose: String, Sendable, Hashable, CaseIterable {
    /// Come: here is the link.
    case invitation
    /// The link that the recipient has is dead; here is the new one.
    case linkRenewed
    /// The session was moved, or has no time any more.
    case rescheduled
    /// The session begins soon.
    case reminder
    /// The session will not be.
    case canceled
    /// The session is over.
    case closed
    /// Something happened; of webhooks alone.
    case event

    /// Whether sending it is what `invitation` of the request tells of.
    public var isInvitation: Bool { self == .invitation || self == .linkRenewed }

    /// Whether it says that the request is over.
    public var tellsOfTheEnd: Bool { self == .canceled || self == .closed }

    /// Whether a recipient who does not get it lacks the link or the time.
    var isNeededToCome: Bool { isInvitation || self == .rescheduled }

    /// Of two things that the recipient is to be told of a live request, the one that says the other as well: each has the
    /// link and the time as they are when it is sent.
    func covering(_ other: DeliveryPurpose) -> DeliveryPurpose { other.weight > weight ? other : self }

    private var weight: Int {
        switch self {
        case .invitation: 4
        case .linkRenewed: 3
        case .rescheduled: 2
        case .reminder: 1
        case .canceled, .closed, .event: 0
        }
    }
}
