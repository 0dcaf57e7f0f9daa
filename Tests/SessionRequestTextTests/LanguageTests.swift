internal import SessionRequestText
internal import Testing

@Suite struct LanguageTests {
    @Test(
        arguments: [
            (nil, nil, Language.english), ("de-AT", "fr", .german), ("xx", "fr;q=0.5, ja", .japanese),
            (nil, "pt-PT,pt;q=0.9,en;q=0.8", .portuguese), (nil, "zh, *;q=0.1", .english),
            (nil, "pl;q=0, ar;q=0.2", .arabic),
            (nil, "nl;q=oops, it", .italian),
        ] as [(String?, String?, Language)])
    func theRequestComesFirstThenTheVisitor(tag: String?, accepted: String?, language: Language) {
        #expect(Language.chosen(tag: tag, accepted: accepted) == language)
    }

    @Test(arguments: Language.allCases) func everyLanguageHasEveryTextAndNoOther(language: Language) {
        #expect(Set(Catalog.builtIn(language).own.keys) == Catalog.keys)
    }

    @Test(arguments: Language.allCases) func placeholdersAreThoseOfEnglish(language: Language) {
        let english = Catalog.builtIn(.english).own
        for (key, text) in Catalog.builtIn(language).own {
            #expect(placeholders(in: text) == placeholders(in: english[key] ?? ""), "\(language.rawValue) \(key)")
        }
    }

    @Test func anAdminsTextsComeFirst() {
        let catalog = Catalog.builtIn(.german).overridden(by: ["page.continueButton": "Los"])
        #expect(catalog.text(.continueButton) == "Los")
        #expect(catalog.text(.greeting, ["name": "{x}"]) == "Guten Tag {x},")
    }

    private func placeholders(in text: String) -> Set<Substring> {
        Set(
            text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
                $0.split(separator: "}").first
            })
    }
}
