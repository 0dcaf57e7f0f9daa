package import SessionRequestWire

/// The events of one session request, oldest first.
package enum HistoryTable {
    /// The lines.
    package static func lines(_ events: [WireEvent], on screen: Screen) -> [String] {
        var table = Table([.init("WHEN"), .init("WHAT"), .init("BY", least: 9), .init("DETAILS", least: 12)])
        var lastDay = 0
        for event in events {
            let (time, day) = moment(event.at, lastDay: lastDay, on: screen)
            lastDay = day
            table.append([
                .init(time, .faint), .init(EventWords.what(event), ink(event)), .init(Words.actor(event.actor)),
                .init(EventWords.details(event, user: screen.user)),
            ])
        }
        return table.lines(width: screen.columns, paint: screen.paint)
    }

    /// The ink of the status that an event leads to.
    package static func ink(_ event: WireEvent) -> Paint.Ink? {
        switch event.type {
        case "sessionRequest.opened", "sessionRequest.granted", "sessionRequest.connected", "sessionRequest.closed",
            "sessionRequest.expired", "sessionRequest.disconnected", "sessionRequest.revoked",
            "sessionRequest.reopened":
            event.sessionRequest.flatMap { Paint.ink(ofStatus: $0.status) }
        case "sessionRequest.denied", "sessionRequest.invitationFailed": .red
        default: nil
        }
    }

    /// The time of day, and the date where it is another than that of the line before.
    private static func moment(_ at: String, lastDay: Int, on screen: Screen) -> (String, Int) {
        guard let instant = Instant(at) else { return (at, lastDay) }
        let civil = screen.clock.civil(instant)
        let clock = "\(civil.clockText):\(CivilTime.padded(Int64(civil.second), to: 2))"
        let day = civil.daysSince1970
        return (day == lastDay ? "           \(clock)" : "\(civil.dateText) \(clock)", day)
    }
}
