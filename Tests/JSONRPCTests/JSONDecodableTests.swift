internal import JSONRPC
internal import Testing

@Suite("Reading types")
struct JSONDecodableTests {
    private func mismatch<T: JSONDecodable>(_ type: T.Type, _ text: String) throws -> JSONMismatch? {
        let root = try JSONDocument(text).root
        return #expect(throws: JSONMismatch.self) { try T(from: root) }
    }

    @Test("gives the values")
    func reads() throws {
        func read<T: JSONDecodable>(_ text: String) throws -> T { try T(from: JSONDocument(text).root) }
        #expect(try read(#""\u0041""#) == "A")
        #expect(try read("true") == true)
        #expect(try read("-3") == -3)
        #expect(try read("-3") == Int64(-3))
        #expect(try read("3") == 3.0)
        #expect(try read("[[1],[]]") == [[1], []])
        #expect(try read(#"{"a":"b","c":"d"}"#) == ["a": "b", "c": "d"])
        #expect(try (read("[1]") as JSONNode).count == 1)
        #expect(try read(#""x""#) == RequestID(JSONDocument(#""x""#).root))
    }

    @Test("takes a whole number for an integer however it is written")
    func wholeNumbers() throws {
        #expect(try Int(from: JSONDocument("1.0").root) == 1)
        #expect(try Int64(from: JSONDocument("1e2").root) == 100)
    }

    @Test("names what is expected and what is there")
    func explains() throws {
        #expect(try mismatch(String.self, "1")?.message == "cannot use this number here: a string is expected")
        #expect(try mismatch(Bool.self, "null")?.message == "cannot use null here: true or false is expected")
        #expect(try mismatch(Double.self, #""1""#)?.message.contains("a number") == true)
        #expect(try mismatch([Int].self, "{}")?.message == "cannot use an object here: an array is expected")
        #expect(try mismatch([String: Int].self, "[]")?.message == "cannot use an array here: an object is expected")
        #expect(try mismatch(RequestID.self, "true")?.message.contains("a truth value") == true)
        for text in ["1.5", "1e-3", "9007199254740992", "\"1\"", "true"] {
            #expect(try mismatch(Int.self, text)?.message.contains("a whole number") == true)
        }
    }

    @Test("gives the place of an element or a member")
    func places() throws {
        #expect(try mismatch([String].self, #"["a",1]"#)?.pointer == "/1")
        #expect(try mismatch([String: [Int]].self, #"{"a":[1],"b":[2,"x"]}"#)?.pointer == "/b/1")
    }

    @Test("refuses names that a dictionary cannot tell apart")
    func equivalentNames() throws {
        let mismatch = try mismatch([String: Int].self, "{\"e\u{301}\":1,\"\u{E9}\":2}")
        #expect(mismatch?.pointer == "/\u{E9}")
    }
}
