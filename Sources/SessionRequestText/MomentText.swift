internal import Foundation

/// How moments are written for people: in a language, in a time zone, with the zone's name.
public struct MomentText: Sendable {
    private let moment: Date.FormatStyle
    private let zone: Date.FormatStyle
    private let clock: Date.FormatStyle
    private let day: Date.FormatStyle

    /// Writes in a language and a time zone.
    ///
    /// - Parameter timeZone: an IANA name; UTC when it is nil or unknown.
    public init(language: Language, timeZone: String?) {
        let zone = timeZone.flatMap { TimeZone(identifier: $0) } ?? .gmt
        // Numbers on page and in mail are western everywhere, as the codes and addresses beside them are.
        let locale = Locale(identifier: language == .arabic ? "ar-u-nu-latn" : language.rawValue)
        func style(_ date: Date.FormatStyle.DateStyle, _ time: Date.FormatStyle.TimeStyle) -> Date.FormatStyle {
            Date.FormatStyle(
                date: date, time: time, locale: locale, calendar: Calendar(identifier: .gregorian), timeZone: zone)
        }
        moment = style(.complete, .shortened)
        clock = style(.omitted, .shortened)
        day = style(.complete, .omitted)
        self.zone = Date.FormatStyle(
            locale: locale, calendar: Calendar(identifier: .gregorian), timeZone: zone
        ).timeZone(.genericName(.long))
    }

    /// Day and time of a moment, and the name of the time zone: `Monday, June 1, 2026 at 2:30 PM (Japan Time)`. Nil for
    /// what is no moment.
    ///
    /// - Parameter rfc3339: with or without fractions of a second.
    public func moment(_ rfc3339: String) -> String? {
        guard let date = Self.date(rfc3339) else { return nil }
        return "\(moment.format(date)) (\(zone.format(date)))"
    }

    /// A span: the day and the time of the start, the time of the end, with its day when that is another, and the name of
    /// the time zone. Without an end it is the moment of the start.
    public func span(from start: String, to end: String?) -> String? {
        guard let end, let from = Self.date(start), let to = Self.date(end) else { return moment(start) }
        let last = day.format(from) == day.format(to) ? clock.format(to) : moment.format(to)
        return "\(moment.format(from)) – \(last) (\(zone.format(from)))"
    }

    private static func date(_ rfc3339: String) -> Date? {
        (try? Date(rfc3339, strategy: .iso8601.time(includingFractionalSeconds: true)))
            ?? (try? Date(rfc3339, strategy: .iso8601))
    }
}
