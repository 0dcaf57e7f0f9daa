package import SessionRequestWire

/// A session request that was just made: what to give to the person, and what to do next.
package enum CreatedView {
    /// The lines. The link `isByHand` when nobody sends it, whatever was asked for.
    package static func lines(
        _ request: WireSessionRequest, isByHand: Bool = false, on screen: Screen
    ) -> [String] {
        guard let id = request.id else { return RequestSheet.lines(request, on: screen) }
        var sheet = Sheet(on: screen, indent: 2)
        sheet.add("link", request.link, .cyan)
        sheet.add("code", request.code.map(WireTexts.spaced(code:)), .bold)
        sheet.add("scheduled", request.schedule.map { Words.schedule($0, on: screen) })
        let assignee = Words.assignee(request.assignee, user: screen.user)
        sheet.add("assignee", assignee.isEmpty ? "nobody: whoever connects takes it" : assignee)
        sheet.add("expires", screen.full(request.expiresAt))
        let title = RequestSheet.title(request, on: screen) + " is \(SafeText.line(request.status))."
        return [title, ""] + sheet.lines + [""] + next(request, id: id, isByHand: isByHand, on: screen)
    }

    private static func next(
        _ request: WireSessionRequest, id: Int64, isByHand: Bool, on screen: Screen
    ) -> [String] {
        let ways = [("email", request.invitation.email), ("SMS", request.invitation.sms)]
            .filter { $0.1.state != "notRequested" }.map(\.0)
        let send =
            ways.isEmpty || isByHand
            ? "Send the link, or read the code aloud. Then:"
            : "The link goes out by \(ways.joined(separator: " and ")). Then:"
        let steps = [
            ("session-request wait \(id) --until ready", "until access is allowed"),
            ("session-request connect \(id)", "to help"),
            ("session-request close \(id)", "when all is done"),
        ]
        let width = steps.reduce(0) { max($0, $1.0.count) }
        return [send]
            + steps.map { command, why in
                "  \(DisplayWidth.fill(command, to: width))  \(screen.paint(.faint, why))"
            }
    }
}
