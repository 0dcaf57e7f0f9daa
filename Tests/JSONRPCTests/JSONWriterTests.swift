internal import JSONRPC
internal import Testing

@Suite("JSON writer")
struct JSONWriterTests {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        body(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("sets commas and colons by itself")
    func commas() {
        let text = written { writer in
            writer.beginArray()
            writer.beginObject()
            writer.endObject()
            writer.beginArray()
            writer.endArray()
            writer.null()
            writer.beginObject()
            writer.name("a")
            writer.beginArray()
            writer.bool(true)
            writer.bool(false)
            writer.endArray()
            writer.name("b")
            writer.integer(1)
            writer.name("c")
            writer.string("text")
            writer.endObject()
            writer.double(0.5)
            writer.endArray()
        }
        #expect(text == #"[{},[],null,{"a":[true,false],"b":1,"c":"text"},0.5]"#)
    }

    @Test("escapes what must be escaped and nothing else")
    func escapes() {
        for value in UInt32(0)..<0x100 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let digits = String(value, radix: 16)
            let expected =
                switch value {
                case 0x22: #"\""#
                case 0x5C: #"\\"#
                case 0x08: #"\b"#
                case 0x0C: #"\f"#
                case 0x0A: #"\n"#
                case 0x0D: #"\r"#
                case 0x09: #"\t"#
                case ..<0x20: #"\u"# + String(repeating: "0", count: 4 - digits.count) + digits
                default: String(scalar)
                }
            let dynamic = String(scalar)
            #expect(written { $0.string(dynamic) } == "\"\(expected)\"")
            #expect(written { $0.string("1234567\(dynamic)é\(dynamic)") } == "\"1234567\(expected)é\(expected)\"")
        }
        #expect(written { $0.string("\u{2028}/é😀\u{7F}") } == "\"\u{2028}/é😀\u{7F}\"")
        #expect(written { $0.string(String("")) } == #""""#)
    }

    @Test("escapes literals and dynamic names as it does texts")
    func escapesNames() {
        let name = "a\"\n"
        let text = written { writer in
            writer.beginObject()
            writer.name(name)
            writer.string("b\\\t")
            writer.member(String("c\u{0}"), 1)
            writer.endObject()
        }
        #expect(text == #"{"a\"\n":"b\\\t","c\u0000":1}"#)
    }

    @Test(
        "writes integers",
        arguments: [
            (0, "0"), (7, "7"), (-1, "-1"), (10, "10"), (9_007_199_254_740_991, "9007199254740991"),
            (.max, "9223372036854775807"), (.min, "-9223372036854775808"),
        ] as [(Int64, String)])
    func integers(value: Int64, text: String) {
        #expect(written { $0.integer(value) } == text)
        #expect(written { $0.integer(Int(value)) } == text)
    }

    @Test(
        "writes doubles in the fewest digits, and null for what is no finite number",
        arguments: [
            (0, "0.0"), (-0.0, "-0.0"), (1, "1.0"), (0.1, "0.1"), (-2.5, "-2.5"), (1e22, "1e+22"),
            (.leastNonzeroMagnitude, "5e-324"),
            (1.797_693_134_862_315_7e308, "1.7976931348623157e+308"), (.infinity, "null"), (-.infinity, "null"),
            (.nan, "null"),
        ] as [(Double, String)])
    func doubles(value: Double, text: String) {
        #expect(written { $0.double(value) } == text)
    }

    @Test("leaves out, or writes as null, a member without a value")
    func members() {
        let text = written { writer in
            writer.beginObject()
            writer.member("a", 1)
            writer.member("b", ifPresent: Int?.none)
            writer.member("c", ifPresent: "x")
            writer.member("d", orNull: Bool?.none)
            writer.member("e", orNull: true)
            writer.endObject()
        }
        #expect(text == #"{"a":1,"c":"x","d":null,"e":true}"#)
    }

    @Test("copies JSON as it is, from any collection")
    func raw() {
        let json = Array(#"xx{"a": 1}"#.utf8)
        let text = written { writer in
            writer.beginArray()
            writer.raw(json[2...])
            writer.raw(Array(json[2...]))
            writer.raw(json[2...].lazy.map { $0 })
            writer.endArray()
        }
        #expect(text == #"[{"a": 1},{"a": 1},{"a": 1}]"#)
    }

    @Test("starts over, and keeps several messages apart")
    func several() {
        var writer = JSONWriter(reservingCapacity: 64)
        writer.integer(1)
        writer.removeAll()
        #expect(writer.bytes.isEmpty)
        writer.beginObject()
        writer.endObject()
        writer.newline()
        writer.null()
        writer.newline()
        #expect(writer.bytes == Array("{}\nnull\n".utf8))
    }

    @Test("writes collections, dictionaries in the order of their names")
    func collections() {
        #expect(written { $0.value(["b": [1, 2], "a": []]) } == #"{"a":[],"b":[1,2]}"#)
        #expect(written { $0.value(["x", "y"]) } == #"["x","y"]"#)
        #expect(written { $0.value(["x": Int64(1), "é": 2]) } == #"{"x":1,"é":2}"#)
        #expect(written { $0.value([1.5, 2]) } == "[1.5,2.0]")
        #expect(written { $0.value([Bool]()) } == "[]")
    }
}
