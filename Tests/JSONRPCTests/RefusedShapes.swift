internal import JSONRPC

/// Texts whose values, containers or surroundings are wrong.
enum RefusedShapes {
    static let all = surroundings + literals + arrays + objects + depths

    static let surroundings: [TextCase] = [
        TextCase("nothing at all", "", .empty, at: 0),
        TextCase("only spaces", "   ", .empty, at: 3),
        TextCase("only a line feed", "\n", .empty, at: 1),
        TextCase("a byte order mark", "\u{FEFF}{}", .byteOrderMark, at: 0),
        TextCase("a byte order mark alone", "\u{FEFF}", .byteOrderMark, at: 0),
        TextCase("a byte order mark behind a space", " \u{FEFF}{}", .unexpectedByte, at: 1),
        TextCase("a byte order mark behind the value", "{}\u{FEFF}", .trailingContent, at: 2),
        TextCase("UTF-16", bytes: [0xFF, 0xFE, 0x7B, 0, 0x7D, 0], .unexpectedByte, at: 0),
        TextCase("UTF-16 without a mark", bytes: [0, 0x7B, 0, 0x7D], .unexpectedByte, at: 0),
        TextCase("a nul behind the value", "1\u{0}", .trailingContent, at: 1),
        TextCase("two values", "1 2", .trailingContent, at: 2),
        TextCase("two objects", "{}{}", .trailingContent, at: 2),
        TextCase("a bracket too many", "[]]", .trailingContent, at: 2),
        TextCase("a brace too many", "{}}", .trailingContent, at: 2),
        TextCase("a comma behind the value", "1,", .trailingContent, at: 1),
        TextCase("a comma before the value", ",1", .unexpectedByte, at: 0),
        TextCase("a line comment", "1 // one", .trailingContent, at: 2),
        TextCase("a block comment", "/* one */ 1", .unexpectedByte, at: 0),
        TextCase("a hash comment", "# one\n1", .unexpectedByte, at: 0),
        TextCase("a no-break space", "\u{A0}1", .unexpectedByte, at: 0),
        TextCase("a form feed", "\u{C}1", .unexpectedByte, at: 0),
        TextCase("a vertical tab behind", "1\u{B}", .trailingContent, at: 1),
        TextCase("a separator of lines", "1\u{2028}", .trailingContent, at: 1),
        TextCase("a lone closing bracket", "]", .unexpectedByte, at: 0),
        TextCase("a lone closing brace", "}", .unexpectedByte, at: 0),
        TextCase("a lone colon", ":", .unexpectedByte, at: 0),
    ]

    static let literals: [TextCase] = [
        TextCase("a cut null", "nul", .unexpectedEnd, at: 3),
        TextCase("a misspelt null", "nulL", .unexpectedByte, at: 3),
        TextCase("a capital null", "Null", .unexpectedByte, at: 0),
        TextCase("a cut true", "t", .unexpectedEnd, at: 1),
        TextCase("a shouted true", "TRUE", .unexpectedByte, at: 0),
        TextCase("a misspelt false", "fa1se", .unexpectedByte, at: 2),
        TextCase("a literal with a tail", "nullx", .trailingContent, at: 4),
        TextCase("undefined", "undefined", .unexpectedByte, at: 0),
        TextCase("a bare word", "[word]", .unexpectedByte, at: 1),
        TextCase("a cut true in an array", "[tru]", .unexpectedByte, at: 4),
    ]

    static let arrays: [TextCase] = [
        TextCase("an array that stays open", "[", .unexpectedEnd, at: 1),
        TextCase("an array open behind an element", "[1", .unexpectedEnd, at: 2),
        TextCase("an array open behind a comma", "[1,", .unexpectedEnd, at: 3),
        TextCase("a comma at the end of an array", "[1,]", .trailingComma, at: 2),
        TextCase("a comma at the end, then space", "[1 , ]", .trailingComma, at: 3),
        TextCase("only a comma in an array", "[,]", .unexpectedByte, at: 1),
        TextCase("two commas in an array", "[1,,2]", .unexpectedByte, at: 3),
        TextCase("a comma at the beginning of an array", "[,1]", .unexpectedByte, at: 1),
        TextCase("no comma between elements", "[1 2]", .unexpectedByte, at: 3),
        TextCase("a colon between elements", "[1:2]", .unexpectedByte, at: 2),
        TextCase("a semicolon between elements", "[1;2]", .unexpectedByte, at: 2),
        TextCase("an array closed as an object", "[1}", .unexpectedByte, at: 2),
        TextCase("an inner array that stays open", "[[1]", .unexpectedEnd, at: 4),
    ]

