internal import JSONRPC
internal import Testing

@Suite("JSON nodes")
struct JSONNodeTests {
    @Test("know their kind and answer nothing for another")
    func kinds() throws {
        let root = try JSONDocument(#"[null,true,false,1,1.5,"a",[1,2],{"a":1,"b":2,"c":3}]"#).root
        let nodes = Array(root.elements)
        #expect(nodes.map(\.kind) == [.null, .bool, .bool, .number, .number, .string, .array, .object])
        #expect(nodes.map(\.isNull) == [true, false, false, false, false, false, false, false])
        #expect(nodes.map(\.bool) == [nil, true, false, nil, nil, nil, nil, nil])
        #expect(nodes.map(\.integer) == [nil, nil, nil, 1, nil, nil, nil, nil])
        #expect(nodes.map(\.double) == [nil, nil, nil, 1, 1.5, nil, nil, nil])
        #expect(nodes.map(\.string) == [nil, nil, nil, nil, nil, "a", nil, nil])
        #expect(nodes.map(\.count) == [0, 0, 0, 0, 0, 0, 2, 3])
        #expect(nodes.map { Array($0.elements).count } == [0, 0, 0, 0, 0, 0, 2, 0])
        #expect(nodes.map { Array($0.members).count } == [0, 0, 0, 0, 0, 0, 0, 3])
        #expect(nodes.map { $0["b"]?.integer } == [nil, nil, nil, nil, nil, nil, nil, 2])
    }

    @Test(
        "read integers up to 2^53 - 1 and nothing written otherwise",
        arguments: [
            ("0", 0), ("-0", 0), ("1", 1), ("-1", -1), ("9007199254740991", 9_007_199_254_740_991),
            ("-9007199254740991", -9_007_199_254_740_991), ("9007199254740992", nil), ("-9007199254740992", nil),
            ("9999999999999999", nil), ("10000000000000000", nil), ("18446744073709551617", nil), ("1.0", nil),
            ("1e0", nil), ("0.0", nil), ("1E2", nil),
        ] as [(String, Int64?)])
    func integers(text: String, value: Int64?) throws {
        #expect(try JSONDocument(text).root.integer == value)
    }

    @Test(
        "read whole numbers however they are written, exactly, and nothing else",
        arguments: [
            ("7", 7), ("1.0", 1), ("1e0", 1), ("0.0", 0), ("-0.0", 0), ("0e999999999999999999999", 0), ("1E2", 100),
            ("-1e+2", -100), ("1.25e2", 125), ("100e-2", 1), ("0.00120e5", 120),
            ("9007199254740991.0", 9_007_199_254_740_991),
            ("9007199254740991000e-3", 9_007_199_254_740_991), ("9007199254740991.1", nil), ("1.5", nil), ("1e-2", nil),
            ("9007199254740992.0", nil), ("1e16", nil), ("1e400", nil), ("1e999999999999999999999", nil),
            ("1e-999999999999999999999", nil), ("1.00000000000000000000001", nil),
            ("1." + String(repeating: "0", count: 2000), nil), ("\"1\"", nil), ("true", nil),
        ] as [(String, Int64?)])
    func wholeNumbers(text: String, value: Int64?) throws {
        #expect(try JSONDocument(text).root.wholeNumber == value)
    }

    @Test(
        "read doubles to the nearest, and none that would be infinite",
        arguments: [
            ("0", 0), ("-0", -0.0), ("1.5", 1.5), ("0.1", 0.1), ("1e308", 1e308),
            ("1.7976931348623157e308", 1.797_693_134_862_315_7e308),
            ("1e309", nil), ("-1e309", nil), ("1e-400", 0), ("5e-324", .leastNonzeroMagnitude),
            ("9007199254740993", 9_007_199_254_740_992),
            ("123456789012345678901234567890", 123_456_789_012_345_677_877_719_597_056),
        ] as [(String, Double?)])
    func doubles(text: String, value: Double?) throws {
        let read = try JSONDocument(text).root.double
        #expect(read == value)
        #expect(read?.sign == value?.sign)
    }

    @Test("have no value for a number that is written too long, and keep its bytes")
    func longNumbers() throws {
        let longest = String(repeating: "1", count: JSONLimits.numberBytes - 2) + ".5"
        let longer = "1" + longest
        #expect(try JSONDocument("0." + String(repeating: "1", count: JSONLimits.numberBytes - 2)).root.double != nil)
        #expect(try JSONDocument(longer).root.double == nil)
        #expect(try JSONDocument(longer).root.kind == .number)
        #expect(try Array(JSONDocument(longer).root.rawBytes) == Array(longer.utf8))
    }

    @Test(
        "resolve escapes",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20ac\ud83d\ude00""#, "Aé€😀"),
            (#""\u0000""#, "\u{0}"), (#""\\u0041""#, "\\u0041"), (#""\uD7FF\uE000\uFFFF""#, "\u{D7FF}\u{E000}\u{FFFF}"),
            (#""\udbff\udfff""#, "\u{10FFFF}"), (#""é€😀 as they are, and \n""#, "é€😀 as they are, and \n"),
            (#""""#, ""),
            (#""\u007f\u0080\u07ff\u0800""#, "\u{7F}\u{80}\u{7FF}\u{800}"),
        ])
    func escapes(text: String, value: String) throws {
        let root = try JSONDocument(text).root
        #expect(root.string.map { Array($0.utf8) } == Array(value.utf8))
        #expect(root.equals(value))
        #expect(!root.equals(value + "x"))
    }

    @Test("compare with bytes, not with what looks alike")
    func comparesBytes() throws {
        let root = try JSONDocument("{\"e\u{301}\":\"e\u{301}\",\"\\u00e9\":\"\\u00e9\",\"\":\"\"}").root
        #expect(root["e\u{301}"]?.string?.utf8.count == 3)
        #expect(root["\u{E9}"]?.string?.utf8.count == 2)
        #expect(root["\u{E9}"]?.equals("\u{E9}") == true)
        #expect(root["\u{E9}"]?.equals("e\u{301}") == false)
        #expect(root[""]?.equals("") == true)
        #expect(root["e"] == nil)
        #expect(root["absent"] == nil)
        #expect(!root.equals("e"))
    }

    @Test("find members behind and between containers")
    func findsMembers() throws {
        let root = try JSONDocument(#"{"a":{"z":1},"b":[{"z":2}],"z":3,"c":{}}"#).root
        #expect(root["z"]?.integer == 3)
        #expect(root["a"]?["z"]?.integer == 1)
        #expect(root.members.map { $0.name.string } == ["a", "b", "z", "c"])
        #expect(root.members.map { $0.value.kind } == [.object, .array, .number, .object])
    }

    @Test("give their bytes as they were written")
    func rawBytes() throws {
        let root = try JSONDocument(#" { "a" : [ 1 , "\u0041" ] , "b":-0.0e1 } "#).root
        func raw(_ node: JSONNode?) -> String { String(decoding: node?.rawBytes ?? [], as: UTF8.self) }
        #expect(raw(root) == #"{ "a" : [ 1 , "\u0041" ] , "b":-0.0e1 }"#)
        #expect(raw(root["a"]) == #"[ 1 , "\u0041" ]"#)
        #expect(raw(root["a"]?.elements.map { $0 }[1]) == #""\u0041""#)
        #expect(raw(root["b"]) == "-0.0e1")
        #expect(raw(root.members.map(\.name)[0]) == #""a""#)
    }

    @Test("outlive their document and write themselves without whitespace")
    func outliveTheirDocument() throws {
        let node = try JSONDocument("{ \"a\" : [ 1 ,\n{ \"\\u0062\" : null } ,[ ], 1.50 ] }").root["a"]
        var writer = JSONWriter()
        writer.value(try #require(node))
        #expect(String(decoding: writer.bytes, as: UTF8.self) == #"[1,{"\u0062":null},[],1.50]"#)
    }
}
