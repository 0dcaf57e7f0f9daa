internal import Foundation

/// Instants as the protocol writes them.
enum Moment {
    /// The instant of an RFC 3339 text in UTC with or without fractions of a second; nil when it is none.
    static func date(_ text: String) -> Date? {
        (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
            ?? (try? Date(text, strategy: Date.ISO8601FormatStyle()))
    }
}
