internal import SessionRequestText
internal import Testing

@Suite("The texts of mail")
struct MailTextTests {
    @Test("A translation is no copy of the English", arguments: Language.allCases.filter { $0 != .english })
    func translation(language: Language) {
        let (own, english) = (Catalog.builtIn(language).own, Catalog.builtIn(.english).own)
        let copied = MailText.allCases.filter { own[$0.key] == english[$0.key] }
        // A word that both languages have, such as a name for a label.
        #expect(Set(copied).isSubset(of: [.unnamedSender, .codeLabel]))
    }
}
