/// What people read in one language: the texts of the page and of the mail, each by what it is for.
///
/// A text may hold placeholders such as `{agent}`; each names a value that is put in as it is, so whoever shows the text
/// escapes the whole of it.
public struct Catalog: Sendable {
    /// The language.
    public let language: Language
    private let page: [PageText: String]
    private let mail: [MailText: String]
    private var overrides: [String: String] = [:]

    init(_ language: Language, page: [PageText: String], mail: [MailText: String]) {
        self.language = language
        self.page = page
        self.mail = mail
    }

    /// The texts of a language, as they are built in.
    public static func builtIn(_ language: Language) -> Catalog {
        switch language {
        case .english: english
        case .portuguese: portuguese
        case .spanish: spanish
        case .german: german
        case .french: french
        case .italian: italian
        case .dutch: dutch
        case .polish: polish
        case .japanese: japanese
        case .arabic: arabic
        }
    }

    /// The same with an admin's texts in place of some, by their keys (`Catalog.keys`); others are ignored.
    public func overridden(by texts: [String: String]) -> Catalog {
        var catalog = self
        catalog.overrides.merge(texts) { $1 }
        return catalog
    }

    /// What a text may be called in a file of an admin's texts.
    public static let keys = Set(PageText.allCases.map(\.key) + MailText.allCases.map(\.key))

    /// A text of the page, with values in place of its placeholders.
    public func text(_ id: PageText, _ values: [String: String] = [:]) -> String {
        filled(overrides[id.key] ?? page[id] ?? Catalog.english.page[id] ?? "", values)
    }

    /// A text of the mail or of a text message, with values in place of its placeholders.
    public func text(_ id: MailText, _ values: [String: String] = [:]) -> String {
        filled(overrides[id.key] ?? mail[id] ?? Catalog.english.mail[id] ?? "", values)
    }

    /// The texts that the language itself has, for the tests that look for missing ones.
    package var own: [String: String] {
        var texts: [String: String] = [:]
        for (id, text) in page { texts[id.key] = text }
        for (id, text) in mail { texts[id.key] = text }
        return texts
    }

    private func filled(_ text: String, _ values: [String: String]) -> String {
        guard !values.isEmpty, text.contains("{") else { return text }
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            filled += rest[..<open]
            filled += values[String(name)] ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}
