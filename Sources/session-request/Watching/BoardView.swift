package import SessionRequestWire

/// A board as lines of a terminal: no more than it has rows, none wider than it has columns.
package enum BoardView {
    /// The lines at the screen's time.
    package static func lines(_ board: inout Board, on screen: Screen) -> [String] {
        let requests = board.rows(now: screen.now)
        var lines = [header(board, on: screen), ""]
        let events = eventLines(board, on: screen)
        let room = screen.rows - 1 - lines.count
        let eventRoom = events.isEmpty ? 0 : events.count + 1
        let tableRoom = max(3, room - eventRoom)
        lines += table(requests, board, room: tableRoom, on: screen)
        let left = room - (lines.count - 2)
        if !events.isEmpty, left >= 2 { lines += [""] + events.suffix(left - 1) }
        return Array(lines.prefix(screen.rows - 1))
    }

    /// One event on a line: when, which, whose, what.
    package static func eventLine(_ event: WireEvent, on screen: Screen) -> String {
        let civil = Instant(event.at).map(screen.clock.civil)
        let time = civil.map { "\($0.clockText):\(CivilTime.padded(Int64($0.second), to: 2))" } ?? event.at
        var what = EventWords.what(event)
        let details = EventWords.details(event, user: screen.user)
        let actor = event.actor.kind == "user" ? " by \(Words.actor(event.actor))" : ""
        if event.sessionRequest == nil { what = event.type.split(separator: ".").first.map { "\($0) \(what)" } ?? what }
        let who = event.sessionRequest.map { request in
            "\(request.id ?? 0) \(DisplayWidth.cut(SafeText.line(request.recipient.name), to: 24))"
        }
        let front = [time, who].compactMap { $0 }.joined(separator: "  ") + "  "
        let back = SafeText.line(actor + (details.isEmpty ? "" : ": \(details)"))
        let frontCut = DisplayWidth.cut(front, to: max(0, screen.columns - DisplayWidth.of(what)))
        let room = screen.columns - DisplayWidth.of(frontCut) - DisplayWidth.of(what)
        return screen.paint(.faint, frontCut) + screen.paint(HistoryTable.ink(event), SafeText.line(what))
            + DisplayWidth.cut(back, to: max(0, room))
    }

    private static func header(_ board: Board, on screen: Screen) -> String {
        let state: (String, Paint.Ink) =
            switch board.stream {
            case .connecting: ("connecting", .faint)
            case .live: ("live", .green)
            case .lost: ("connection lost, trying again", .red)
            }
        let counts = board.counts.map { ("\($0.count) \($0.status)", $0.count, $0.status) }
        let plain = counts.map(\.0).joined(separator: "   ")
        let room = screen.columns - DisplayWidth.of(plain) - DisplayWidth.of(state.0) - 2
        guard room > 0 else { return screen.paint(state.1, DisplayWidth.cut(state.0, to: screen.columns)) }
        let painted = counts.map { text, count, status in
            screen.paint(count == 0 ? .faint : Paint.ink(ofStatus: status), text)
        }.joined(separator: "   ")
        let bullet = screen.paint(state.1, "● \(state.0)")
        return painted + String(repeating: " ", count: room) + bullet
    }

    private static func table(
        _ requests: [WireSessionRequest], _ board: Board, room: Int, on screen: Screen
    ) -> [String] {
        guard !requests.isEmpty else {
            let text =
                board.stream == .connecting
                ? "Reading the session requests." : "Nothing to show. New session requests appear here by themselves."
            return [screen.paint(.faint, DisplayWidth.cut(text, to: screen.columns))]
        }
        let shown = requests.count + 1 <= room ? requests[...] : requests.prefix(max(1, room - 2))
        var lines = RequestTable.lines(Array(shown), on: screen)
        if shown.count < requests.count {
            let text = "and \(requests.count - shown.count) more"
            lines.append(screen.paint(.faint, DisplayWidth.cut(text, to: screen.columns)))
        }
        return lines
    }

    private static func eventLines(_ board: Board, on screen: Screen) -> [String] {
        board.recent.map { eventLine($0, on: screen) }
    }
}
