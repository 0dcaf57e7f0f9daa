internal import ArgumentParser
internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire

/// Which session requests are meant.
struct FilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Has this status; more with commas, or give it again.", valueName: "status"),
        completion: .list(Choices.statuses.all))
    var status: [String] = []
    @Option(help: ArgumentHelp("Assigned so: me, agent:NAME, queue:ID, client:ID or nobody.", valueName: "who"))
    var assignee: String?
    @Option(help: ArgumentHelp("In this queue; give it again for more.", valueName: "id")) var queue: [String] = []
    @Flag(help: "Assigned to you.") var mine = false
    @Option(help: ArgumentHelp("Has this tag; give it again for any of several.", valueName: "tag")) var tag: [String] =
        []

    /// The filter for the wire.
    func wire() throws -> WireFilter {
        let statuses = try Choices.statuses.some(status)
        let who: Patch<WireAssignee> =
            try assignee.map { text in try WireTexts.assignee(text).map { .value($0) } ?? .null } ?? .absent
        return WireFilter(
            statuses: statuses.isEmpty ? nil : statuses, assignee: who, queues: queue.isEmpty ? nil : queue,
            mine: mine ? true : nil, tags: tag.isEmpty ? nil : tag)
    }

    /// Whether all that have the status are meant.
    var takesAll: Bool { assignee == nil && queue.isEmpty && !mine && tag.isEmpty }

    /// The same for a board.
    func board(user: String) throws -> BoardFilter {
        var filter = BoardFilter()
        filter.statuses = Set(try Choices.statuses.some(status))
        filter.assignees = try assignee.map { [try WireTexts.assignee($0)] } ?? []
        filter.queues = Set(queue)
        filter.tags = Set(tag)
        filter.isMine = mine
        filter.user = user
        return filter
    }
}

struct ListCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List session requests.",
        discussion: """
            Unless a status, a view or a query is named, what is closed or expired is left out; --all shows it, too.

              session-request list --mine
              session-request list --view past --query "keller printer"
            """)

    @OptionGroup var filter: FilterOptions
    @Option(
        help: ArgumentHelp("upcoming, active, past or mine.", valueName: "view"),
        completion: .list(Choices.views.all))
    var view: String?
    @Flag(name: .shortAndLong, help: "Also what is closed or expired.") var all = false
    @Option(help: ArgumentHelp("Has all these words, or words that begin so.", valueName: "words")) var query: String?
    @Option(
        // A value with a - in front is no option.
        parsing: .unconditional,
        help: ArgumentHelp(
            "createdAt, updatedAt, expiresAt, statusSince, priority or startsAt; - in front: the greatest first.",
            valueName: "field"), completion: .list(Choices.orders.all))
    var sort: String?
    @Option(help: ArgumentHelp("At most so many.", valueName: "number")) var limit: Int?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
    }

    func run(with console: Console) async throws {
        var params = SessionRequestMethods.List.Params(
            filter: try filter.wire(), query: query, view: try view.map { try Choices.views.one($0) },
            sort: try sort.map { try Choices.order($0) })
        let isUnasked = !all && view == nil && query == nil && filter.status.isEmpty
        if isUnasked { params.filter?.statuses = Self.living }
        let (connection, peer) = try await console.connect()
        var shown: [WireSessionRequest] = []
        var left = limit ?? .max
        repeat {
            params.limit = Int64(min(left, Int(WireLimits.pageItems.upperBound)))
            let answer = try await console.call(SessionRequestMethods.List.self, params, on: connection)
            left -= answer.result.sessionRequests.count
            params.page = answer.result.nextPage
            if console.isForPeople {
                shown += answer.result.sessionRequests
                if shown.count >= Self.tableRows { break }
            } else if let requests = answer.node["sessionRequests"] {
                for request in requests.elements { console.print(json: request) }
            }
        } while params.page != nil && left > 0
        guard console.isForPeople else { return }
        let screen = console.screen(user: peer.user)
        console.show(RequestTable.lines(shown, on: screen) + footer(shown.count, params.page != nil, isUnasked, screen))
    }

    /// The statuses of what is not over.
    private static let living = ["open", "waiting", "ready", "connected"]
    /// How many a table for people holds; programs get all.
    private static let tableRows = 1000

    private func footer(_ count: Int, _ hasMore: Bool, _ isUnasked: Bool, _ screen: Screen) -> [String] {
        if hasMore { return ["", screen.paint(.faint, "There are more: narrow it down, or raise --limit.")] }
        guard count == 0 else { return [] }
        return DisplayWidth.wrap(nothing(isUnasked), to: screen.columns)
    }

    private func nothing(_ isUnasked: Bool) -> String {
        guard isUnasked else { return "None." }
        guard filter.takesAll else {
            return "None of those that are open, waiting, ready or connected. --all looks at those that are over, too."
        }
        return "No session requests now. 'session-request create NAME' makes one; --all shows those that are over."
    }
}
