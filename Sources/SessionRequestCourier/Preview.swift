internal import Foundation
internal import JSONRPC
internal import SessionRequestConfiguration
internal import SessionRequestText
internal import SessionRequestWire

/// What would leave the machine for one request, without sending it.
public struct Preview: Sendable {
    /// Why there is nothing to show.
    public struct Fault: Error, CustomStringConvertible {
        /// A sentence.
        public let description: String
    }

    /// Bytes of its input, at most.
    public static let inputBytes = CourierLimits.preview

    /// What cannot be used of the admin's texts and templates; what is shown is what is sent in their place.
    public let faults: [String]

    private let occasion: Occasion
    private let letter: Letter
    private let message: String?
    private let from: Mailbox?

    /// Writes the mail and the text message of a request.
    ///
    /// - Parameters:
    ///   - input: a JSON object: `sessionRequest` as an agent reads it, and, if they are known, `purpose` (`invitation`),
    ///     `organization`, `agentName`, `language`, `calendarMethod` and `calendarSequence`, as `delivery.next` has them.
    ///   - configuration: the file; nil: that of the machine, which may be missing.
    ///   - overrides: the folder of the admin's texts and templates; may be missing.
    /// - Throws: what is wrong with any of them, as an error that describes itself.
    public init(_ input: [UInt8], configuration: String?, overrides: String) throws {
        let settings = try CourierSettings.read(file: configuration)
        from = settings.email?.from
        occasion = try Self.occasion(input, settings.organization)
        let sender = settings.email.map { CalendarPart.Participant($0.from, organization: settings.organization) }
        let mine = MailOverrides(folder: overrides)
        faults = mine.faults
        let writer = LetterWriter(overrides: mine, sender: sender)
        letter = writer.letter(for: occasion, at: Date())
        message = ShortMessage.text(writer.wording(of: occasion))
    }

    private static func occasion(_ input: [UInt8], _ organization: String?) throws -> Occasion {
        do {
            guard input.count <= CourierLimits.preview else {
                throw Fault(description: "cannot read the request: it is over \(CourierLimits.preview) bytes")
            }
            let root = try JSONDocument(input).root
            guard let request = root["sessionRequest"] else {
                throw Fault(description: "cannot read the request: there is no member sessionRequest")
            }
            let name = root["purpose"]?.string ?? LetterPurpose.invitation.rawValue
            guard let purpose = LetterPurpose(rawValue: name) else {
                throw Fault(
                    description: "cannot write mail for the purpose \(name): it is none of "
                        + LetterPurpose.allCases.map(\.rawValue).joined(separator: ", "))
            }
            var occasion = Occasion(purpose: purpose, request: try WireSessionRequest(from: request))
            occasion.organization = root["organization"]?.string ?? organization
            occasion.agentName = root["agentName"]?.string
            occasion.language = root["language"]?.string
            let method = purpose == .canceled ? "cancel" : "request"
            let isScheduled = occasion.request.schedule != nil && purpose != .closed
            occasion.calendarMethod = root["calendarMethod"]?.string ?? (isScheduled ? method : nil)
            occasion.calendarSequence = root["calendarSequence"]?.integer
            return occasion
        } catch let fault as Fault {
            throw fault
        } catch {
            throw Fault(description: "cannot read the request: \(error)")
        }
    }

    /// The mail as a person at a terminal reads it.
    public var text: String {
        var lines: [String] = []
        if let from { lines.append("From: \(Self.shown(from.name ?? occasion.organization, from.address))") }
        if let address = occasion.request.recipient.email {
            lines.append("To: \(Self.shown(occasion.request.recipient.name, address))")
        }
        lines.append("Subject: \(letter.subject)")
        let calendar = letter.calendar.map { "\n(with a calendar entry, \($0.method.rawValue))\n" } ?? ""
        return lines.joined(separator: "\n") + "\n\n" + letter.text + calendar
    }

    /// Everything as one JSON object on one line.
    public var json: [UInt8] {
        var writer = JSONWriter(reservingCapacity: 16_384)
        writer.beginObject()
        writer.member("purpose", occasion.purpose.rawValue)
        writer.member("language", letter.language.rawValue)
        writer.member("from", orNull: from.map { Self.shown($0.name ?? occasion.organization, $0.address) })
        writer.member("to", orNull: occasion.request.recipient.email)
        writer.member("subject", letter.subject)
        writer.member("text", letter.text)
        writer.member("html", letter.html)
        writer.member("calendar", orNull: letter.calendar?.text)
        writer.member("sms", orNull: message)
        writer.member("mailto", orNull: mailto)
        writer.endObject()
        writer.newline()
        return writer.bytes
    }

    /// A draft for the agent's own mail program (RFC 6068); nil for a recipient without an address.
    var mailto: String? {
        occasion.request.recipient.email.map { address in
            let body = letter.draft.replacing("\n", with: "\r\n")
            return CalendarText.mailto(address) + "?subject=\(CalendarText.percentEncoded(letter.subject))"
                + "&body=\(CalendarText.percentEncoded(body))"
        }
    }

    private static func shown(_ name: String?, _ address: String) -> String {
        name.map { "\($0) <\(address)>" } ?? address
    }
}
