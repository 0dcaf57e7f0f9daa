internal import Foundation
package import SessionRequestText
internal import SessionRequestWire

/// The texts of one occasion in one language, with its values in place: what templates and text messages are made of.
package struct Wording: Sendable {
    package let language: Language
    private let occasion: Occasion
    private let catalog: Catalog

    init(_ occasion: Occasion, in catalog: Catalog) {
        self.occasion = occasion
        self.catalog = catalog
        language = catalog.language
    }

    /// Who sends it: `Ana (Example Support)`, one of the two, or a word for a desk without names.
    package var sender: String {
        switch (occasion.agentName, occasion.organization) {
        case (let agent?, let organization?): "\(agent) (\(organization))"
        case (let name?, nil), (nil, let name?): name
        case (nil, nil): catalog.text(.unnamedSender)
        }
    }

    /// A text with the sender, the recipient, the link, the code and the time in it.
    package func text(_ id: MailText) -> String { text(id, isolating: true) }

    var subject: String {
        let title = text(subjectText, isolating: false)
        guard let topic = occasion.request.subject else { return title }
        return "\(title) – \(topic)"
    }

    var greeting: String { text(.greeting) }

    var lead: String { text(leadText) }

    /// When the session is, in full.
    var when: String? {
        occasion.request.schedule.flatMap { moments.span(from: $0.startsAt, to: $0.endsAt) }
    }

    /// When the session is, as short as it can be said.
    package var shortWhen: String? {
        guard let schedule = occasion.request.schedule, let start = Moment.date(schedule.startsAt) else { return nil }
        return ShortMoment.text(start, language: language, timeZone: schedule.timeZone)
    }

    var validUntil: String? { moments.moment(occasion.request.expiresAt) }

    private var moments: MomentText {
        MomentText(language: language, timeZone: occasion.request.schedule?.timeZone)
    }

    /// The code in groups of three, as it is read aloud.
    var spacedCode: String? {
        occasion.request.code.map { code in
            var groups: [Substring] = []
            var rest = code[...]
            while !rest.isEmpty {
                groups.append(rest.prefix(3))
                rest = rest.dropFirst(3)
            }
            return groups.joined(separator: " ")
        }
    }

    /// The page that takes codes, beside the one of the link.
    var codeAddress: String? {
        guard let link = occasion.request.link, let token = link.range(of: "/s/", options: .backwards) else {
            return nil
        }
        return link[..<token.lowerBound] + "/join"
    }

    var codeHint: String? { occasion.request.code == nil || codeAddress == nil ? nil : text(.codeHint) }

    /// Whether the page takes a word on how it was: after a session that somebody held.
    var asksForFeedback: Bool {
        occasion.purpose == .closed && ["done", "other"].contains(occasion.request.closed?.reason ?? "done")
    }

    /// The label of the button; nil when there is nowhere to go.
    var button: MailText? {
        guard occasion.request.link != nil else { return nil }
        switch occasion.purpose {
        case .closed: return asksForFeedback ? .feedbackButton : nil
        case .canceled: return nil
        case .invitation, .linkRenewed, .rescheduled, .reminder: return .openButton
        }
    }

    var calendarTitle: String {
        let title = text(.calendarTitle, isolating: false)
        return occasion.request.subject.map { "\(title) – \($0)" } ?? title
    }

    var calendarDescription: String {
        guard occasion.invites else { return lead }
        return [lead, occasion.request.link, codeHint, text(.guidance)].compactMap(\.self).joined(separator: "\n\n")
    }

    /// What an agent sends by hand.
    var draft: String {
        var paragraphs = [greeting, lead]
        if let when { paragraphs.append("\(text(.whenLabel)): \(when)") }
        if occasion.invites {
            paragraphs += [occasion.request.link, codeHint, text(.guidance)].compactMap(\.self)
        }
        return paragraphs.joined(separator: "\n\n")
    }

    /// A value that stands on its own in the language's direction.
    func isolated(_ value: String) -> String { Isolation.isolated(value, in: language) }

    private var subjectText: MailText {
        switch occasion.purpose {
        case .invitation: .invitationSubject
        case .linkRenewed: .linkRenewedSubject
        case .rescheduled: .rescheduledSubject
        case .reminder: .reminderSubject
        case .canceled: .canceledSubject
        case .closed: .closedSubject
        }
    }

    private var leadText: MailText {
        switch occasion.purpose {
        case .invitation: .invitationLead
        case .linkRenewed: .linkRenewedLead
        case .rescheduled: occasion.request.schedule == nil ? .unscheduledLead : .rescheduledLead
        case .reminder: .reminderLead
        case .canceled:
            occasion.request.closed?.reason == "canceledByRecipient" ? .canceledByRecipientLead : .canceledLead
        case .closed: .closedLead
        }
    }

    private func text(_ id: MailText, isolating: Bool) -> String {
        let values = [
            "name": occasion.request.recipient.name, "sender": sender, "code": spacedCode ?? "",
            "address": codeAddress ?? "", "when": when ?? "", "link": occasion.request.link ?? "",
            "agent": occasion.agentName ?? "", "organization": occasion.organization ?? "",
            "subject": occasion.request.subject ?? "",
        ]
        return catalog.text(id, isolating ? values.mapValues(isolated) : values)
    }

    /// A text of a text message with this sender, as it is written when there is room for it.
    package func message(_ id: MailText, sender: String) -> String {
        catalog.text(id, ["sender": sender, "when": shortWhen ?? "", "link": occasion.request.link ?? ""])
    }

    /// The text of a text message of this occasion; nil when there is none for it.
    package var messageText: MailText? {
        switch occasion.purpose {
        case .invitation: .smsInvitation
        case .linkRenewed: .smsLinkRenewed
        case .rescheduled: occasion.request.schedule == nil ? .smsInvitation : .smsRescheduled
        case .reminder: .smsReminder
        case .canceled: .smsCanceled
        case .closed: nil
        }
    }
}
