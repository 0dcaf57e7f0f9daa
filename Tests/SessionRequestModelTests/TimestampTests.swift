internal import SessionRequestModel
internal import Testing

@Suite struct TimestampTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0),
            ("1970-01-01T00:00:00.001Z", 1),
            ("2000-02-29T12:00:00Z", 951_825_600_000),
            ("2024-02-29T23:59:59.999Z", 1_709_251_199_999),
            ("2026-11-23T10:00:00.000Z", 1_795_428_000_000),
            ("2026-11-23t10:00:00z", 1_795_428_000_000),
            ("2026-11-23T11:00:00+01:00", 1_795_428_000_000),
            ("2026-11-23T00:00:00-10:00", 1_795_428_000_000),
            ("2026-11-23T15:45:00+05:45", 1_795_428_000_000),
            ("2026-11-22T10:01:00-23:59", 1_795_428_000_000),
            ("2026-11-23T10:00:00-00:00", 1_795_428_000_000),
            ("2026-11-23T10:00:00.5Z", 1_795_428_000_500),
            ("2026-11-23T10:00:00.123999999999999999999Z", 1_795_428_000_123),
            ("2016-12-31T23:59:60Z", 1_483_228_800_000),
            ("2017-01-01T00:59:60+01:00", 1_483_228_800_000),
            ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
        ] as [(String, Int64)])
    func `a date-time is read`(text: String, milliseconds: Int64) {
        #expect(Timestamp(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026", "2026-11-23", "2026-11-23T10:00Z", "2026-11-23T10:00:00", "2026-11-23 10:00:00Z",
        "2026-11-23T10:00:00,5Z", "2026-11-23T10:00:00.Z", "2026-11-23T10:00:00+0100", "2026-11-23T10:00:00+01",
        "2026-11-23T10:00:00+24:00", "2026-11-23T10:00:00+01:60", "2026-11-23T10:00:00ZZ", " 2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00Z ", "2026-11-23T10:00:00Z\n", "2026-13-01T10:00:00Z", "2026-00-01T10:00:00Z",
        "2026-11-31T10:00:00Z", "2026-11-00T10:00:00Z", "2026-02-29T10:00:00Z", "1900-02-29T10:00:00Z",
        "2100-02-29T10:00:00Z", "2026-11-23T24:00:00Z", "2026-11-23T10:60:00Z", "2026-11-23T10:00:61Z",
        "2026-11-23T10:00:60Z", "1969-12-31T23:59:59Z", "1970-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01",
        "9999-12-31T23:59:60Z", "10000-01-01T00:00:00Z", "+2026-11-23T10:00:00Z", "-026-11-23T10:00:00Z",
        "２０２６-11-23T10:00:00Z", "2026-1-23T10:00:00Z", "26-11-23T10:00:00Z", "2026-11-23T+1:00:00Z", "now",
    ])
    func `anything else is refused`(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test func `what is written is read as the same instant, and texts sort as instants do`() {
        var generator = SeededGenerator(state: 20_261_123)
        var previous = Timestamp(milliseconds: 0)
        for _ in 0..<20_000 {
            let instant = Timestamp(milliseconds: .random(in: 0...Timestamp.latest.milliseconds, using: &generator))
            let text = instant.rfc3339
            #expect(text.utf8.count == 24)
            #expect(Timestamp(rfc3339: text) == instant)
            #expect((previous < instant) == (previous.rfc3339 < text))
            previous = instant
        }
    }

    @Test func `every day of four hundred years has its own name`() {
        // 2000-01-01 to 2400-01-01: one whole cycle of the calendar, counted by hand beside it.
        var year = 2000
        var month = 1
        var day = 1
        for index in 0..<146_097 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
            let expected = "\(year)-\(padded(month))-\(padded(day))T00:00:00.000Z"
            let instant = Timestamp(milliseconds: 946_684_800_000 + Int64(index) * 86_400_000)
            if instant.rfc3339 != expected || Timestamp(rfc3339: expected) != instant {
                Issue.record("\(expected) is written \(instant.rfc3339)")
                return
            }
            day += 1
            if day > lengths[month - 1] { (day, month) = (1, month + 1) }
            if month > 12 { (month, year) = (1, year + 1) }
        }
        #expect(year == 2400)
    }

    @Test func `offsets of every minute name the same instant`() {
        for minutes in -1439...1439 {
            let local = Timestamp(milliseconds: Sample.start.milliseconds + Int64(minutes) * 60_000)
            func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
            let offset = "\(minutes < 0 ? "-" : "+")\(padded(abs(minutes) / 60)):\(padded(abs(minutes) % 60))"
            #expect(Timestamp(rfc3339: local.rfc3339.dropLast() + offset) == Sample.start)
        }
    }

    @Test func `seconds beyond the end of time stop there`() {
        #expect(Sample.start.adding(seconds: .max).milliseconds == .max)
        #expect(Sample.start.adding(seconds: .min).milliseconds == .min)
        #expect(Sample.start.adding(seconds: -1) < Sample.start)
        #expect(Sample.at(3).milliseconds(since: Sample.start) == 3000)
    }
}
