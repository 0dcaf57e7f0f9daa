public import Foundation

/// A day of the year and a time of day, as short as a text message wants them.
public enum ShortMoment {
    /// `Nov 26, 2:30 PM`, in a language and a time zone.
    ///
    /// - Parameter timeZone: an IANA name; when it is nil or unknown the text is in UTC and says so.
    public static func text(_ date: Date, language: Language, timeZone: String?) -> String {
        let zone = timeZone.flatMap { TimeZone(identifier: $0) }
        let locale = Locale(identifier: language == .arabic ? "ar-u-nu-latn" : language.rawValue)
        let style = Date.FormatStyle(
            locale: locale, calendar: Calendar(identifier: .gregorian), timeZone: zone ?? .gmt
        ).month(.abbreviated).day().hour().minute()
        // Narrow and unbreakable spaces would each cost the whole message its short alphabet.
        let text = String(String.UnicodeScalarView(style.format(date).unicodeScalars.map(\.plain)))
        return zone == nil ? text + " UTC" : text
    }
}

extension Unicode.Scalar {
    fileprivate var plain: Unicode.Scalar { properties.generalCategory == .spaceSeparator ? " " : self }
}
