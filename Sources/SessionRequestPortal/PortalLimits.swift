/// The bounds of everything that a visitor, or many of them, may choose the size or the number of.
package enum PortalLimits {
    /// Bytes in the body of a request: a form or a JSON object.
    package static let body = 64 * 1024
    /// Bytes in the head of a request.
    package static let head = 32 * 1024
    /// Fields in the head of a request.
    package static let headFields = 100
    /// Bytes in a path.
    package static let path = 512
    /// Characters of a token; those that the daemon makes are shorter.
    package static let token = 128
    /// Bytes of a user agent that are looked at.
    package static let userAgent = 512
    /// Addresses in a forwarding field that are looked at, from the nearest.
    package static let hops = 32
    /// Connections of visitors at once.
    package static let connections = 12_000
    /// Connections that may wait to be accepted at one listener.
    package static let backlog: Int32 = 4096
    /// Seconds that a connection may take to send a request.
    package static let idleSeconds: Int64 = 30
    /// Seconds that the body of a request may take to arrive as a whole, however steadily it drips.
    package static let bodySeconds = 10
    /// Seconds from the head of a request to the end of its answer, unless that is a live page.
    package static let requestSeconds: Int64 = 30
    /// Visitors' addresses whose budgets are remembered, for each kind of budget.
    package static let budgetedSources = 100_000
    /// Live pages and live clients at once, of everybody.
    package static let streams = 10_000
    /// Links that are watched at once.
    package static let watchedLinks = 10_000
    /// Connections to the daemon that carry watches.
    package static let watchConnections = 400
    /// News on one of them that may come before it is known of which link they are.
    package static let earlyNews = 1024
    /// Connections to the daemon that carry calls.
    package static let callConnections = 4
    /// Seconds that a call to the daemon may take.
    package static let callSeconds = 10
    /// Seconds between two signs of life on a live page.
    package static let heartbeatSeconds = 20
    /// Seconds after which a page without JavaScript looks again while it waits.
    package static let refreshSeconds = 10
    /// Seconds after which a page is asked for again while the daemon cannot be reached.
    package static let retrySeconds = 5
    /// Seconds that a shutdown waits for answers that are under way.
    package static let shutdownSeconds: Int64 = 3
    /// Bytes of a file among the overrides.
    package static let overrideFile = 1024 * 1024
    /// Characters of an address, a comment and so on in a form, over which it is not sent to the daemon.
    package static let field = 4096
}
