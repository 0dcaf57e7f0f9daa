public import SessionRequestModel

/// What an admin decides about what leaves the machine, as far as the desk must know it.
public struct OutboxSettings: Sendable {
    /// Whether mail leaves.
    public var sendsEmail = false
    /// Whether text messages leave.
    public var sendsSMS = false
    /// Who is told of events.
    public var webhooks: [WebhookEndpoint] = []
    /// Minutes before a scheduled start at which the recipient is reminded.
    public var reminderMinutes: [Int64] = [60]
    /// When a failed delivery is tried again, and for how long.
    public var backoff = DeliveryBackoff()

    /// The settings of a desk that nobody has configured.
    public init() {}
}

/// Somebody who is told of events.
public struct WebhookEndpoint: Sendable, Hashable {
    /// What the configuration calls it.
    public var id: String
    /// The types of events that it is told of; nil: all.
    public var types: Set<EventType>?
    /// The queues of whose requests it is told; nil: all, and of events of no request.
    public var queues: Set<String>?
    /// Whether it is told links and codes.
    public var includesLinks: Bool

    /// An endpoint with just these properties.
    public init(id: String, types: Set<EventType>? = nil, queues: Set<String>? = nil, includesLinks: Bool = false) {
        self.id = id
        self.types = types
        self.queues = queues
        self.includesLinks = includesLinks
    }

    /// Whether it is told of an event; of a request by the queue that it is in after it.
    public func wants(_ event: Event) -> Bool {
        if let types, !types.contains(event.type) { return false }
        guard let queues else { return true }
        switch event.subject {
        case .sessionRequest(let request, _):
            guard case .queue(let id) = request.assignee else { return false }
            return queues.contains(id)
        case .queue(let queue, _): return queues.contains(queue.id)
        case .client: return false
        }
    }
}
