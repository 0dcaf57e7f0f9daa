/// When the session is meant to happen.
public struct Schedule: Sendable, Hashable {
    /// The agreed start.
    public private(set) var startsAt: Timestamp
    /// The agreed end, later than the start.
    public private(set) var endsAt: Timestamp?
    /// An IANA time zone name: how the instants are shown to the recipient.
    public private(set) var timeZone: String?

    /// Throws when the end is not after the start, or the time zone's name cannot be one. Whether the zone exists is for
    /// the service to say, which has a database of them.
    public init(startsAt: Timestamp, endsAt: Timestamp? = nil, timeZone: String? = nil) throws(Violation) {
        if let endsAt, endsAt <= startsAt { throw Violation("must be after startsAt", at: "/endsAt") }
        if let timeZone {
            do { try Self.check(timeZone: timeZone) } catch { throw error.inside("timeZone") }
        }
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.timeZone = timeZone
    }

    /// Names of zones are looked up as files: nothing but parts that begin with a letter or digit, joined by `/`.
    private static func check(timeZone: String) throws(Violation) {
        try TextRule.checkToken(timeZone, atMost: Limits.token, others: "/_+-")
        let parts = timeZone.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.allSatisfy({ $0.first.map(TextRule.isAlphanumeric) == true }) else {
            throw Violation("must be the name of a time zone such as Europe/Madrid")
        }
    }

    /// A schedule that was checked when it was made, read back from where it was kept.
    package init(keptStartsAt startsAt: Timestamp, endsAt: Timestamp?, timeZone: String?) {
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.timeZone = timeZone
    }

    /// The instant from which the default expiry is counted.
    public var lastInstant: Timestamp { endsAt ?? startsAt }
}
