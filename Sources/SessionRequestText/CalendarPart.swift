public import Foundation

/// One appointment for a calendar: an iCalendar object (RFC 5545) with a method (RFC 5546), as mail carries it.
///
/// The same `uid` with a higher `sequence` takes the place of what the calendar has.
public struct CalendarPart: Sendable, Equatable {
    /// What the calendar is to do with it.
    public enum Method: String, Sendable {
        case request = "REQUEST"
        case cancel = "CANCEL"
    }

    /// Somebody with an address for mail.
    public struct Participant: Sendable, Equatable {
        /// How the person is called.
        public var name: String?
        /// `local@domain`.
        public var address: String

        /// Just these members.
        public init(name: String? = nil, address: String) {
            self.name = name
            self.address = address
        }
    }

    /// What the calendar is to do with it.
    public var method: Method
    /// Names the appointment for all times, `something@domain`.
    public var uid: String
    /// Counts the changes of its time, from 0.
    public var sequence: Int64
    /// When this object was made.
    public var stamp: Date
    /// When it begins; nil only in a cancellation of something that has no time any more.
    public var start: Date?
    /// When it ends.
    public var end: Date?
    /// What it is, in one line.
    public var summary: String
    /// More about it, in many lines.
    public var description: String
    /// Where to go for it.
    public var url: String?
    /// Who calls the meeting.
    public var organizer: Participant?
    /// Who is invited.
    public var attendee: Participant?

    /// Just these members.
    public init(
        method: Method, uid: String, sequence: Int64, stamp: Date, start: Date?, end: Date? = nil, summary: String,
        description: String, url: String? = nil, organizer: Participant? = nil, attendee: Participant? = nil
    ) {
        self.method = method
        self.uid = uid
        self.sequence = sequence
        self.stamp = stamp
        self.start = start
        self.end = end
        self.summary = summary
        self.description = description
        self.url = url
        self.organizer = organizer
        self.attendee = attendee
    }

    /// The object: lines of at most 75 bytes, each ended by CR and LF. Times are in UTC, which every calendar shows in
    /// its reader's zone.
    public var text: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//session-requestd//session-request-courier//EN",
            "CALSCALE:GREGORIAN", "METHOD:\(method.rawValue)", "BEGIN:VEVENT", "UID:\(CalendarText.escaped(uid))",
            "SEQUENCE:\(sequence)", "DTSTAMP:\(CalendarText.instant(stamp))",
        ]
        if let start { lines.append("DTSTART:\(CalendarText.instant(start))") }
        if let start, let end, end > start { lines.append("DTEND:\(CalendarText.instant(end))") }
        lines.append("SUMMARY:\(CalendarText.escaped(summary))")
        lines.append("DESCRIPTION:\(CalendarText.escaped(description))")
        if let url {
            lines.append("URL:\(CalendarText.uri(url))")
            lines.append("LOCATION:\(CalendarText.escaped(url))")
        }
        if let organizer {
            lines.append("ORGANIZER\(Self.name(of: organizer)):\(CalendarText.mailto(organizer.address))")
        }
        if let attendee {
            lines.append(
                "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE"
                    + "\(Self.name(of: attendee)):\(CalendarText.mailto(attendee.address))")
        }
        lines.append("STATUS:\(method == .request ? "CONFIRMED" : "CANCELLED")")
        lines += ["TRANSP:OPAQUE", "END:VEVENT", "END:VCALENDAR"]
        return lines.map(CalendarText.folded).joined()
    }

    private static func name(of participant: Participant) -> String {
        participant.name.map { ";CN=\(CalendarText.quoted($0))" } ?? ""
    }
}
