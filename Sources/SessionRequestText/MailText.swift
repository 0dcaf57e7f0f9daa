/// The texts of mail and text messages.
public enum MailText: String, Sendable, Hashable, CaseIterable {
    case greeting

    /// What it is called in a file of an admin's texts.
    public var key: String { "mail.\(rawValue)" }
}
