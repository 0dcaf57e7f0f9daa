internal import SessionRequestClient
internal import SessionRequestWire
internal import Testing
internal import session_request

@Suite("The live table, as a value")
struct CommandLineBoardTests {
    private typealias Samples = CommandLineSamples

    private func board(
        _ requests: [WireSessionRequest], filter: (inout BoardFilter) -> Void = { _ in }
    ) -> Board {
        var rules = BoardFilter()
        rules.user = "ana"
        filter(&rules)
        var board = Board(filter: rules)
        board.told(.snapshot(requests, cursor: "e.1"))
        return board
    }

    private func ids(_ board: inout Board, at seconds: Double = 0) -> [Int64?] {
        board.rows(now: Samples.now.after(seconds: seconds)).map(\.id)
    }

    @Test("What asks for an agent comes first, then the urgent, then the oldest")
    func order() {
        var board = board([
            Samples.request(1), Samples.request(2, "connected"), Samples.request(3, "ready"),
            Samples.request(4, "waiting", since: -10), Samples.request(5, "waiting", since: -90),
            Samples.request(6, "waiting", since: -1, priority: "urgent"),
        ])
        #expect(ids(&board) == [3, 6, 5, 4, 1, 2])
        #expect(board.counts.map(\.count) == [1, 3, 1, 1])
    }

    @Test("Events change it, and what is over stays for a while")
    func events() {
        var board = board([Samples.request(1)])
        board.told(.event(Samples.event("sessionRequest.created", Samples.request(2))))
        board.told(.event(Samples.event("sessionRequest.closed", Samples.request(1, "closed", since: 0))))
        #expect(ids(&board) == [2, 1])
        #expect(ids(&board, at: Board.farewell + 1) == [2])
        #expect(board.recent.map(\.type) == ["sessionRequest.created", "sessionRequest.closed"])
    }

    @Test("A request that leaves the filter leaves the board")
    func leaving() {
        let mine = WireAssignee(type: "agent", id: "ana")
        var board = board([Samples.request(1, assignee: mine), Samples.request(2)]) { $0.isMine = true }
        #expect(ids(&board) == [1])
        let given = Samples.request(1, assignee: WireAssignee(type: "agent", id: "ben"))
        board.told(.event(Samples.event("sessionRequest.assigned", given)))
        #expect(ids(&board) == [])
        board.told(.event(Samples.event("sessionRequest.assigned", Samples.request(2, assignee: mine))))
        #expect(ids(&board) == [2])
    }

    @Test("Each filter holds by itself")
    func filters() {
        let queued = Samples.request(1, assignee: WireAssignee(type: "queue", id: "tier-1"))
        let tagged = Samples.request(2, "closed", tags: ["vip"])
        var byQueue = board([queued, tagged]) { $0.queues = ["tier-1"] }
        #expect(ids(&byQueue) == [1])
        var byTag = board([queued, tagged]) { $0.tags = ["vip", "x"] }
        #expect(ids(&byTag) == [2])
        var byStatus = board([queued, tagged]) { $0.statuses = ["closed"] }
        #expect(ids(&byStatus, at: 3600) == [2])
        var unassigned = board([queued, tagged]) { $0.assignees = [nil] }
        #expect(ids(&unassigned) == [2])
    }

    @Test("A lost stream is shown, and a new snapshot forgets the old one")
    func stream() {
        var board = board([Samples.request(1)])
        let gone = ClientError.unreachable(path: "/s", cause: "c", advice: "a")
        board.told(.interrupted(gone, retryIn: .seconds(1)))
        #expect(board.stream == .lost(gone.description))
        board.told(.resumed)
        #expect(board.stream == .live)
        board.told(.snapshot([Samples.request(9)], cursor: "e.9"))
        #expect(ids(&board) == [9])
    }

    @Test("It never exceeds the terminal", arguments: [(20, 5), (40, 8), (80, 24), (120, 60)])
    func size(_ columns: Int, _ rows: Int) throws {
        for count in [0, 1, 5, 100] {
            var board = board((0..<Int64(count)).map { Samples.request($0 + 1, name: "山田 太郎 \($0)") })
            for at in 0..<8 {
                let request = Samples.request(1, name: String(repeating: "長", count: 60))
                board.told(.event(Samples.event("sessionRequest.updated", request, at: Double(at))))
            }
            let lines = BoardView.lines(&board, on: try Samples.screen(columns: columns, rows: rows))
            #expect(lines.count <= rows - 1)
            for line in lines { #expect(DisplayWidth.of(line) <= columns, "\(line)") }
            if count == 100 { #expect(lines.contains { $0.hasPrefix("and ") } || rows == 5) }
        }
    }

    @Test("Drawing again goes back to where it began, and takes away what is left over")
    func redraw() {
        var redraw = Redraw()
        let texts = [["a", "b"], ["a", "b"], ["c"]].map { redraw.text(for: $0) }
        #expect(texts == ["\ra\u{1B}[K\n\rb\u{1B}[K\n", "", "\u{1B}[2A\rc\u{1B}[K\n\u{1B}[J"])
        let cleared = redraw.resized()
        #expect(cleared == "\u{1B}[1A\r\u{1B}[J")
        let anew = redraw.text(for: ["c"])
        #expect(anew == "\rc\u{1B}[K\n")
    }
}
