/// Texts that must be read, named by what they show.
enum AcceptedTexts {
    static let all = values + numbers + strings + containers

    static let values: [TextCase] = [
        TextCase("null alone", "null"),
        TextCase("true alone", "true"),
        TextCase("false alone", "false"),
        TextCase("a number alone", "42"),
        TextCase("a string alone", #""word""#),
        TextCase("an empty string alone", #""""#),
        TextCase("an empty array alone", "[]"),
        TextCase("an empty object alone", "{}"),
        TextCase("spaces before and behind", "  1  "),
        TextCase("all four whitespace characters before", " \t\r\n1"),
        TextCase("all four whitespace characters behind", "1 \t\r\n"),
        TextCase("whitespace inside empty containers", "[ { } , [ \n ] ]"),
        TextCase("whitespace around every part", " { \"a\" : [ 1 , 2 ] , \"b\" : null } "),
    ]

    static let numbers: [TextCase] = [
        TextCase("zero", "0"),
        TextCase("minus zero", "-0"),
        TextCase("a negative integer", "-17"),
        TextCase("an integer of one digit", "7"),
        TextCase("the largest exact integer", "9007199254740991"),
        TextCase("an integer that no 64 bits hold", "123456789012345678901234567890"),
        TextCase("a fraction", "3.25"),
        TextCase("a fraction of zeros", "1.000"),
        TextCase("zero with a fraction", "0.5"),
        TextCase("minus zero with a fraction", "-0.0"),
        TextCase("a small exponent", "1e5"),
        TextCase("a capital exponent", "1E5"),
        TextCase("an exponent with plus", "1e+5"),
        TextCase("an exponent with minus", "1e-5"),
        TextCase("an exponent with leading zeros", "1e005"),
        TextCase("an exponent of zero", "0e0"),
        TextCase("fraction and exponent", "-12.5E-3"),
        TextCase("a number beyond every double", "1e999"),
        TextCase("a number nearer to zero than every double", "1e-999"),
        TextCase("many digits of a fraction", "0.1234567890123456789012345678901234567890"),
    ]

    static let strings: [TextCase] = [
        TextCase("every short escape", #""\"\\\/\b\f\n\r\t""#),
        TextCase("an escaped letter", #""\u0041""#),
        TextCase("escape digits in both cases", #""\u00aB\u00Ab""#),
        TextCase("an escaped nul", #""\u0000""#),
        TextCase("an escaped surrogate pair", #""\ud83d\ude00""#),
        TextCase("the last escaped pair", #""\udbff\udfff""#),
        TextCase("the escapes next to the surrogates", #""\ud7ff\ue000""#),
        TextCase("two pairs in a row", #""\ud83d\ude00\ud83d\ude01""#),
        TextCase("an escaped backslash before a u", #""\\u0041""#),
        TextCase("an escaped backslash at the end", #""a\\""#),
        TextCase("an escaped noncharacter", #""\uffff""#),
        TextCase("a byte order mark inside a string", "\"\u{FEFF}\""),
        TextCase("delete, which is no control character to JSON", "\"\u{7F}\""),
        TextCase("the first character of two bytes", "\"\u{80}\""),
        TextCase("the last character of two bytes", "\"\u{7FF}\""),
        TextCase("the first character of three bytes", "\"\u{800}\""),
        TextCase("the last character before the surrogates", "\"\u{D7FF}\""),
        TextCase("the first character behind the surrogates", "\"\u{E000}\""),
        TextCase("the last character of three bytes", "\"\u{FFFF}\""),
        TextCase("the first character of four bytes", "\"\u{10000}\""),
        TextCase("the last character of all", "\"\u{10FFFF}\""),
        TextCase("line and paragraph separators", "\"\u{2028}\u{2029}\""),
        TextCase("a combining accent", "\"e\u{301}\""),
        TextCase("brackets and commas inside a string", #""[{,:}]""#),
        TextCase("a string of exactly eight bytes", #""12345678""#),
        TextCase("a quote escaped at the eighth byte", #""1234567\"9""#),
        TextCase("text in many scripts", #""Grüße, Ελλάδα, 日本, 🚀""#),
    ]

    static let containers: [TextCase] = [
        TextCase("one element", "[1]"),
        TextCase("several kinds in one array", #"[null,true,1,1.5,"a",[],{}]"#),
        TextCase("one member", #"{"a":1}"#),
        TextCase("an empty name", #"{"":0}"#),
        TextCase("a name with escapes", #"{"\u0061\n":0}"#),
        TextCase("names that differ in case", #"{"a":0,"A":0}"#),
        TextCase("names that look alike composed and decomposed", "{\"\u{E9}\":0,\"e\u{301}\":0}"),
        TextCase("a name that is the beginning of another", #"{"ab":0,"abc":0,"a":0}"#),
        TextCase("the same name in different objects", #"{"a":{"a":{"a":[{"a":1},{"a":1}]}}}"#),
        TextCase("the same text as name and value", #"{"a":"a","b":"a"}"#),
        TextCase("names that share length, first and last letter", #"{"axxz":0,"ayyz":0,"azzz":0}"#),
        TextCase("arrays 64 deep", String(repeating: "[", count: 64) + String(repeating: "]", count: 64)),
        TextCase(
            "objects 64 deep",
            String(repeating: #"{"a":"#, count: 63) + "{}" + String(repeating: "}", count: 63)),
        TextCase(
            "a hundred containers side by side", "[" + Array(repeating: "[]", count: 100).joined(separator: ",") + "]"),
    ]
}
