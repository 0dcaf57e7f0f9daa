internal import JSONRPC
public import SessionRequestModel
public import SessionRequestStore
public import SessionRequestWire

/// Which events a subscriber wants.
public struct EventFilter: Sendable, Hashable {
    /// The requests, as they were right after the event or right before it, so that a reader who keeps those of a filter
    /// hears of one that leaves it; events of queues and clients pass only an empty one.
    public var requests: RequestFilter
    /// The types; nil: all.
    public var types: Set<EventType>?

    /// Lets everything through.
    public static let everything = EventFilter(requests: RequestFilter(), types: nil)

    /// Whether it lets everything through.
    public var isEmpty: Bool { types == nil && requests.isEmpty }

    /// Whether the event is one of those.
    public func matches(_ event: Event) -> Bool {
        if let types, !types.contains(event.type) { return false }
        guard case .sessionRequest(let after, let before) = event.subject else { return requests.isEmpty }
        return requests.matches(after) || before.map(requests.matches) == true
    }
}

extension Desk {
    /// Requests in a snapshot at most; a larger desk is paged through `list`.
    public static let largestSnapshot = DeskLimits.snapshotRequests

    /// The filter of a list or subscription; `mine` becomes the caller.
    func filter(
        _ wire: WireFilter?, by caller: Caller, at path: String = "/filter"
    ) throws(WireError) -> RequestFilter {
        var filter = RequestFilter()
        guard let wire else { return filter }
        if let statuses = wire.statuses {
            var words: [Status] = []
            for (index, text) in statuses.enumerated() {
                words.append(try word(text, at: "\(path)/statuses/\(index)"))
            }
            filter.statuses = words
        }
        switch wire.assignee {
        case .absent: break
        case .null: filter.assignee = .some(nil)
        case .value(let assignee): filter.assignee = try self.assignee(assignee, by: caller, at: "\(path)/assignee")
        }
        for (index, id) in (wire.queues ?? []).enumerated() { _ = try slug(id, at: "\(path)/queues/\(index)") }
        filter.queues = wire.queues
        for (index, tag) in (wire.tags ?? []).enumerated() {
            try line(tag, atMost: Limits.tag, at: "\(path)/tags/\(index)")
        }
        filter.tags = wire.tags
        filter.ids = wire.ids
        if wire.mine == true {
            let mine = Assignee.agent(caller.user)
            if let assignee = filter.assignee, assignee != mine { filter.ids = [] }
            filter.assignee = mine
        }
        return filter
    }

    /// The filter of a subscription or poll.
    public func eventFilter(_ wire: WireEventFilter?, by caller: Caller) throws(WireError) -> EventFilter {
        guard let wire else { return .everything }
        var types: Set<EventType>?
        if let texts = wire.types {
            var words: Set<EventType> = []
            for (index, text) in texts.enumerated() {
                words.insert(try word(text, at: "/filter/types/\(index)"))
            }
            types = words
        }
        return EventFilter(requests: try filter(wire.requests, by: caller), types: types)
    }

    /// The place in the log that a caller names: now, the earliest, or right after a cursor.
    ///
    /// Throws `cursor_expired` for a cursor of another database, from before the retention, or from the future;
    /// `invalid_params` for what is no cursor.
    public func place(_ since: String?, _ bounds: LogBounds) throws(WireError) -> Int64 {
        switch since {
        case nil, "now": return bounds.latest
        case "earliest": return bounds.earliest
        case .some(let cursor):
            let parts = cursor.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.count <= 64,
                parts[0].utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) }),
                let sequence = Self.place(written: parts[1])
            else {
                throw WireError.invalidParams(
                    "cannot take since: it must be now, earliest, or a cursor that this service gave", path: "/since")
            }
            guard parts[0] == epoch, sequence >= bounds.earliest, sequence <= bounds.latest else {
                throw cursorExpired(bounds)
            }
            return sequence
        }
    }

    /// A place as a cursor writes it; the last that there can be for one that is behind it.
    private static func place(written digits: Substring) -> Int64? {
        let isNumber = !digits.isEmpty && digits.utf8.allSatisfy { (48...57).contains($0) }
        guard isNumber, digits == "0" || digits.utf8.first != 48 else { return nil }
        return Int64(digits) ?? .max
    }

    /// The error for a cursor that the log does not hold any more, or never did.
    public func cursorExpired(_ bounds: LogBounds) -> WireError {
        WireError.cursorExpired(
            "cannot go on from this cursor: the log does not hold what follows it; take a new snapshot, and go on from "
                + "its cursor", earliest: cursor(bounds.earliest), latest: cursor(bounds.latest))
    }

    /// The requests of a subscription's snapshot: those of the filter; without one, all that are live.
    public func snapshot(
        _ filter: EventFilter, by caller: Caller, _ snapshot: Snapshot
    ) throws -> [WireSessionRequest] {
        var query = ListQuery()
        query.filter = filter.requests
        if filter.requests.isEmpty { query.filter.statuses = Status.allCases.filter(\.isLive) }
        guard try snapshot.count(query.filter) <= Self.largestSnapshot else {
            throw WireError.tooLarge(
                "cannot answer with more than \(Self.largestSnapshot) session requests at once",
                hint:
                    "page through sessionRequest.list and subscribe from the cursor of sessionRequest.summary taken before"
            )
        }
        query.limit = Self.largestSnapshot
        query.descends = false
        return try render(snapshot.sessionRequests(query, at: now).requests, for: caller, snapshot)
    }
}
