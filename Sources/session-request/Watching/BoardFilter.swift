package import SessionRequestWire

/// Which session requests a board shows. The service is asked for all of them: what has ended is shown for a while, and
/// what comes into the filter later is told with all that it has.
package struct BoardFilter: Sendable {
    /// Empty: all but those that are over.
    package var statuses: Set<String> = []
    /// Each list: any, if it is empty.
    package var assignees: [WireAssignee?] = []
    package var queues: Set<String> = []
    package var tags: Set<String> = []
    package var isMine = false
    /// Whom "me" means.
    package var user: String?

    /// Shows all.
    package init() {}

    /// Whether a request belongs on the board, whatever its status.
    package func concerns(_ request: WireSessionRequest) -> Bool {
        let assignee = request.assignee
        let mine = user.map { WireAssignee(type: "agent", id: $0) }
        if isMine, mine == nil || assignee != mine { return false }
        if !assignees.isEmpty, !assignees.contains(where: { ($0 == .me ? mine : $0) == assignee }) { return false }
        if !queues.isEmpty, !(assignee?.type == "queue" && queues.contains(assignee?.id ?? "")) { return false }
        return tags.isEmpty || !tags.isDisjoint(with: request.tags)
    }

    /// Whether its status does, too.
    package func shows(_ status: String) -> Bool {
        statuses.isEmpty ? status != "closed" && status != "expired" : statuses.contains(status)
    }
}
