package import Foundation
package import SessionRequestText
package import SessionRequestWire

/// Why somebody is written to, about which request.
package struct Occasion: Sendable {
    package var purpose: LetterPurpose
    package var request: WireSessionRequest
    package var organization: String?
    package var agentName: String?
    /// A BCP 47 tag; nil: the recipient's.
    package var language: String?
    package var calendarMethod: String?
    package var calendarSequence: Int64?

    package init(
        purpose: LetterPurpose, request: WireSessionRequest, organization: String? = nil, agentName: String? = nil,
        language: String? = nil, calendarMethod: String? = nil, calendarSequence: Int64? = nil
    ) {
        self.purpose = purpose
        self.request = request
        self.organization = organization
        self.agentName = agentName
        self.language = language
        self.calendarMethod = calendarMethod
        self.calendarSequence = calendarSequence
    }
}

/// Writes letters in the recipient's language, with the admin's texts and templates.
package struct LetterWriter: Sendable {
    private let templates: MailTemplates
    private let texts: [Language: [String: String]]
    /// From whom letters come; nil while nobody is configured.
    private let sender: CalendarPart.Participant?

    package init(overrides: MailOverrides, sender: CalendarPart.Participant?) {
        templates = MailTemplates(overriddenBy: overrides.templates)
        texts = overrides.texts
        self.sender = sender
    }

    /// The letter of an occasion, written at a time.
    package func letter(for occasion: Occasion, at now: Date) -> Letter {
        let wording = wording(of: occasion)
        var facts: [[String: String]] = []
        func add(_ label: MailText, _ value: String?) {
            guard let value else { return }
            facts.append(["label": wording.text(label), "value": wording.isolated(value)])
        }
        add(.topicLabel, occasion.request.subject)
        if occasion.purpose != .closed, occasion.purpose != .canceled { add(.whenLabel, wording.when) }
        if occasion.invites {
            add(.codeLabel, wording.spacedCode)
            add(.validUntilLabel, wording.validUntil)
        }
        var values: [String: Any] = [
            "language": wording.language.rawValue, "direction": wording.language.isRightToLeft ? "rtl" : "ltr",
            "purpose": occasion.purpose.rawValue, "subject": wording.subject, "greeting": wording.greeting,
            "lead": wording.lead, "hasFacts": !facts.isEmpty, "facts": facts, "footer": wording.text(.footer),
            "recipientName": occasion.request.recipient.name, "organization": occasion.organization ?? "",
            "agentName": occasion.agentName ?? "",
        ]
        if wording.asksForFeedback { values["question"] = wording.text(.feedbackLead) }
        if let button = wording.button {
            values["button"] = ["label": wording.text(button), "url": occasion.request.link ?? ""]
        }
        if occasion.invites {
            values["codeHint"] = wording.codeHint
            values["guidance"] = wording.text(.guidance)
            values["warning"] = wording.text(.warning)
        }
        return Letter(
            language: wording.language, subject: wording.subject,
            text: templates.rendered(values, for: occasion.purpose, as: "text"),
            html: templates.rendered(values, for: occasion.purpose, as: "html"),
            calendar: calendar(of: occasion, wording, at: now), draft: wording.draft)
    }

    /// The texts of an occasion with its values in place.
    package func wording(of occasion: Occasion) -> Wording {
        let language = Language.chosen(tag: occasion.language ?? occasion.request.recipient.language, accepted: nil)
        let catalog = Catalog.builtIn(language).overridden(by: texts[language] ?? [:])
        return Wording(occasion, in: catalog)
    }

    private func calendar(of occasion: Occasion, _ wording: Wording, at now: Date) -> CalendarPart? {
        guard let name = occasion.calendarMethod, let method = CalendarPart.Method(rawValue: name.uppercased()),
            let id = occasion.request.id, let sender
        else { return nil }
        let start = (occasion.request.schedule?.startsAt).flatMap(Moment.date)
        guard method == .cancel || start != nil else { return nil }
        // The time of its making tells it from those of other desks in the same domain, for ever.
        let made = occasion.request.createdAt.filter(\.isNumber)
        let domain = sender.address.split(separator: "@").last ?? "localhost"
        return CalendarPart(
            method: method, uid: "session-request-\(id)-\(made)@\(domain)", sequence: occasion.calendarSequence ?? 0,
            stamp: now, start: start, end: (occasion.request.schedule?.endsAt).flatMap(Moment.date),
            summary: wording.calendarTitle, description: wording.calendarDescription,
            url: occasion.invites ? occasion.request.link : nil, organizer: sender,
            attendee: occasion.request.recipient.email.map {
                CalendarPart.Participant(name: occasion.request.recipient.name, address: $0)
            })
    }
}

extension Occasion {
    /// Whether the letter leads the recipient to the page.
    var invites: Bool {
        switch purpose {
        case .invitation, .linkRenewed, .rescheduled, .reminder: true
        case .canceled, .closed: false
        }
    }
}
