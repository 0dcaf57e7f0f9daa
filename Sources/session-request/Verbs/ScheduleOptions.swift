internal import ArgumentParser
internal import SessionRequestWire

/// When the session is to take place.
struct ScheduleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "When it is to take place: 14:30, \"tomorrow 14:30\", \"2026-11-24 14:30\", +2h.", valueName: "time"))
    var at: String?
    @Option(
        help: ArgumentHelp(
            "Until when: 15:30 and +1h count from the start, \"tomorrow 15:30\" from today.", valueName: "time"))
    var until: String?
    @Option(
        help: ArgumentHelp("The zone of the times, and in which they are told; yours unless said.", valueName: "zone"))
    var timeZone: String?

    func validate() throws {
        if until != nil, at == nil { throw ValidationError("Give --at, too, when you give --until.") }
    }

    /// The clocks by which the times are meant.
    func clock() throws -> LocalClock { try timeZone.map { try LocalClock(zone: $0) } ?? LocalClock() }

    /// The schedule for the wire, as it is meant at `now`.
    func wire(now: Instant) throws -> WireSchedule? {
        guard let at else { return nil }
        let clock = try clock()
        let start = try TimeText(now: now, clock: clock).instant(at)
        let end = try until.map { try TimeText(now: now, clock: clock, start: start).instant($0) }
        return WireSchedule(
            startsAt: start.rfc3339, endsAt: end?.rfc3339, timeZone: timeZone ?? LocalClock.machineZone)
    }
}
