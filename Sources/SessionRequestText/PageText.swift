/// The texts of the page behind a link.
public enum PageText: String, Sendable, Hashable, CaseIterable {
    case continueButton

    /// What it is called in a file of an admin's texts.
    public var key: String { "page.\(rawValue)" }
}