    static let objects: [TextCase] = [
        TextCase("an object that stays open", "{", .unexpectedEnd, at: 1),
        TextCase("an object open behind a name", #"{"a""#, .unexpectedEnd, at: 4),
        TextCase("an object open behind a colon", #"{"a":"#, .unexpectedEnd, at: 5),
        TextCase("an object open behind a value", #"{"a":1"#, .unexpectedEnd, at: 6),
        TextCase("an object open behind a comma", #"{"a":1,"#, .unexpectedEnd, at: 7),
        TextCase("a comma at the end of an object", #"{"a":1,}"#, .trailingComma, at: 6),
        TextCase("a comma and a line feed at the end", "{\"a\":1,\n}", .trailingComma, at: 6),
        TextCase("only a comma in an object", "{,}", .unexpectedByte, at: 1),
        TextCase("two commas in an object", #"{"a":1,,"b":2}"#, .unexpectedByte, at: 7),
        TextCase("no comma between members", #"{"a":1 "b":2}"#, .unexpectedByte, at: 7),
        TextCase("no colon", #"{"a" 1}"#, .unexpectedByte, at: 5),
        TextCase("two colons", #"{"a"::1}"#, .unexpectedByte, at: 5),
        TextCase("an equals sign for a colon", #"{"a"=1}"#, .unexpectedByte, at: 4),
        TextCase("no value", #"{"a":}"#, .unexpectedByte, at: 5),
        TextCase("a name alone", #"{"a"}"#, .unexpectedByte, at: 4),
        TextCase("a comma for a colon", #"{"a",1}"#, .unexpectedByte, at: 4),
        TextCase("a bare name", "{a:1}", .unexpectedByte, at: 1),
        TextCase("a name in single quotes", "{'a':1}", .unexpectedByte, at: 1),
        TextCase("a number as a name", "{1:1}", .unexpectedByte, at: 1),
        TextCase("null as a name", "{null:1}", .unexpectedByte, at: 1),
        TextCase("an array as a name", "{[]:1}", .unexpectedByte, at: 1),
        TextCase("an object closed as an array", #"{"a":1]"#, .unexpectedByte, at: 6),
        TextCase("the same name twice", #"{"a":1,"a":2}"#, .duplicateName, at: 7),
        TextCase("the same name and value twice", #"{"a":1,"b":2,"a":1}"#, .duplicateName, at: 13),
        TextCase("an empty name twice", #"{"":1,"":1}"#, .duplicateName, at: 6),
        TextCase("the same name, the second escaped", #"{"a":1,"\u0061":2}"#, .duplicateName, at: 7),
        TextCase("the same name, the first escaped", #"{"\u0061":1,"a":2}"#, .duplicateName, at: 12),
        TextCase("the same name, both escaped in two ways", #"{"\u002f":1,"\/":2}"#, .duplicateName, at: 12),
        TextCase(
            "the same name as a pair and as it is", "{\"\\ud83d\\ude00\":1,\"\u{1F600}\":2}", .duplicateName, at: 18),
        TextCase("the same name twice, deep inside", #"[{"x":[{"a":{},"b":[],"a":{}}]}]"#, .duplicateName, at: 22),
        TextCase("the same name around a container", #"{"a":{"b":[1,2]},"a":0}"#, .duplicateName, at: 17),
    ]

    static let depths: [TextCase] = [
        TextCase(
            "arrays 65 deep", String(repeating: "[", count: 65) + String(repeating: "]", count: 65), .tooDeep, at: 64),
        TextCase("objects 65 deep", String(repeating: #"{"a":"#, count: 65), .tooDeep, at: 320),
        TextCase("arrays that never close", String(repeating: "[", count: 100_000), .tooDeep, at: 64),
        TextCase("arrays and objects in turn", String(repeating: #"[{"a":"#, count: 33), .tooDeep, at: 192),
    ]
}
