internal import JSONRPC
internal import Testing

@Suite("Object reader")
struct JSONObjectReaderTests {
    private func reader(_ text: String) throws -> JSONObjectReader {
        try JSONObjectReader(JSONDocument(text).root)
    }

    @Test("refuses what is no object", arguments: ["[]", "null", #""a""#, "1", "true"])
    func onlyObjects(text: String) throws {
        let root = try JSONDocument(text).root
        let mismatch = #expect(throws: JSONMismatch.self) { try JSONObjectReader(root) }
        #expect(mismatch?.pointer == "")
    }

    @Test("gives members in whatever order they are asked for")
    func anyOrder() throws {
        let names = ["a", "b", "c", "d"]
        for first in names {
            for second in names where second != first {
                var reader = try reader(#"{"a":"a","b":"b","c":"c","d":"d"}"#)
                #expect(try reader.required(first) == first)
                #expect(try reader.required(second) == second)
                #expect(try reader.required(first) == first)
                #expect(reader.node("e") == nil)
                let unknown = names.first { $0 != first && $0 != second }
                let mismatch = #expect(throws: JSONMismatch.self) { try reader.refuseUnknown() }
                #expect(mismatch?.pointer == "/" + (unknown ?? ""))
            }
        }
    }

    @Test("tells missing, null and wrong apart")
    func missingNullWrong() throws {
        var reader = try reader(#"{"null":null,"number":1}"#)
        #expect(throws: JSONMismatch.self) { try reader.required("null", as: Int.self) }
        let missing = #expect(throws: JSONMismatch.self) { try reader.required("gone", as: Int.self) }
        #expect(missing?.pointer == "/gone")
        #expect(try reader.optional("null", as: Int.self) == nil)
        #expect(try reader.optional("gone", as: Int.self) == nil)
        #expect(try reader.optional("number") == 1)
        #expect(throws: JSONMismatch.self) { try reader.optional("number", as: String.self) }
        #expect(try reader.patch("null", as: Int.self) == .null)
        #expect(try reader.patch("gone", as: Int.self) == .absent)
        #expect(try reader.patch("number", as: Int.self) == .value(1))
        let wrong = #expect(throws: JSONMismatch.self) { try reader.patch("number", as: String.self) }
        #expect(wrong?.pointer == "/number")
        try reader.refuseUnknown()
    }

    @Test("finds names that are written with escapes")
    func escapedNames() throws {
        var reader = try reader(#"{"\u0069d":7,"\u00e9":8}"#)
        #expect(try reader.required("é") == 8)
        #expect(try reader.required("id") == 7)
        try reader.refuseUnknown()
    }

    @Test("refuses the first member that nobody asked for, among any number", arguments: [1, 63, 64, 65, 66, 130])
    func unknownAmongMany(count: Int) throws {
        let text = "{" + (0..<count).map { "\"m\($0)\":\($0)" }.joined(separator: ",") + "}"
        for unknown in Set([0, count / 2, count - 1]) {
            var reader = try reader(text)
            for member in (0..<count).reversed() where member != unknown {
                #expect(try reader.required("m\(member)") == member)
                #expect(try reader.required("m\(member)") == member)
            }
            let mismatch = #expect(throws: JSONMismatch.self) { try reader.refuseUnknown() }
            #expect(mismatch?.pointer == "/m\(unknown)")
            #expect(try reader.required("m\(unknown)") == unknown)
            try reader.refuseUnknown()
        }
    }

    @Test("needs nothing of an empty object")
    func emptyObject() throws {
        var reader = try reader("{}")
        try reader.refuseUnknown()
        #expect(reader.node("a") == nil)
        try reader.refuseUnknown()
    }
}
