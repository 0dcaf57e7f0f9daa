/// A date and a time of day, of whatever place: proleptic Gregorian, without a time zone.
package struct CivilTime: Sendable, Equatable {
    package var year: Int
    package var month: Int
    package var day: Int
    package var hour: Int
    package var minute: Int
    package var second: Int

    /// Just these figures.
    package init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// What clocks in UTC show so many seconds after 1970 began.
    package init(secondsInUTC seconds: Int64) {
        let days = seconds >= 0 ? seconds / 86400 : (seconds - 86399) / 86400
        let rest = Int(seconds - days * 86400)
        (year, month, day) = Self.date(daysSince1970: Int(days))
        (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
    }

    /// Takes `2026-11-24` and, behind `T` or a space, `14:30` or `14:30:05` from the front; nil when that is not there or
    /// there is no such day.
    package init?(consuming text: inout Substring, needsClock: Bool) {
        let date = text.prefix { $0.isNumber || $0 == "-" }.prefix(10)
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
            let year = Self.number(parts[0], in: 1970...9999), let month = Self.number(parts[1], in: 1...12),
            let day = Self.number(parts[2], in: 1...31)
        else { return nil }
        self.init(year: year, month: month, day: day)
        guard Self.date(daysSince1970: daysSince1970) == (year, month, day) else { return nil }
        text = text.dropFirst(10)
        if text.isEmpty, !needsClock { return }
        guard let separator = text.first, "Tt ".contains(separator) else { return nil }
        text.removeFirst()
        guard takeClock(from: &text) else { return nil }
    }

    /// Takes `14:30` or `14:30:05` from the front; false when it is not there.
    package mutating func takeClock(from text: inout Substring) -> Bool {
        let clock = text.prefix { $0.isNumber || $0 == ":" }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), (1...2).contains(parts[0].count),
            parts.dropFirst().allSatisfy({ $0.count == 2 }),
            let hour = Self.number(parts[0], in: 0...23), let minute = Self.number(parts[1], in: 0...59),
            let second = parts.count == 3 ? Self.number(parts[2], in: 0...59) : 0
        else { return false }
        (self.hour, self.minute, self.second) = (hour, minute, second)
        text = text.dropFirst(clock.count)
        return true
    }

    /// `2026-11-24T14:30:05`.
    package var text: String {
        "\(Self.padded(Int64(year), to: 4))-\(two(month))-\(two(day))T\(two(hour)):\(two(minute)):\(two(second))"
    }

    /// `2026-11-24`.
    package var dateText: String { "\(Self.padded(Int64(year), to: 4))-\(two(month))-\(two(day))" }

    /// `14:30`.
    package var clockText: String { "\(two(hour)):\(two(minute))" }

    /// Taken as UTC: the seconds since 1970 began.
    package var secondsInUTC: Int64 { Int64(daysSince1970) * 86400 + Int64(hour * 3600 + minute * 60 + second) }

    /// Days since 1970-01-01.
    package var daysSince1970: Int {
        // Years begin in March here, so that the leap day is the last of its year.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468
    }

    /// 0 for Monday to 6 for Sunday.
    package var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 }

    /// The same time of day so many days later.
    package func addingDays(_ days: Int) -> CivilTime {
        var result = self
        (result.year, result.month, result.day) = Self.date(daysSince1970: daysSince1970 + days)
        return result
    }

    static func number(_ text: Substring, in range: ClosedRange<Int>) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), range.contains(number)
        else {
            return nil
        }
        return number
    }

    static func padded(_ number: Int64, to digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private func two(_ number: Int) -> String { Self.padded(Int64(number), to: 2) }

    private static func date(daysSince1970 days: Int) -> (Int, Int, Int) {
        let shifted = days + 719468
        let era = (shifted >= 0 ? shifted : shifted - 146096) / 146097
        let dayOfEra = shifted - era * 146097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9, day)
    }
}
