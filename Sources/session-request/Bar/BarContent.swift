/// What a status bar shows, before it is spelled in a bar's own way. Names and subjects come from people: each format
/// escapes what means something in it.
package struct BarContent: Sendable, Equatable {
    /// How much it asks for attention, least first.
    package enum Level: String, Sendable, CaseIterable, Comparable {
        case offline, idle, connected, waiting, ready, urgent

        /// More attention is greater.
        package static func < (left: Level, right: Level) -> Bool {
            let order = Level.allCases
            return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
        }

        /// The colour of the text, `#rrggbb`; nil leaves the bar's own.
        package var color: String? {
            switch self {
            case .offline: "#808080"
            case .idle: nil
            case .connected: "#b48ead"
            case .waiting: "#e0af3c"
            case .ready: "#5fb35f"
            case .urgent: "#e05561"
            }
        }
    }

    /// A line about somebody, and the request that it is about.
    package struct Detail: Sendable, Equatable {
        package let id: Int64?
        package let text: String

        /// Just these.
        package init(id: Int64?, text: String) { (self.id, self.text) = (id, text) }
    }

    package let level: Level
    /// For the bar: "2 waiting, 1 ready".
    package let text: String
    /// For a bar without room: "2+1".
    package let short: String
    /// For a tooltip or a menu.
    package let details: [Detail]

    /// What to show at `now`. Who waits longer than `patience`, in seconds, is urgent.
    package init(_ state: BarState, now: Instant, patience: Double) {
        switch state {
        case .offline(let why):
            (level, text, short) = (.offline, "desk offline", "off")
            details = [Detail(id: nil, text: SafeText.line(why))]
        case .refused(let why):
            (level, text, short) = (.offline, "desk: no role", "off")
            details = [Detail(id: nil, text: SafeText.line(why))]
        case .desk(let desk):
            let isLate = desk.waitingSince.map { $0.after(seconds: patience) <= now } ?? false
            level =
                isLate
                ? .urgent
                : desk.ready > 0 ? .ready : desk.waiting > 0 ? .waiting : desk.connected > 0 ? .connected : .idle
            let counts = [(desk.waiting, "waiting"), (desk.ready, "ready"), (desk.connected, "connected")]
            let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
            text = parts.isEmpty ? (desk.open > 0 ? "\(desk.open) open" : "no requests") : parts.joined(separator: ", ")
            short = desk.ready > 0 ? "\(desk.waiting)+\(desk.ready)" : "\(desk.waiting)"
            details = desk.people.map { person in
                let about = person.subject.map { ": \($0)" } ?? ""
                return Detail(
                    id: person.id, text: SafeText.line("\(person.id) \(person.status): \(person.name)\(about)"))
            }
        }
    }
}
