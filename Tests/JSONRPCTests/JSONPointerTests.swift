internal import JSONRPC
internal import Testing

@Suite("JSON pointers")
struct JSONPointerTests {
    @Test("lead to every node from the root")
    func fromRoot() throws {
        let root = try JSONDocument(#"{"a":[10,[20,{"b":30}],[]],"c/d":{"~":{"":1}},"e":{},"f":"\n"}"#).root
        var pointers: [String] = []
        func visit(_ node: JSONNode) {
            pointers.append(node.pointer(from: root))
            for element in node.elements { visit(element) }
            for member in node.members { visit(member.value) }
        }
        visit(root)
        #expect(
            pointers == [
                "", "/a", "/a/0", "/a/1", "/a/1/0", "/a/1/1", "/a/1/1/b", "/a/2", "/c~1d", "/c~1d/~0", "/c~1d/~0/",
                "/e",
                "/f",
            ])
    }

    @Test("resolve the escapes of names, and give a name the place of its member")
    func escapedNames() throws {
        let root = try JSONDocument(#"{"\u0061\/\u007e":1}"#).root
        let member = try #require(root.members.map { $0 }.first)
        #expect(member.value.pointer(from: root) == "/a~1~0")
        #expect(member.name.pointer(from: root) == "/a~1~0")
    }

    @Test("count from any node around")
    func fromParams() throws {
        let root = try JSONDocument(#"[{"params":{"x":[1,{"y":2}]}},{"params":{"x":3}}]"#).root
        let params = try #require(root.elements.map { $0 }[0]["params"])
        let deep = try #require(params["x"]?.elements.map { $0 }[1]["y"])
        #expect(deep.pointer(from: root) == "/0/params/x/1/y")
        #expect(deep.pointer(from: params) == "/x/1/y")
        #expect(deep.pointer(from: deep) == "")
    }

    @Test("count from the root when the base is elsewhere")
    func fromElsewhere() throws {
        let root = try JSONDocument(#"{"a":{"b":1},"c":{"d":2}}"#).root
        let inner = try #require(root["c"]?["d"])
        #expect(inner.pointer(from: try #require(root["a"])) == "/c/d")
        #expect(inner.pointer(from: try JSONDocument("[]").root) == "/c/d")
    }

    @Test("of a mismatch lead to the value, or to where a missing one should be")
    func mismatches() throws {
        let root = try JSONDocument(#"{"params":{"recipient":{"name":7}}}"#).root
        let params = try #require(root["params"])
        let recipient = try #require(params["recipient"])
        let wrong = JSONMismatch(try #require(recipient["name"]), "cannot")
        #expect(wrong.pointer == "/params/recipient/name")
        #expect(wrong.pointer(from: params) == "/recipient/name")
        let missing = JSONMismatch(missing: "e/mail", in: recipient)
        #expect(missing.pointer == "/params/recipient/e~1mail")
        #expect(missing.pointer(from: params) == "/recipient/e~1mail")
        #expect(missing.message == "cannot do without 'e/mail': it is required")
        let given = JSONMismatch(pointer: "/assignee/id", message: "cannot")
        #expect(given.pointer == "/assignee/id")
        #expect(given.pointer(from: params) == "/assignee/id")
        #expect(given.description == "/assignee/id: cannot")
        #expect(JSONMismatch(root, "cannot").description == "the value: cannot")
    }
}
