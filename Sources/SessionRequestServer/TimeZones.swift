internal import Foundation

/// The machine's database of IANA time zones.
enum TimeZones {
    /// Whether there is a zone of this name.
    @Sendable static func exists(_ name: String) -> Bool {
        TimeZone(identifier: name) != nil
    }
}
