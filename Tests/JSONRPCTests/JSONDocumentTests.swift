internal import JSONRPC
internal import Testing

@Suite("JSON documents")
struct JSONDocumentTests {
    @Test("reads what is JSON", arguments: AcceptedTexts.all)
    func accepts(text: TextCase) throws {
        let document = try JSONDocument(text.bytes)
        #expect(try text.bytes.withUnsafeBytes { try JSONDocument($0).root.kind } == document.root.kind)
        #expect(try JSONDocument(String(decoding: text.bytes, as: UTF8.self)).root.kind == document.root.kind)
    }

    @Test("refuses what is not JSON, with the reason and the place", arguments: RefusedShapes.all + RefusedTokens.all)
    func refuses(text: TextCase) throws {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(text.bytes) }
        #expect(error == text.refusal)
    }

    @Test("refuses every beginning of a text that is whole only at its end")
    func refusesEveryBeginning() throws {
        let text = Array(#" {"a\u00e9":[1.5e-3,true,null,"\ud83d\ude00é"],"b":{"c":-0}}"#.utf8)
        _ = try JSONDocument(text)
        for length in 0..<text.count {
            #expect(throws: JSONSyntaxError.self, "the first \(length) bytes") {
                try JSONDocument(Array(text[..<length]))
            }
        }
    }

    @Test("refuses a name that returns behind any number of others", arguments: [1, 15, 16, 17, 18, 40, 200])
    func refusesLateDuplicates(others: Int) throws {
        let names = (0..<others).map { "\"n\($0)\":0" }
        let unique = "{" + (names + [#""last":0"#]).joined(separator: ",") + "}"
        #expect(try JSONDocument(unique).root.count == others + 1)
        for returning in [0, others / 2, others - 1] {
            let before = "{" + names.joined(separator: ",") + ","
            for name in ["\"n\(returning)\"", "\"\\u006e\(returning)\""] {
                let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(before + name + ":0}") }
                #expect(error == JSONSyntaxError(.duplicateName, at: before.utf8.count))
            }
        }
    }

    @Test("reads an object of a hundred thousand members in time that grows with its length")
    func readsManyMembers() throws {
        func text(_ count: Int) -> String {
            "{" + (0..<count).map { "\"name-\($0)\":\($0)" }.joined(separator: ",") + "}"
        }
        let small = text(2_000)
        let large = text(100_000)
        let clock = ContinuousClock()
        let short = try clock.measure { for _ in 0..<50 { _ = try JSONDocument(small) } }
        var count = 0
        let long = try clock.measure { count = try JSONDocument(large).root.count }
        #expect(count == 100_000)
        #expect(long < short * 8, "50 times the length took \(long / short) times as long")
    }

    @Test("says in one sentence what is wrong and where", arguments: JSONSyntaxError.Reason.allCases)
    func describes(reason: JSONSyntaxError.Reason) {
        let sentence = JSONSyntaxError(reason, at: 7).description
        #expect(sentence == "cannot read JSON: \(reason.explanation) at byte 7")
        #expect(JSONSyntaxError.Reason.allCases.filter { $0.explanation == reason.explanation }.count == 1)
    }

    @Test("has tables of some size, without the same text twice")
    func tablesAreWhole() {
        #expect(AcceptedTexts.all.count >= 60)
        #expect((RefusedShapes.all + RefusedTokens.all).count >= 120)
        let texts = (AcceptedTexts.all + RefusedShapes.all + RefusedTokens.all).map(\.bytes)
        #expect(Set(texts).count == texts.count)
    }
}
