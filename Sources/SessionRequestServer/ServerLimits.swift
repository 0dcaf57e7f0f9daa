/// The bounds of everything that a peer may make this process hold.
public enum ServerLimits {
    /// Bytes of one line, its newline not counted.
    public static let line = 1024 * 1024
    /// Bytes of the answers to one batch, past which no more of its calls are carried out.
    public static let batch = 16 * 1024 * 1024
    /// Bytes not taken by a peer at which it is not read from any more, and none of its calls begins.
    public static let unsent = 256 * 1024
    /// Bytes not taken at which it is read from again.
    public static let unsentLow = 64 * 1024
    /// Peers that may wait to be accepted at one door.
    public static let backlog: Int32 = 4096
    /// Bytes that are taken without a look from a peer that has had its last answer.
    public static let drainedBytes = 64 * 1024 * 1024
    /// Seconds for which they are.
    public static let drainSeconds: Int64 = 2
    /// Bytes of one page of the stream, as the log keeps them.
    public static let streamPage = 32 * 1024
    /// Events of one page of the stream.
    public static let streamPageEvents = 128
    /// Pages of the stream that are kept rendered for the next reader.
    public static let streamPagesKept = 8
    /// Pages that one subscriber gets before the next one's turn.
    public static let streamPagesInARow = 8
    /// Events that a narrow filter may pass over before its subscriber is told how far the stream is.
    public static let silentEvents: Int64 = 1000
    /// Seconds between two heartbeats.
    public static let heartbeatSeconds: ClosedRange<Double> = 1...3600
    /// Seconds between two heartbeats, unless the subscriber says otherwise.
    public static let defaultHeartbeatSeconds: Double = 30
    /// Seconds that a blocking call may wait.
    public static let timeoutSeconds: ClosedRange<Double> = 0...3600
    /// Seconds that a wait for a status lasts, unless the caller says otherwise.
    public static let defaultWaitSeconds: Double = 60
    /// Events of one poll.
    public static let pollEvents: ClosedRange<Int64> = 1...500
    /// Events of one poll, unless the caller says otherwise.
    public static let defaultPollEvents: Int64 = 100
    /// Threads that read on behalf of the loop.
    public static let readers = 2
    /// Seconds that a shutdown waits for peers to take what is theirs.
    public static let shutdownSeconds: Int64 = 1
    /// Unix groups of a peer that are looked at.
    public static let groups = 1024
}

/// The bounds that an admin decides.
public struct ConnectionLimits: Sendable {
    /// Connections at once, of everybody.
    public var connections = 4096
    /// Connections at once of one uid.
    public var connectionsPerUser = 2048
    /// Subscriptions of one connection.
    public var subscriptionsPerConnection = 32
    /// Links that one connection watches.
    public var watchesPerConnection = 4096
    /// Requests of one connection that are not answered yet, those that wait included, past which it is not read from.
    public var inFlightPerConnection = 256

    /// The bounds of a desk that nobody has configured.
    public init() {}
}
