internal import SessionRequestPortal
internal import Testing

@Suite struct TypedTextTests {
    @Test(arguments: [
        ("604 153 928", "604153928"), ("604-153–928", "604153928"), ("６０４　１５３　９２８", "604153928"),
        ("٦٠٤ ١٥٣ ٩٢٨", "604153928"), ("۶۰۴۱۵۳۹۲۸", "604153928"), ("①②③", "①②③"), ("60415392x", "60415392x"), ("", ""),
    ])
    func aCodeIsReadAsItIsMeant(text: String, code: String) { #expect(TypedText.code(text) == code) }

    @Test(arguments: [
        ("１２３ ４５６ ７８９", "123456789"), ("ana@ad", "ana@ad"), ("my-desk-1", "my-desk-1"), ("٩٨٧٦", "9876"),
        ("пример.example", "пример.example"),
    ])
    func anAddressKeepsAllButBlanks(text: String, address: String) { #expect(TypedText.address(text) == address) }
}
