internal import ArgumentParser
internal import SessionRequestWire

/// When the session is to take place.
struct ScheduleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "When it is to take place: 14:30, \"tomorrow 14:30\", \"2026-11-24 14:30\", +2h.", valueName: "time"))
    var at: String?
    @Option(help: ArgumentHelp("Until when.", valueName: "time")) var until: String?
    @Option(
        help: ArgumentHelp("The zone of the times, and in which they are told; yours unless said.", valueName: "zone"))
    var timeZone: String?

    func validate() throws {
        if until != nil, at == nil { throw ValidationError("Give --at, too, when you give --until.") }
    }

    /// The clocks by which the times are meant.
    func clock() throws -> LocalClock { try timeZone.map { try LocalClock(zone: $0) } ?? LocalClock() }

    /// The schedule for the wire; the end is counted from the start.
    func wire(_ times: TimeText) throws -> WireSchedule? {
        guard let at else { return nil }
        let start = try times.instant(at)
        let end = try until.map { try TimeText(now: start, clock: try clock()).instant($0) }
        return WireSchedule(
            startsAt: start.rfc3339, endsAt: end?.rfc3339, timeZone: timeZone ?? LocalClock.machineZone)
    }
}

/// The priorities.
enum Priorities {
    static let all = ["low", "normal", "high", "urgent"]

    /// The text, if it is one of them.
    static func check(_ text: String) throws(Unreadable) -> String {
        guard all.contains(text) else {
            throw Unreadable("cannot take the priority '\(text)': it is low, normal, high or urgent")
        }
        return text
    }
}

/// The statuses.
enum Statuses {
    static let all = ["open", "waiting", "ready", "connected", "closed", "expired"]
    /// Those of what is not over.
    static let living = ["open", "waiting", "ready", "connected"]

    /// Statuses in texts with commas; throws at what is none.
    static func read(_ texts: [String]) throws(Unreadable) -> [String] {
        let words = texts.flatMap { $0.split(separator: ",").map(String.init) }
        for word in words where !all.contains(word) {
            throw Unreadable("cannot find the status '\(word)': it is \(all.joined(separator: ", "))")
        }
        return words
    }
}
