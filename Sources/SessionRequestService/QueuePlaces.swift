internal import SessionRequestModel
internal import SessionRequestStore

/// The places of many requests in the lines of their queues. Where there are many of one queue, its line is read once.
struct QueuePlaces {
    private var known: [Int64: Int] = [:]

    /// For a few requests, each counted alone.
    init() {}

    init(of requests: [SessionRequest], _ snapshot: Snapshot) throws {
        var counts: [String: Int] = [:]
        for request in requests {
            if let queue = Self.queue(of: request) { counts[queue, default: 0] += 1 }
        }
        for (queue, count) in counts where count > DeskLimits.countedPlaces { try read(queue, snapshot) }
    }

    /// From 1; nil for one that stands in no line.
    func place(of request: SessionRequest, _ snapshot: Snapshot) throws -> Int? {
        guard Self.queue(of: request) != nil else { return nil }
        return try known[request.id] ?? snapshot.queuePosition(of: request)
    }

    /// The queue in whose line the request stands: its recipient is there, and nobody has taken it.
    private static func queue(of request: SessionRequest) -> String? {
        guard case .queue(let id) = request.assignee, [.waiting, .ready].contains(request.status) else { return nil }
        return id
    }

    private mutating func read(_ queue: String, _ snapshot: Snapshot) throws {
        var query = ListQuery()
        query.filter.queues = [queue]
        query.filter.statuses = [.waiting, .ready]
        query.limit = DeskLimits.snapshotRequests
        let (requests, next) = try snapshot.sessionRequests(query, at: Timestamp(milliseconds: 0))
        guard next == nil else { return }
        let line = requests.sorted { ($1.priority.rank, $0.id) < ($0.priority.rank, $1.id) }
        for (index, request) in line.enumerated() { known[request.id] = index + 1 }
    }
}
