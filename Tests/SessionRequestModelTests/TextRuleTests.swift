internal import SessionRequestModel
internal import Testing

@Suite struct TextRuleTests {
    /// Each would do harm in a name: on a terminal, in a log, in a mail header, or before a reader's eyes.
    static let hostile = [
        "a\u{0}b", "a\u{7}b", "a\u{8}b", "a\tb", "a\nb", "a\rb", "a\r\nBcc: x@example.org", "a\u{B}b", "a\u{C}b",
        "\u{1B}[2J", "\u{1B}]0;title\u{7}", "a\u{7F}b", "a\u{80}b", "a\u{85}b", "\u{9B}2J", "a\u{9F}b", "a\u{2028}b",
        "a\u{2029}b", "a\u{202A}b", "a\u{202B}b", "a\u{202C}b", "a\u{202D}b", "a\u{202E}b", "a\u{2066}b", "a\u{2067}b",
        "a\u{2068}b", "a\u{2069}b", "e\u{301}\n", "\n\u{301}", "\u{202E}\u{301}", "é\u{1B}",
    ]

    @Test(arguments: hostile) func `a name refuses what would pose as something else`(text: String) {
        let refusal = #expect(throws: Violation.self) { try Recipient(name: text) }
        #expect(refusal?.pointer == "/name")
    }

    @Test(arguments: hostile) func `so does every other short text`(text: String) throws {
        #expect(throws: Violation.self) { try JoinClient(name: text) }
        #expect(throws: Violation.self) { try JoinClient(name: "a", version: text) }
        #expect(throws: Violation.self) { try JoinClient(name: "a", platform: text) }
        #expect(throws: Violation.self) { try ExternalReference(system: text, id: "1") }
        #expect(throws: Violation.self) { try ExternalReference(system: "a", id: text) }
        #expect(throws: Violation.self) { try ExternalReference(system: "a", id: "1", url: "https://a/\(text)") }
        #expect(throws: Violation.self) { try Assignee(type: "agent", id: text) }
        #expect(throws: Violation.self) { try Assignee(type: "client", id: text) }
        #expect(throws: Violation.self) { try Recipient(name: "M", email: "\(text)@example.org") }
        #expect(throws: Violation.self) { try Recipient(name: "M", phone: "1\(text)") }
        for change in [
            { $0.subject = text }, { $0.tags = [text] }, { $0.customFields = ["a": text] },
            { $0.customFields = [text: "a"] },
        ] as [(inout SessionRequestDraft) -> Void] {
            var draft = try Sample.draft()
            change(&draft)
            #expect(throws: Violation.self) {
                try SessionRequest.created(from: draft, id: 1, by: Sample.ana, at: Sample.start)
            }
        }
    }

    @Test(arguments: [
        "Maria", "María José", "Ольга", "李雷", "نادية", "नेहा", "O'Brien-Smith, Jr.", "👩🏽‍💻", "e\u{301}", "a\u{A0}b",
        "<b>\"x\"</b>", "'; DROP TABLE x; --", "${HOME}", "$(id)", "%s", "-rf",
    ])
    func `a name may be any name`(text: String) throws {
        #expect(try Recipient(name: text).name == text)
    }

    @Test(arguments: [
        "", " ", "   ", "\u{A0}", "\u{3000}", "\u{200B}", "\u{200B}\u{FEFF} \u{2060}", "\u{AD}", "\u{200E}",
    ])
    func `a name that nobody can see is none`(text: String) {
        #expect(throws: Violation.self) { try Recipient(name: text) }
    }

    @Test func `a text of many lines keeps its line breaks and tabs`() throws {
        try TextRule.checkText("", atMost: 10)
        try TextRule.checkText("a\n\tb\r\nc", atMost: 10)
        for text in ["a\u{0}", "\u{1B}[0m", "a\u{202E}b", "a\u{2067}b", "\u{85}", "a\n\u{301}\u{7}"] {
            #expect(throws: Violation.self) { try TextRule.checkText(text, atMost: 10) }
        }
    }

    @Test(arguments: ["", "a b", "a/b", "é", "a\n", "a\u{301}", "ａ", "a;b", "a'b"])
    func `a token is plain`(text: String) {
        #expect(throws: Violation.self) { try TextRule.checkToken(text, atMost: 64) }
    }

    @Test func `violations know where they stand`() {
        let violation = Violation("is wrong").inside("0").inside("tags")
        #expect(violation == Violation("is wrong", at: "/tags/0"))
        #expect(JSONPointer.escape("a/b~c~/d") == "a~1b~0c~0~1d")
    }
}
