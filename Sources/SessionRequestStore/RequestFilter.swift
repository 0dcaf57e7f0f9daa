public import SessionRequestModel

/// Which requests somebody wants to see. Members that are nil let everything through; all others must match.
public struct RequestFilter: Sendable, Hashable {
    /// The status is one of these.
    public var statuses: [Status]?
    /// The assignee is just this one; the inner nil is nobody.
    public var assignee: Assignee??
    /// The assignee is one of these queues.
    public var queues: [String]?
    /// One of the tags is one of these.
    public var tags: [String]?
    /// The id is one of these.
    public var ids: [Int64]?

    /// Lets every request through.
    public init() {}

    /// Whether the request is one of those.
    public func matches(_ request: SessionRequest) -> Bool {
        if let statuses, !statuses.contains(request.status) { return false }
        if let assignee, assignee != request.assignee { return false }
        if let queues {
            guard case .queue(let id) = request.assignee, queues.contains(id) else { return false }
        }
        if let tags, !tags.contains(where: request.tags.contains) { return false }
        if let ids, !ids.contains(request.id) { return false }
        return true
    }

    /// Whether it has a list of which nothing can be one.
    var isUnsatisfiable: Bool {
        statuses?.isEmpty == true || queues?.isEmpty == true || tags?.isEmpty == true || ids?.isEmpty == true
    }

    /// Whether it lets every request through.
    public var isEmpty: Bool { self == RequestFilter() }
}
