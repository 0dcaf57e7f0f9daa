internal import SessionRequestText
internal import Testing

@Suite("Template inclusions")
struct TemplateInclusionsTests {
    @Test(
        "A template that comes back to itself is endless, and no other",
        arguments: [
            (["a": "{{> b}} {{>c}}", "b": "{{>c}}", "c": "c"], []),
            (["a": "{{> a}}"], ["a"]),
            (["a": "{{#b}}{{ >  c }}{{/b}}", "b": "b", "c": "{{<a}}{{/a}}"], ["a", "c"]),
            (["a": "{{> b}}", "b": "{{> b}}"], ["b"]),
            (["a": "{{a}} {{#a}}{{/a}} {{! > a}} {{> gone}}"], []),
        ] as [([String: String], [String])])
    func endless(sources: [String: String], expected: [String]) {
        let inclusions = TemplateInclusions(sources)
        #expect(sources.keys.filter(inclusions.isEndless).sorted() == expected)
    }
}
