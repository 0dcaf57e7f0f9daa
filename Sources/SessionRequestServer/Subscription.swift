internal import JSONRPC
internal import NIOCore
internal import SessionRequestService
internal import SessionRequestWire

/// A reader's place in the log, and what it wants to read of it.
final class Subscription {
    /// That the service ends it, and why.
    struct End {
        var reason: String
        var retryAfter: Double
    }

    let id: String
    unowned let connection: Connection
    let filter: EventFilter
    let isRedacted: Bool
    let heartbeat: TimeAmount
    /// Whether the answer that names it is on its way.
    var isAnnounced = false
    /// Why it is to end when it is announced.
    var end: End?
    /// The last event that is sent or passed over.
    var position: Int64
    /// The position that the reader was told last.
    var toldPosition: Int64
    /// Whether the reader is to be told when it has caught up.
    var owesSync = true
    var lastSent: NIODeadline
    var timer: Scheduled<Void>?
    var isQueued = false

    init(
        id: String, connection: Connection, filter: EventFilter, heartbeatSeconds: Double, position: Int64,
        now: NIODeadline
    ) {
        self.id = id
        self.connection = connection
        self.filter = filter
        isRedacted = !connection.caller.readsEverything
        heartbeat = .milliseconds(Int64(heartbeatSeconds * 1000))
        self.position = position
        toldPosition = position
        lastSent = now
    }
}
