package import SessionRequestWire

/// The desk in one look.
package enum SummaryView {
    /// The lines.
    package static func lines(_ summary: SessionRequestMethods.Summary.Result, on screen: Screen) -> [String] {
        var sheet = Sheet(on: screen)
        sheet.add("oldest waiting", summary.oldestWaiting.map { "\($0.id), since \(screen.full($0.since))" })
        sheet.add("next scheduled", summary.nextScheduled.map { "\($0.id), \(screen.full($0.startsAt))" })
        sheet.add("next expiry", summary.nextExpiry.map { "\($0.id), \(screen.full($0.expiresAt))" })
        sheet.add("by queue", figures(summary.byQueue, user: nil))
        sheet.add("by assignee", figures(summary.byAssignee, user: screen.user))
        return counts(summary.byStatus, on: screen) + sheet.lines
    }

    /// "3 open   1 waiting   0 ready ...", in as many lines as it takes; a figure of 0 steps back.
    private static func counts(_ counts: WireStatusCounts, on screen: Screen) -> [String] {
        let figures: [(String, Int64)] = [
            ("open", counts.open), ("waiting", counts.waiting), ("ready", counts.ready),
            ("connected", counts.connected), ("closed", counts.closed), ("expired", counts.expired),
        ]
        var lines: [(text: String, width: Int)] = []
        for (status, count) in figures {
            let text = "\(count) \(status)"
            let painted = screen.paint(count == 0 ? .faint : Paint.ink(ofStatus: status), text)
            if let last = lines.last, last.width + 3 + text.count <= screen.columns {
                lines[lines.count - 1] = (last.text + "   " + painted, last.width + 3 + text.count)
            } else {
                lines.append((painted, text.count))
            }
        }
        return lines.map(\.text)
    }

    private static func figures(_ figures: [String: Int64], user: String?) -> String? {
        let sorted = figures.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard !sorted.isEmpty else { return nil }
        return sorted.map { "\($0.key == user ? "you" : $0.key) \($0.value)" }.joined(separator: ", ")
    }
}
