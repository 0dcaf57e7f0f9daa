internal import SessionRequestModel
internal import Testing

@Suite struct RecipientTests {
    @Test(arguments: [
        "maria@example.org", "m@x", "root@localhost", "maria+desk@sub.example.org", "o'brien@example.org",
        "user_name%x=1@example.org", "josé@example.org", "maria@münchen.example", "a.b.c@example.org", "1@2.3",
        "{x}|y@example.org", "m@\(String(repeating: "a", count: 64)).org",
        "\(String(repeating: "a", count: 242))@example.com", "a@\(String(repeating: "b", count: 248)).com",
    ])
    func `a mailbox is taken`(email: String) throws {
        #expect(try Recipient(name: "M", email: email).email == email)
    }

    @Test(arguments: [
        "", "maria", "@example.org", "maria@", "maria@@example.org", "ma ria@example.org", ".m@example.org",
        "m.@example.org", "m..a@example.org", "m@-example.org", "m@example-.org", "m@example..org", "m@.org", "m@org.",
        "m@exam ple.org", "m@exam_ple.org", "m,n@example.org", "m;n@example.org", "<m@example.org>",
        "Maria <m@example.org>", "\"m\"@example.org", "m(x)@example.org", "m@[127.0.0.1]", "m:n@example.org",
        "m\\n@example.org", "m<\u{301}@example.org", "m,\u{301}n@example.org", "-oQ/tmp@example.org",
        "m\u{A0}n@example.org", "m\u{200B}n@example.org", "m@exam\u{200B}ple.org", "m@\u{3000}.org",
        "\(String(repeating: "a", count: 243))@example.com", "a@\(String(repeating: "b", count: 249)).com",
    ])
    func `anything that is no mailbox is refused`(email: String) {
        let refusal = #expect(throws: Violation.self) { try Recipient(name: "M", email: email) }
        #expect(refusal?.pointer == "/email")
    }

    @Test(arguments: ["112", "+34 600 000 000", "(030) 123-45/6", "+1.555.0100 x12"])
    func `a phone number is taken`(phone: String) throws {
        #expect(try Recipient(name: "M", phone: phone).phone == phone)
    }

    @Test(arguments: ["", "+", "abc", "1;2", "１２３", "1\n2", "-1", "tel:1"])
    func `anything that is no phone number is refused`(phone: String) {
        let refusal = #expect(throws: Violation.self) { try Recipient(name: "M", phone: phone) }
        #expect(refusal?.pointer == "/phone")
    }

    @Test(arguments: ["en", "pt-BR", "zh-Hant-TW", "de-CH-1996", "x-desk", "sl-rozaj-biske"])
    func `a language tag is taken`(language: String) throws {
        #expect(try Recipient(name: "M", language: language).language == language)
    }

    @Test(arguments: ["", "-", "en-", "-en", "en--US", "en_US", "../en", "e/n", "1a", "abcdefghi", "en US"])
    func `anything that is no language tag is refused`(language: String) {
        let refusal = #expect(throws: Violation.self) { try Recipient(name: "M", language: language) }
        #expect(refusal?.pointer == "/language")
    }
}
