internal import JSONRPC
internal import Testing

@Suite("JSON values")
struct JSONValueTests {
    private func written(_ value: some JSONEncodable) -> [UInt8] {
        var writer = JSONWriter()
        writer.value(value)
        return writer.bytes
    }

    @Test("come back from the writer's bytes as they were", arguments: 1...200)
    func roundTrip(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let value = generator.value(depth: 5)
        let bytes = written(value)
        let document = try JSONDocument(bytes)
        let read = try JSONValue(from: document.root)
        #expect(read == value)
        #expect(written(read) == bytes)
        #expect(written(document.root) == bytes)
    }

    @Test("come back from bytes in which every character is escaped", arguments: 1...100)
    func escapedRoundTrip(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let text = generator.text()
        let escaped = text.utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        let root = try JSONDocument("\"" + escaped.joined() + "\"").root
        #expect(root.string.map { Array($0.utf8) } == Array(text.utf8))
        #expect(root.equals(text))
    }

    @Test("are told apart by kind and content, not by the order of members")
    func equality() throws {
        func value(_ text: String) throws -> JSONValue { try JSONValue(from: JSONDocument(text).root) }
        #expect(try value(#"{"a":1,"b":[2]}"#) == value(#"{"b":[2],"a":1}"#))
        #expect(try value("[1,2]") != value("[2,1]"))
        #expect(try value("1") != value("1.0"))
        #expect(try value("null") != value("false"))
        #expect(try value(#"{"a":1}"#) != value(#"{"a":1,"b":2}"#))
        #expect(try value("\"\u{E9}\"") != value("\"e\u{301}\""))
        #expect(try value("{\"\u{E9}\":1,\"e\u{301}\":2}") == value("{\"e\u{301}\":2,\"\u{E9}\":1}"))
        #expect(try value(#"{"a":[1]}"#)["a"] == .array([.integer(1)]))
        #expect(try value(#"{"a":1}"#)["b"] == nil)
        #expect(JSONValue.null["a"] == nil)
    }

    @Test("do not hold a number that no double comes near")
    func refusesHugeNumbers() throws {
        let root = try JSONDocument(#"{"a":[1,1e999]}"#).root
        let mismatch = #expect(throws: JSONMismatch.self) { try JSONValue(from: root) }
        #expect(mismatch?.pointer == "/a/1")
    }
}
