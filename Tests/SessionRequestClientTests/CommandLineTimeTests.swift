internal import Testing
internal import session_request

@Suite("Times and durations on the command line")
struct CommandLineTimeTests {
    private static let now = CommandLineSamples.now

    @Test(
        "Durations are seconds, in any unit",
        arguments: [
            ("90", 90.0), ("90s", 90), ("15m", 900), ("15min", 900), ("2h", 7200), ("3d", 259_200), ("1w", 604_800),
            ("1h30m", 5400), ("1.5h", 5400), ("0.5", 0.5),
        ])
    func duration(_ text: String, _ seconds: Double) throws {
        #expect(try DurationText.seconds(text) == seconds)
    }

    @Test(
        "What is no duration says what would be",
        arguments: ["", "0", "-5m", "h", "5x", "1h30", "1..5h", ".5h", "5 m", "11y", "4000d", "1e9"])
    func noDuration(_ text: String) {
        #expect(throws: Unreadable.self) { try DurationText.seconds(text) }
    }

    @Test(
        "Times are read by the clocks of a place",
        arguments: [
            ("2026-11-24T14:30:00Z", "2026-11-24T14:30:00.000Z"),
            ("2026-11-24T14:30:00.25+01:00", "2026-11-24T13:30:00.250Z"),
            ("2026-11-24 14:30-05:30", "2026-11-24T20:00:00.000Z"), ("2026-11-24 14:30", "2026-11-24T13:30:00.000Z"),
            ("2026-07-24T14:30", "2026-07-24T12:30:00.000Z"), ("tomorrow 9:00", "2026-11-25T08:00:00.000Z"),
            ("today 23:59:30", "2026-11-24T22:59:30.000Z"), ("16:00", "2026-11-24T15:00:00.000Z"),
            ("15:30", "2026-11-25T14:30:00.000Z"), ("15:29", "2026-11-25T14:29:00.000Z"),
            ("friday 10:00", "2026-11-27T09:00:00.000Z"), ("Tue 10:00", "2026-12-01T09:00:00.000Z"),
            ("+90m", "2026-11-24T16:00:00.000Z"), ("in 2h", "2026-11-24T16:30:00.000Z"),
            ("now", "2026-11-24T14:30:00.000Z"),
        ])
    func time(_ text: String, _ instant: String) throws {
        // In Berlin it is 15:30 on a Tuesday.
        let reader = TimeText(now: Self.now, clock: try LocalClock(zone: "Europe/Berlin"))
        #expect(try reader.instant(text).rfc3339 == instant)
    }

    @Test(
        "Days of an end are counted from today, durations and times of day from its start",
        arguments: [
            ("tomorrow 15:00", "2026-11-25T14:00:00.000Z"), ("wednesday 15:00", "2026-11-25T14:00:00.000Z"),
            ("today 23:00", "2026-11-24T22:00:00.000Z"), ("15:00", "2026-11-25T14:00:00.000Z"),
            ("14:00", "2026-11-26T13:00:00.000Z"), ("+1h", "2026-11-25T14:30:00.000Z"),
            ("in 90m", "2026-11-25T15:00:00.000Z"), ("2026-11-25 16:00", "2026-11-25T15:00:00.000Z"),
            ("now", "2026-11-24T14:30:00.000Z"),
        ])
    func end(_ text: String, _ instant: String) throws {
        let clock = try LocalClock(zone: "Europe/Berlin")
        let start = try TimeText(now: Self.now, clock: clock).instant("tomorrow 14:30")
        #expect(try TimeText(now: Self.now, clock: clock, start: start).instant(text).rfc3339 == instant)
    }

    @Test(
        "What is no time says what would be",
        arguments: [
            "", "soon", "24:00", "14:60", "2026-02-29 10:00", "2026-13-01 10:00", "2026-11-24", "tomorrow",
            "14:30 tomorrow",
            "2026-11-24T14:30:00+25:00", "26-11-24 14:30", "+", "in", "٣:٠٠", "1:2",
        ])
    func noTime(_ text: String) throws {
        let reader = TimeText(now: Self.now, clock: try LocalClock(zone: "UTC"))
        #expect(throws: Unreadable.self) { try reader.instant(text) }
    }

    @Test("A time that clocks skip in spring is refused; one that they show twice is one of them")
    func summerTime() throws {
        let reader = TimeText(now: Self.now, clock: try LocalClock(zone: "Europe/Berlin"))
        #expect(throws: Unreadable.self) { try reader.instant("2027-03-28 02:30") }
        let twice = try reader.instant("2026-10-25 02:30").rfc3339
        #expect(["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"].contains(twice))
    }

    @Test(
        "Only zones that the machine knows are taken",
        arguments: ["", "Nowhere/Land", "../etc/passwd", "/etc/localtime", "A\u{0}B"])
    func noZone(_ name: String) {
        #expect(throws: Unreadable.self) { try LocalClock(zone: name) }
    }

    @Test("Every day from 1970 to 2200 is written and read as itself")
    func days() {
        for day in Int64(0)..<84_000 {
            let instant = Instant(milliseconds: day * 86_400_000 + 45_296_789)
            #expect(Instant(instant.rfc3339) == instant)
        }
    }

    @Test(
        "Times in words",
        arguments: [
            (0.0, "now"), (-4, "now"), (-40, "40 s ago"), (40, "in 40 s"), (-180, "3 min ago"), (7200, "in 2 h"),
            (7199, "in 2 h"), (172_800, "in 2 d"), (-90_000, "25 h ago"), (3_000_000, "2026-12-29"),
        ])
    func words(_ seconds: Double, _ words: String) throws {
        let relative = RelativeTime(now: Self.now, clock: try LocalClock(zone: "UTC"))
        #expect(relative.words(Self.now.after(seconds: seconds)) == words)
    }

    @Test("Times by the clock name the day where it is another")
    func clockTime() throws {
        let relative = RelativeTime(now: Self.now, clock: try LocalClock(zone: "UTC"))
        #expect(relative.full(Self.now.after(seconds: 3600)) == "15:30 (in 1 h)")
        #expect(relative.full(Self.now.after(seconds: 86_400)) == "tomorrow 14:30 (in 24 h)")
        #expect(relative.full(Self.now.after(seconds: -86_400)) == "yesterday 14:30 (24 h ago)")
        #expect(relative.full(Self.now.after(seconds: 3_000_000)) == "2026-12-29 07:50")
        #expect(relative.age(of: Self.now.after(seconds: -3_000_000)) == "34 d")
    }
}
