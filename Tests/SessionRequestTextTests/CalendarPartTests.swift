internal import Foundation
internal import SessionRequestText
internal import Testing

@Suite("Calendar parts")
struct CalendarPartTests {
    private static let stamp = Date(timeIntervalSince1970: 1_795_000_000)

    private static func part(
        _ method: CalendarPart.Method = .request, summary: String = "Remote support", description: String = "",
        start: Date? = stamp, end: Date? = nil
    ) -> CalendarPart {
        CalendarPart(
            method: method, uid: "session-request-42@desk.test", sequence: 3, stamp: stamp, start: start, end: end,
            summary: summary, description: description, url: "https://help.desk.test/s/abc",
            organizer: .init(name: "Help \"Desk\"", address: "help@desk.test"),
            attendee: .init(name: "Maria; Silva", address: "maria+a@example.org"))
    }

    private static func unfolded(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test("A request has a method, a number and times in UTC")
    func request() {
        let lines = Self.unfolded(Self.part(end: Self.stamp.addingTimeInterval(1800)).text)
        for line in [
            "METHOD:REQUEST", "SEQUENCE:3", "DTSTAMP:20261118T110640Z", "DTSTART:20261118T110640Z",
            "DTEND:20261118T113640Z", "STATUS:CONFIRMED", "ORGANIZER;CN=\"Help ^'Desk^'\":mailto:help@desk.test",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        #expect(
            lines.contains {
                $0.hasPrefix("ATTENDEE;") && $0.hasSuffix("CN=\"Maria; Silva\":mailto:maria+a@example.org")
            })
    }

    @Test("A cancellation may have no time any more")
    func cancellation() {
        let lines = Self.unfolded(Self.part(.cancel, start: nil).text)
        #expect(lines.contains("METHOD:CANCEL") && lines.contains("STATUS:CANCELLED"))
        #expect(!lines.contains { $0.hasPrefix("DTSTART") })
    }

    @Test("An end before the start is left out")
    func end() { #expect(!Self.part(end: Self.stamp.addingTimeInterval(-1)).text.contains("DTEND")) }

    @Test(
        "Values cannot begin a line of their own",
        arguments: [
            ("a\r\nATTENDEE:mailto:x", "a\\nATTENDEE:mailto:x"), ("a;b,c\\d", "a\\;b\\,c\\\\d"),
            ("a\u{2028}b", "a\\nb"),
            ("a\u{0}\u{1B}b", "ab"), ("a\nb", "a\\nb"),
        ])
    func escaping(text: String, escaped: String) {
        #expect(CalendarText.escaped(text) == escaped)
        #expect(Self.unfolded(Self.part(summary: text).text).filter { $0.hasPrefix("ATTENDEE") }.count == 1)
    }

    @Test("Lines are at most 75 bytes and break between characters", arguments: ["a", "é", "漢", "👩‍👩‍👧", "a漢"])
    func folding(piece: String) {
        let text = Self.part(description: String(repeating: piece, count: 200)).text
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
        #expect(Self.unfolded(text).contains("DESCRIPTION:" + String(repeating: piece, count: 200)))
        #expect(!text.contains("\u{FFFD}"))
    }
}
