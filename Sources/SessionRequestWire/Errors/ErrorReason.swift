/// Why a call is refused: what programs read. Raw values are the words on the wire.
public enum ErrorReason: String, Sendable, Hashable, CaseIterable {
    /// The line is no JSON.
    case parseError = "parse_error"
    /// The line is JSON, and no request.
    case invalidRequest = "invalid_request"
    /// No such method on this socket.
    case methodNotFound = "method_not_found"
    /// The params are not what the method takes; `path` says where.
    case invalidParams = "invalid_params"
    /// The service failed; its journal says why.
    case `internal`
    /// The service is going away; the next connection may start it again.
    case shuttingDown = "shutting_down"
    /// More than the service takes or gives at once.
    case tooLarge = "too_large"
    /// Too much is under way; `retryAfter` says when to come back.
    case busy
    /// The caller's budget is spent; `retryAfter` says when to come back.
    case rateLimited = "rate_limited"
    /// The caller may not do this.
    case permissionDenied = "permission_denied"
    /// The cursor's place is gone, or of another database; see `earliest` and `latest`.
    case cursorExpired = "cursor_expired"
    /// The caller cancelled the call.
    case canceled
    /// The disk is full; reading works.
    case storageFull = "storage_full"
    /// Something that the call needs does not answer.
    case unavailable
    /// There is no such request, queue, client or subscription.
    case notFound = "not_found"
    /// Not from this status; see `status` and `allowed`.
    case invalidTransition = "invalid_transition"
    /// It has changed since; see `revision`.
    case revisionConflict = "revision_conflict"
    /// Somebody is connected; see `by`.
    case alreadyConnected = "already_connected"
    /// It is another agent's; see `by`.
    case alreadyClaimed = "already_claimed"
    /// The key was used with other params.
    case idempotencyMismatch = "idempotency_mismatch"
    /// The remote-desktop client is below the configured minimum.
    case clientTooOld = "client_too_old"
    /// No connector is configured for the target's scheme.
    case connectorMissing = "connector_missing"
    /// The service never made this link or code.
    case linkInvalid = "link_invalid"
    /// The link is of an earlier generation.
    case linkExpired = "link_expired"

    /// The number on the wire: the specification's own for its five, -320xx for the service, from 1000 for the domain.
    public var code: Int {
        switch self {
        case .parseError: -32700
        case .invalidRequest: -32600
        case .methodNotFound: -32601
        case .invalidParams: -32602
        case .internal: -32603
        case .shuttingDown: -32000
        case .tooLarge: -32001
        case .busy: -32002
        case .rateLimited: -32003
        case .permissionDenied: -32004
        case .cursorExpired: -32005
        case .canceled: -32006
        case .storageFull: -32007
        case .unavailable: -32008
        case .notFound: 1000
        case .invalidTransition: 1001
        case .revisionConflict: 1002
        case .alreadyConnected: 1003
        case .alreadyClaimed: 1004
        case .idempotencyMismatch: 1005
        case .clientTooOld: 1006
        case .connectorMissing: 1007
        case .linkInvalid: 1008
        case .linkExpired: 1009
        }
    }

    /// Whether the same call may succeed later without anybody changing it.
    public var isRetryable: Bool {
        switch self {
        case .busy, .rateLimited, .shuttingDown, .storageFull, .unavailable: true
        default: false
        }
    }
}
