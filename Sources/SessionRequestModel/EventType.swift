/// The types of events, named as they cross the wire.
public enum EventType: String, Sendable, Hashable, CaseIterable {
    case created = "sessionRequest.created"
    case opened = "sessionRequest.opened"
    case granted = "sessionRequest.granted"
    case denied = "sessionRequest.denied"
    case revoked = "sessionRequest.revoked"
    case connected = "sessionRequest.connected"
    case disconnected = "sessionRequest.disconnected"
    case closed = "sessionRequest.closed"
    case expired = "sessionRequest.expired"
    case reopened = "sessionRequest.reopened"
    case updated = "sessionRequest.updated"
    case assigned = "sessionRequest.assigned"
    case commented = "sessionRequest.commented"
    case accessRequested = "sessionRequest.accessRequested"
    case linkRotated = "sessionRequest.linkRotated"
    case linkPrefetched = "sessionRequest.linkPrefetched"
    case feedbackGiven = "sessionRequest.feedbackGiven"
    case invitationQueued = "sessionRequest.invitationQueued"
    case invitationSent = "sessionRequest.invitationSent"
    case invitationFailed = "sessionRequest.invitationFailed"
    case reminded = "sessionRequest.reminded"
    case queueCreated = "queue.created"
    case queueUpdated = "queue.updated"
    case queueDeleted = "queue.deleted"
    case clientSignedIn = "client.signedIn"
    case clientSignedOut = "client.signedOut"

    /// The event that records a fact of the lifecycle.
    public init(_ fact: Lifecycle.Fact) {
        switch fact {
        case .opened: self = .opened
        case .granted: self = .granted
        case .denied: self = .denied
        case .revoked: self = .revoked
        case .connected: self = .connected
        case .disconnected: self = .disconnected
        case .closed: self = .closed
        case .expired: self = .expired
        case .reopened: self = .reopened
        }
    }
}
