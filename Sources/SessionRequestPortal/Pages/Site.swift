internal import Mustache
package import SessionRequestConfiguration
package import SessionRequestText

/// Everything that pages are made of and that an admin may change: replaced whole when it is read again.
package struct Site: Sendable {
    package let settings: PortalSettings
    package let address: PublicAddress
    package let trusted: TrustedProxies
    package let assets: Assets
    private let library: MustacheLibrary
    private let catalogs: [Language: Catalog]
    /// The texts without placeholders, as templates name them.
    private let plainTexts: [Language: [String: String]]

    /// Throws `TemplateFault` when one of an admin's templates is none.
    package init(settings: PortalSettings, overrides: Overrides) throws {
        self.settings = settings
        address = PublicAddress(settings.address)
        trusted = TrustedProxies(settings.trustedProxies)
        assets = Assets(ownStyle: overrides.style, ownLogo: overrides.logo)
        library = try Templates.library(overridden: overrides.templates)
        var catalogs: [Language: Catalog] = [:]
        var plainTexts: [Language: [String: String]] = [:]
        for language in Language.allCases {
            let catalog = Catalog.builtIn(language).overridden(by: overrides.texts[language] ?? [:])
            catalogs[language] = catalog
            plainTexts[language] = Dictionary(
                uniqueKeysWithValues: PageText.allCases.map { ($0.rawValue, catalog.text($0)) })
        }
        self.catalogs = catalogs
        self.plainTexts = plainTexts
    }

    /// The texts of a language.
    package func catalog(_ language: Language) -> Catalog { catalogs[language] ?? Catalog.builtIn(language) }

    /// A whole page.
    ///
    /// - Parameters:
    ///   - content: the name of the template inside the page.
    ///   - values: what that template shows.
    package func page(_ content: String, _ language: Language, _ values: [String: Any]) -> String {
        var all = values
        all["content"] = content
        all["language"] = language.rawValue
        all["direction"] = language.isRightToLeft ? "rtl" : "ltr"
        all["t"] = plainTexts[language] ?? [:]
        all["organization"] = settings.organization ?? catalog(language).text(.pageTitle)
        all["assets"] =
            [
                "logo": asset(assets.logoName), "style": asset(assets.styleName), "script": asset(assets.scriptName),
                "ownStyle": TemplateValue.orNone(assets.ownStyleName.map(asset)),
            ] as [String: Any]
        all["support"] = support
        return library.render(all, withTemplate: "page") ?? ""
    }

    private func asset(_ name: String) -> String { address.outer("/assets/" + name) }

    private var support: Any {
        let support = settings.support
        guard support.phone != nil || support.email != nil || support.website != nil else { return false }
        let phone = support.phone.map { ["text": $0, "number": String($0.filter { "+0123456789".contains($0) })] }
        return [
            "phone": TemplateValue.orNone(phone), "email": TemplateValue.orNone(support.email),
            "website": TemplateValue.orNone(support.website),
        ]
    }
}
