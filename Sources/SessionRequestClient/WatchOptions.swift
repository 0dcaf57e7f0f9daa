public import SessionRequestWire

/// What a watch is to tell.
public struct WatchOptions: Sendable {
    /// `now`, `earliest` or a cursor; nil: `now`.
    public var since: String?
    /// Which events; nil: all that the caller may read.
    public var filter: WireEventFilter?
    /// Whether to begin with the requests as they are.
    public var snapshot: Bool
    /// How often the service is to give a sign of life; nil: as it likes.
    public var heartbeatSeconds: Double?

    /// Just these options.
    public init(
        since: String? = nil, filter: WireEventFilter? = nil, snapshot: Bool = false, heartbeatSeconds: Double? = nil
    ) {
        self.since = since
        self.filter = filter
        self.snapshot = snapshot
        self.heartbeatSeconds = heartbeatSeconds
    }
}
