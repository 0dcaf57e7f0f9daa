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
        let counts = counts(summary.byStatus, paint: screen.paint)
        return [counts] + sheet.lines
    }

    /// "3 open  1 waiting  0 ready ..."; a figure of 0 steps back.
    package static func counts(_ counts: WireStatusCounts, paint: Paint) -> String {
        let figures: [(String, Int64)] = [
            ("open", counts.open), ("waiting", counts.waiting), ("ready", counts.ready),
            ("connected", counts.connected), ("closed", counts.closed), ("expired", counts.expired),
        ]
        return figures.map { status, count in
            paint(count == 0 ? .faint : Paint.ink(ofStatus: status), "\(count) \(status)")
        }.joined(separator: "   ")
    }

    private static func figures(_ figures: [String: Int64], user: String?) -> String? {
        let sorted = figures.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard !sorted.isEmpty else { return nil }
        return sorted.map { "\($0.key == user ? "you" : $0.key) \($0.value)" }.joined(separator: ", ")
    }
}
