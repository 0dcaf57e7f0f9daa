internal import SessionRequestText
internal import Testing

@Suite("Isolation of values")
struct IsolationTests {
    @Test(
        "A value is isolated where it runs against the language",
        arguments: [
            ("Maria", Language.english, false), ("مريم", .english, true), ("Maria", .arabic, true),
            ("مريم", .arabic, false), ("604 153 928", .arabic, true), ("", .arabic, false),
        ])
    func isolation(value: String, language: Language, isIsolated: Bool) {
        let expected = isIsolated ? "\u{2068}\(value)\u{2069}" : value
        #expect(Isolation.isolated(value, in: language) == expected)
    }
}
