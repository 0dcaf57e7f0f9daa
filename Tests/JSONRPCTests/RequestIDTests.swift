internal import JSONRPC
internal import Testing

@Suite("Request ids")
struct RequestIDTests {
    @Test(
        "come back byte for byte",
        arguments: [
            "0", "1", "-1", "-0", "9007199254740993", "123456789012345678901234567890", "1e2", "1E2",
            "-1e+2", "0e0", #""""#, #""a""#, #""1""#,
            #""\u0061\/\n""#, #""😀""#, #""\ud83d\ude00""#, #"" ""#, "null",
            String(repeating: "1", count: 128), "-" + String(repeating: "1", count: 127),
            "\"" + String(repeating: "x", count: 128) + "\"",
        ])
    func echo(text: String) throws {
        let id = try #require(try RequestID(JSONDocument(" \(text) ").root))
        #expect(id.raw == Array(text.utf8))
        var writer = JSONWriter()
        Reply.success(id: id, result: true, to: &writer)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"jsonrpc":"2.0","id":\#(text),"result":true}"#)
    }

    @Test(
        "are not made of anything else",
        arguments: [
            "1.5", "1.0", "1.5e1", "1e-2", "100e-2", "1" + String(repeating: "0", count: 126) + "e1", "true", "false",
            "[]", "{}", "[1]", String(repeating: "1", count: 129),
            "-" + String(repeating: "1", count: 128), "\"" + String(repeating: "x", count: 129) + "\"",
            "\"" + String(repeating: "\\n", count: 65) + "\"",
        ])
    func refused(text: String) throws {
        #expect(try RequestID(JSONDocument(text).root) == nil)
    }

    @Test(
        "mean the same when their value is the same",
        arguments: [
            ("7", "7", true), (#""\u0061b""#, #""ab""#, true), ("1e2", "100", true), ("-0", "0", true),
            ("null", "null", true), ("7", #""7""#, false), ("7", "8", false), (#""e\u0301""#, #""\u00e9""#, false),
            ("null", #""null""#, false), ("123456789012345678901234567890", "123456789012345678901234567891", false),
        ])
    func meaning(one: String, two: String, isSame: Bool) throws {
        let ids = try (
            #require(RequestID(JSONDocument(one).root)), #require(RequestID(JSONDocument(two).root))
        )
        #expect(ids.0.means(ids.1) == isSame && ids.1.means(ids.0) == isSame)
    }

    @Test("are equal when they are written alike")
    func equality() throws {
        #expect(try RequestID(JSONDocument("7").root) == RequestID(7))
        #expect(try RequestID(JSONDocument(#""7""#).root) != RequestID(7))
        #expect(try RequestID(JSONDocument("null").root) == RequestID.null)
        #expect(RequestID(-7).raw == Array("-7".utf8))
    }
}
