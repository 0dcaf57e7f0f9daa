public import SessionRequestWire

/// What a watch tells.
public enum WatchItem: Sendable, Equatable {
    /// The requests as they are now, cut at the cursor: forget what was known before.
    case snapshot([WireSessionRequest], cursor: String)
    /// Something happened, right after everything told so far.
    case event(WireEvent)
    /// All before the cursor has been told or is filtered out: a sign of life.
    case sync(cursor: String)
    /// The connection was lost; it is tried again after so long. Nothing will be missed.
    case interrupted(ClientError, retryIn: Duration)
    /// Connected again, at the place where it was lost.
    case resumed
}
