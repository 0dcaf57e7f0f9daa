internal import SessionRequestService
internal import Testing

@Suite("A code as people write it")
struct CodeTextTests {
    @Test(
        "is read past blanks and dashes of any kind",
        arguments: [
            "123456789", "123 456 789", " 123-456-789 ", "123\u{00A0}456\u{202F}789", "123–456—789",
            "1 2 3 4 5 6 7 8 9",
            "123\t456789", "---123456789---",
        ])
    func spellings(text: String) {
        #expect(CodeText.digits(of: text) == "123456789")
    }

    @Test(
        "is nothing when it holds anything else, or not nine digits",
        arguments: [
            "", " ", "-", "12345678", "1234567890", "12345678x", "12345678.9", "123456789\n", "１２３４５６７８９", "٣٣٨٨٢٦٨٦٤",
            "+123456789", "123_456_789",
        ])
    func refused(text: String) {
        #expect(CodeText.digits(of: text) == nil)
    }

    @Test("is nothing when it is long, whatever it says")
    func long() {
        #expect(CodeText.digits(of: String(repeating: " ", count: 200) + "123456789") == "123456789")
        #expect(CodeText.digits(of: String(repeating: " ", count: 1_000_000) + "123456789") == nil)
    }
}
