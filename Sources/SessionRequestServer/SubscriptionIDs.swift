internal import SessionRequestWire

/// Names what one connection has asked to be told: subscriptions and watches of links, each by another number.
struct SubscriptionIDs {
    private var last = 0

    /// The next one. Throws when there are `limit` of those things already.
    mutating func next(having count: Int, atMost limit: Int, _ things: String) throws(WireError) -> String {
        guard count < limit else {
            throw WireError.busy("cannot have more than \(limit) \(things) on one connection", retryAfter: 1)
        }
        last += 1
        return String(last)
    }
}

extension Connection {
    /// An id for a subscription, which no other of this connection has, nor a watch.
    func newSubscriptionID() throws(WireError) -> String {
        try ids.next(having: subscriptions.count, atMost: server.limits.subscriptionsPerConnection, "subscriptions")
    }

    /// The same for a watch of a link.
    func newWatchID() throws(WireError) -> String {
        try ids.next(having: watches.count, atMost: server.limits.watchesPerConnection, "watched links")
    }
}
