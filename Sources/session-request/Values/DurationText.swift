/// Durations as people write them: `90s`, `15m`, `2h`, `3d`, `1w`, `1h30m`, `1.5h`; a bare number is seconds.
package enum DurationText {
    /// The longest duration that the service takes, in seconds: ten years.
    package static let longest: Double = 315_360_000

    /// The seconds, more than 0; throws what would be right.
    package static func seconds(_ text: String) throws(Unreadable) -> Double {
        let problem = Unreadable("cannot read the duration '\(text)': write 90s, 15m, 2h, 3d or 1h30m")
        var total = 0.0
        var rest = Substring(text)
        var isFirst = true
        while !rest.isEmpty {
            let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
            guard digits.utf8.count <= 16, digits.first != ".", digits.last != ".", let number = Double(digits) else {
                throw problem
            }
            rest = rest.dropFirst(digits.count)
            let letters = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(letters.count)
            guard let unit = unit(letters, isAlone: isFirst && rest.isEmpty) else { throw problem }
            total += number * unit
            isFirst = false
        }
        guard !isFirst, total > 0 else { throw problem }
        guard total <= longest else { throw Unreadable("cannot take a duration of more than ten years: '\(text)'") }
        return total
    }

    private static func unit(_ letters: Substring, isAlone: Bool) -> Double? {
        switch letters {
        case "": isAlone ? 1 : nil
        case "s", "sec": 1
        case "m", "min": 60
        case "h": 3600
        case "d": 86400
        case "w": 604800
        default: nil
        }
    }
}
