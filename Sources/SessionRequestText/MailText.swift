/// The texts of mail and text messages.
public enum MailText: String, Sendable, Hashable, CaseIterable {
    /// The first line; `{name}` is the recipient.
    case greeting
    /// Who sends it, when neither an agent nor an organization is known; used like a name.
    case unnamedSender
    case invitationSubject
    case invitationLead
    case linkRenewedSubject
    case linkRenewedLead
    case rescheduledSubject
    case rescheduledLead
    /// The session has no fixed time any more.
    case unscheduledLead
    case reminderSubject
    case reminderLead
    case canceledSubject
    case canceledLead
    case canceledByRecipientLead
    case closedSubject
    case closedLead
    case feedbackLead
    case feedbackButton
    case topicLabel
    case whenLabel
    case codeLabel
    case validUntilLabel
    case openButton
    /// `{code}` and `{address}` are where else the way leads in.
    case codeHint
    /// What will happen, and that nothing happens without the recipient.
    case guidance
    /// What never to do.
    case warning
    /// Who it comes from.
    case footer
    case calendarTitle
    /// Text messages: short, `{link}` whole, `{sender}` cut when there is no room.
    case smsInvitation
    case smsLinkRenewed
    case smsRescheduled
    case smsReminder
    case smsCanceled
    /// What is left of a text message when there is no room for a sender.
    case smsLink

    /// What it is called in a file of an admin's texts.
    public var key: String { "mail.\(rawValue)" }
}
