/// A point in time: milliseconds since 1970 in UTC, as the wire has them.
package struct Instant: Sendable, Equatable, Comparable {
    /// Negative before 1970.
    package var milliseconds: Int64

    /// Just this point.
    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Reads RFC 3339 with `Z` or an offset; a space may stand for the `T`, and seconds may be left out. Nil for all else.
    package init?(_ text: String) {
        var rest = Substring(text)
        guard let civil = CivilTime(consuming: &rest, needsClock: true) else { return nil }
        var milliseconds: Int64 = 0
        if rest.first == "." {
            rest.removeFirst()
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard (1...9).contains(digits.count), let value = Int64(digits.prefix(3)) else { return nil }
            milliseconds = value * [100, 10, 1][min(digits.count, 3) - 1]
            rest = rest.dropFirst(digits.count)
        }
        guard let offset = Self.offset(rest) else { return nil }
        self.milliseconds = (civil.secondsInUTC - offset) * 1000 + milliseconds
    }

    /// RFC 3339 in UTC with milliseconds, as the wire writes it.
    package var rfc3339: String {
        let seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
        let rest = milliseconds - seconds * 1000
        return CivilTime(secondsInUTC: seconds).text + "." + CivilTime.padded(rest, to: 3) + "Z"
    }

    /// So many seconds later.
    package func after(seconds: Double) -> Instant {
        Instant(milliseconds: milliseconds + Int64((seconds * 1000).rounded()))
    }

    /// Earlier comes first.
    package static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    /// Seconds east of UTC.
    private static func offset(_ text: Substring) -> Int64? {
        if text == "Z" || text == "z" { return 0 }
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard let sign = text.first, sign == "+" || sign == "-", parts.count == 2, parts.allSatisfy({ $0.count == 2 }),
            let hours = CivilTime.number(parts[0], in: 0...23), let minutes = CivilTime.number(parts[1], in: 0...59)
        else { return nil }
        return (sign == "-" ? -1 : 1) * Int64(hours * 3600 + minutes * 60)
    }
}
