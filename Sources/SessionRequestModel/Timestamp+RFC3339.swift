extension Timestamp {
    /// The instant as RFC 3339 text in UTC with milliseconds, `2026-11-23T10:00:00.000Z`: 24 characters for the years
    /// 0000 to 9999, the only ones that the model lets in.
    public var rfc3339: String {
        String(unsafeUninitializedCapacity: 24) { buffer in
            let (days, millisecondOfDay) = Self.floorDivide(milliseconds, by: 86_400_000)
            let date = CivilDate(daysSinceEpoch: days)
            var position = 0
            func digits(_ value: Int64, _ width: Int) {
                var rest = value
                for index in stride(from: width - 1, through: 0, by: -1) {
                    buffer[position + index] = UInt8(48 + rest % 10)
                    rest /= 10
                }
                position += width
            }
            func separator(_ scalar: UInt8) {
                buffer[position] = scalar
                position += 1
            }
            digits(date.year, 4)
            separator(UInt8(ascii: "-"))
            digits(date.month, 2)
            separator(UInt8(ascii: "-"))
            digits(date.day, 2)
            separator(UInt8(ascii: "T"))
            digits(millisecondOfDay / 3_600_000, 2)
            separator(UInt8(ascii: ":"))
            digits(millisecondOfDay / 60_000 % 60, 2)
            separator(UInt8(ascii: ":"))
            digits(millisecondOfDay / 1000 % 60, 2)
            separator(UInt8(ascii: "."))
            digits(millisecondOfDay % 1000, 3)
            separator(UInt8(ascii: "Z"))
            return position
        }
    }

    /// Reads an RFC 3339 `date-time` with any offset; digits finer than a millisecond are cut off.
    ///
    /// Nil when the text is not a date-time of RFC 3339 section 5.6, names a day or time that does not exist, or lies
    /// outside the years 1970 to 9999. A leap second, `:60` in the last minute of a day of UTC, is read as the second after.
    public init?(rfc3339 text: String) {
        var reader = DigitReader(text.utf8)
        guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2),
            reader.take("-"), let day = reader.number(digits: 2), reader.take("T") || reader.take("t"),
            let hour = reader.number(digits: 2), reader.take(":"), let minute = reader.number(digits: 2),
            reader.take(":"), let second = reader.number(digits: 2)
        else { return nil }
        var fraction: Int64 = 0
        if reader.take(".") {
            guard let milliseconds = reader.fractionAsMilliseconds() else { return nil }
            fraction = milliseconds
        }
        var offsetMinutes: Int64 = 0
        if !(reader.take("Z") || reader.take("z")) {
            let isNegative = reader.take("-")
            guard isNegative || reader.take("+"), let hours = reader.number(digits: 2), reader.take(":"),
                let minutes = reader.number(digits: 2), hours < 24, minutes < 60
            else { return nil }
            offsetMinutes = (hours * 60 + minutes) * (isNegative ? -1 : 1)
        }
        guard reader.isAtEnd, let date = CivilDate(year: year, month: month, day: day), hour < 24, minute < 60,
            second <= 60
        else { return nil }
        let minuteOfDay = hour * 60 + minute - offsetMinutes
        if second == 60, Self.floorDivide(minuteOfDay, by: 1440).remainder != 1439 { return nil }
        let value = date.daysSinceEpoch * 86_400_000 + minuteOfDay * 60_000 + second * 1000 + fraction
        guard value >= 0, value <= Self.latest.milliseconds else { return nil }
        self.init(milliseconds: value)
    }

    /// 9999-12-31T23:59:59.999Z, the last instant that RFC 3339 can write.
    public static let latest = Timestamp(milliseconds: 253_402_300_799_999)

    static func floorDivide(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let remainder = value % divisor
        return remainder < 0
            ? (value / divisor - 1, remainder + divisor) : (value / divisor, remainder)
    }
}

/// Reads fixed-width decimal fields off a text, front to back.
private struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String.UTF8View) {
        rest = text[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == scalar.value else { return false }
        rest.removeFirst()
        return true
    }

    mutating func digit() -> Int64? {
        guard let first = rest.first, (48...57).contains(first) else { return nil }
        rest.removeFirst()
        return Int64(first) - 48
    }

    mutating func number(digits: Int) -> Int64? {
        var value: Int64 = 0
        for _ in 0..<digits {
            guard let next = digit() else { return nil }
            value = value * 10 + next
        }
        return value
    }

    mutating func fractionAsMilliseconds() -> Int64? {
        guard var value = digit() else { return nil }
        var width = 1
        while let next = digit() {
            if width < 3 {
                value = value * 10 + next
                width += 1
            }
        }
        while width < 3 {
            value *= 10
            width += 1
        }
        return value
    }
}
