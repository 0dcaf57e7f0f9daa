internal import JSONRPC
internal import Testing
internal import session_request

@Suite("Text on a terminal")
struct CommandLineTextTests {
    @Test(
        "What would act on the terminal is shown instead",
        arguments: [
            ("plain", "plain"), ("Zoë 山田 👩‍💻", "Zoë 山田 👩‍💻"), ("a\tb", "a b"), ("a\nb", "a⏎b"), ("a\r\nb", "a⏎b"),
            ("\u{1B}[2J", "\\u{1b}[2J"), ("\u{9B}31m", "\\u{9b}31m"), ("\u{7F}", "\\u{7f}"),
            ("a\u{202E}b", "a\\u{202e}b"), ("\u{2066}x\u{2069}", "\\u{2066}x\\u{2069}"),
            ("\u{200E}", "\\u{200e}"), ("\u{2028}", "\\u{2028}"), ("\u{FEFF}", "\\u{feff}"), ("\u{AD}", "\\u{ad}"),
            ("\u{E0041}", "\\u{e0041}"), ("\u{E000}", "\\u{e000}"), ("e\u{301}", "e\u{301}"),
        ])
    func safe(_ text: String, _ shown: String) {
        #expect(SafeText.line(text) == shown)
    }

    @Test("A text of many lines keeps them, up to a limit that says what is missing")
    func lines() {
        #expect(SafeText.lines("a\nb\u{7}\r\nc") == ["a", "b\\u{7}", "c"])
        let many = SafeText.lines(String(repeating: "x\n", count: 500), limit: 10)
        #expect(many.count == 10 && many.last == "... and 492 more lines")
    }

    @Test("JSON for a terminal means the same and cannot act on it")
    func json() throws {
        let text = "{\"a\":\"\u{9B}x\u{202E}山\u{E0041}\"}"
        let shown = SafeText.json(Array(text.utf8))
        #expect(shown == #"{"a":"\u009bx\u202e山\udb40\udc41"}"#)
        #expect(try JSONDocument(shown).root["a"]?.string == JSONDocument(text).root["a"]?.string)
    }

    @Test(
        "The width of a text is what a terminal gives it",
        arguments: [
            ("", 0), ("abc", 3), ("Zoë", 3), ("e\u{301}", 1), ("山田", 4), ("한국", 4), ("ﾃｽﾄ", 3), ("テスト", 6), ("👩‍💻", 2),
            ("👍🏽", 2), ("🇩🇪", 2), ("❤️", 2), ("…", 1), ("क्षि", 1), ("\u{1100}\u{1161}", 2), ("𠀀", 2),
        ])
    func width(_ text: String, _ columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test(
        "Cutting never exceeds the columns, whatever the text", arguments: ["山田太郎", "Zoë Müller", "👩‍💻👩‍💻👩‍💻", "abcdef", ""])
    func cut(_ text: String) {
        for columns in 0...12 {
            let cut = DisplayWidth.cut(text, to: columns)
            #expect(DisplayWidth.of(cut) <= columns)
            #expect(cut == text || columns == 0 || cut.hasSuffix("…"))
            #expect(DisplayWidth.of(DisplayWidth.fill(text, to: columns)) == columns)
            #expect(DisplayWidth.of(DisplayWidth.fillFront(text, to: columns)) == columns)
        }
    }

    @Test("Wrapping breaks at spaces, and inside words only where it must")
    func wrap() {
        #expect(DisplayWidth.wrap("one two three", to: 7) == ["one two", "three"])
        #expect(DisplayWidth.wrap("abcdefgh ij", to: 4) == ["abcd", "efgh", "ij"])
        #expect(DisplayWidth.wrap("山田太郎", to: 5) == ["山田", "太郎"])
        #expect(DisplayWidth.wrap("", to: 5) == [""])
    }

    @Test("Colours are there only when they are on")
    func paint() {
        #expect(Paint(isOn: true)(.red, "x") == "\u{1B}[31mx\u{1B}[0m")
        #expect(Paint(isOn: false)(.red, "x") == "x")
        #expect(Paint(isOn: true)(nil, "x") == "x")
    }

    @Test("Pretty JSON says the same as the JSON it is made of")
    func pretty() throws {
        let text = #"{"a":[],"b":{},"c":[1,2,"x"],"d":{"e":[{"f":null}]},"g":1.50}"#
        let pretty = PrettyJSON.text(try JSONDocument(text).root)
        #expect(pretty.contains("\n  \"c\": [1, 2, \"x\"],\n"))
        var writer = JSONWriter()
        writer.value(try JSONDocument(pretty).root)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
    }

    @Test(
        "Base64 is that of the RFC",
        arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
    func base64(_ text: String, _ encoded: String) {
        #expect(Base64.text(Array(text.utf8)) == encoded)
    }
}
