package import SessionRequestClient
package import SessionRequestWire

/// What a live table shows: the requests as the stream has told, the last events, and how the stream is. A value, without
/// I/O.
package struct Board: Sendable {
    /// How the stream is.
    package enum Stream: Sendable, Equatable {
        case connecting
        case live
        /// Lost, and why; it is tried again.
        case lost(String)
    }

    /// How many events are kept to be shown.
    package static let recentEvents = 5
    /// How many seconds a request that is over stays, so that one sees it end.
    package static let farewell: Double = 60

    private let filter: BoardFilter
    private var requests: [Int64: WireSessionRequest] = [:]
    /// Oldest first.
    package private(set) var recent: [WireEvent] = []
    package private(set) var stream = Stream.connecting

    /// A board that has been told nothing.
    package init(filter: BoardFilter) { self.filter = filter }

    /// The stream told something.
    package mutating func told(_ item: WatchItem) {
        switch item {
        case .snapshot(let all, _):
            requests = [:]
            for request in all { note(request) }
            stream = .live
        case .event(let event):
            stream = .live
            guard let request = event.sessionRequest else { return }
            let wasShown = request.id.map { requests[$0] != nil } ?? false
            note(request)
            guard wasShown || filter.concerns(request) else { return }
            recent.append(event)
            if recent.count > Self.recentEvents { recent.removeFirst() }
        case .sync, .resumed: stream = .live
        case .interrupted(let error, _): stream = .lost(error.description)
        }
    }

    /// The requests to show at `now`: what asks for an agent first, then by priority, then the longest in its status.
    /// What has been over for a while is dropped.
    package mutating func rows(now: Instant) -> [WireSessionRequest] {
        for (id, request) in requests where Self.isOver(request) && !filter.statuses.contains(request.status) {
            let since = Instant(request.statusSince) ?? now
            if since.after(seconds: Self.farewell) < now { requests[id] = nil }
        }
        return requests.values.filter { filter.shows($0.status) || Self.isOver($0) && filter.statuses.isEmpty }
            .sorted { Self.key($0) < Self.key($1) }
    }

    /// How many are in each status that is not over.
    package var counts: [(status: String, count: Int)] {
        ["ready", "waiting", "open", "connected"].map { status in
            (status, requests.values.count { $0.status == status })
        }
    }

    private mutating func note(_ request: WireSessionRequest) {
        guard let id = request.id else { return }
        requests[id] = filter.concerns(request) ? request : nil
    }

    private static func isOver(_ request: WireSessionRequest) -> Bool {
        request.status == "closed" || request.status == "expired"
    }

    private static func key(_ request: WireSessionRequest) -> (Int, Int, String, Int64) {
        let statuses = ["ready", "waiting", "open", "connected"]
        let priorities = ["urgent", "high", "normal", "low"]
        return (
            statuses.firstIndex(of: request.status) ?? statuses.count,
            priorities.firstIndex(of: request.priority) ?? priorities.count, request.statusSince, request.id ?? 0
        )
    }
}
