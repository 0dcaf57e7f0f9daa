/// A language that recipients are spoken to in. The raw value is its BCP 47 tag.
public enum Language: String, Sendable, Hashable, CaseIterable {
    case english = "en"
    case portuguese = "pt-BR"
    case spanish = "es"
    case german = "de"
    case french = "fr"
    case italian = "it"
    case dutch = "nl"
    case polish = "pl"
    case japanese = "ja"
    case arabic = "ar"

    /// How the language calls itself.
    public var nativeName: String {
        switch self {
        case .english: "English"
        case .portuguese: "Português (Brasil)"
        case .spanish: "Español"
        case .german: "Deutsch"
        case .french: "Français"
        case .italian: "Italiano"
        case .dutch: "Nederlands"
        case .polish: "Polski"
        case .japanese: "日本語"
        case .arabic: "العربية"
        }
    }

    /// Whether it is written from right to left.
    public var isRightToLeft: Bool { self == .arabic }

    /// The language of a BCP 47 tag, by its primary subtag (RFC 4647, 3.4: lookup): `de-AT` is German, `pt-PT` is the
    /// Portuguese that there is. Nil when it is none of these.
    public init?(tag: some StringProtocol) {
        let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        guard let language = Self.allCases.first(where: { $0.rawValue.prefix(2) == primary }) else { return nil }
        self = language
    }

    /// The language of a page: that of the request, else the visitor's first that there is, else English.
    ///
    /// - Parameters:
    ///   - tag: what the request says, a BCP 47 tag.
    ///   - accepted: the value of the visitor's `Accept-Language` (RFC 9110, 12.5.4).
    public static func chosen(tag: String?, accepted: String?) -> Language {
        if let tag, let language = Language(tag: tag) { return language }
        return AcceptedLanguages(accepted ?? "").tags.lazy.compactMap { Language(tag: $0) }.first ?? .english
    }
}
