internal import SessionRequestModel
internal import SessionRequestService
internal import Testing

@Suite struct AddressPatternTests {
    static let matches: [(pattern: String, takes: [String], refuses: [String])] = [
        ("", [""], ["a"]),
        ("abc", ["abc"], ["ab", "abcd", "xabc", "ABC"]),
        ("^[1-9][0-9]{8}$", ["123456789"], ["012345678", "12345678", "1234567890"]),
        ("(ana|ben)@desk", ["ana@desk", "ben@desk"], ["ana", "anaben@desk"]),
        ("(?:a|b|)c", ["ac", "bc", "c"], ["abc"]),
        ("a*", ["", "a", "aaaa"], ["b", "aab"]),
        ("a+?b??", ["a", "aab"], ["b", "abb"]),
        ("a{2}b{1,}c{0,2}", ["aab", "aabbbcc"], ["ab", "aabccc"]),
        ("\\d+\\.\\w\\s\\D\\W\\S", ["12.a a--"], ["12xa a--", "12.a 1--"]),
        ("[^a-c]", ["d", "-"], ["a", "c"]),
        ("[a\\-z\\]]+", ["a-z]"], ["b"]),
        ("[-a]+[a-]+", ["-a-"], ["b"]),
        ("[\\dx]+", ["1x2"], ["y"]),
        ("a.c", ["abc", "a.c"], ["ac"]),
        ("x$|^y", ["x", "y"], ["xy"]),
        ("a^b", [], ["ab", "a^b"]),
        ("((a?)*b?)*", ["", "aab", "abab"], ["c"]),
        ("[]", [], ["", "a"]),
        ("[^]", ["a"], [""]),
    ]

    @Test(arguments: matches)
    func aPatternTakesWholeAddresses(_ expected: (pattern: String, takes: [String], refuses: [String])) throws {
        let pattern = try AddressPattern(expected.pattern)
        for address in expected.takes { #expect(pattern.matches(address), "\(expected.pattern) \(address)") }
        for address in expected.refuses { #expect(!pattern.matches(address), "\(expected.pattern) \(address)") }
    }

    static let refusals = [
        ("(a", "must have a ) for each ("), ("a)", "must have a ( for each )"), ("[a", "must have a ] for each ["),
        ("*", "must have something to repeat before *, or be written \\*"),
        ("a**", "must have something to repeat before *, or be written \\*"),
        ("a}", "must have something to repeat before }, or be written \\}"),
        ("^*", "must have something to repeat before *, or be written \\*"),
        ("a{2,1}", "must repeat {N}, {N,} or {N,M} times, at most 255"),
        ("a{256}", "must repeat {N}, {N,} or {N,M} times, at most 255"),
        ("a{,2}", "must repeat {N}, {N,} or {N,M} times, at most 255"),
        ("a{99999999999999999999}", "must repeat {N}, {N,} or {N,M} times, at most 255"),
        ("[z-a]", "must have ranges from a lower to a higher character, such as [0-9]"),
        ("[a-\\d]", "must have ranges from a lower to a higher character, such as [0-9]"),
        ("(?=a)", "may have only plain groups: (…) and (?:…), no look-around"),
        ("(?<n>a)", "may have only plain groups: (…) and (?:…), no look-around"),
        ("(a)\\1", "may use no \\1: only \\d, \\w, \\s and escaped punctuation"),
        ("\\bfoo", "may use no \\b: only \\d, \\w, \\s and escaped punctuation"),
        ("a\\", "must have something after a backslash"),
        ("é", "must be a regular expression of ASCII characters"),
        (String(repeating: "(", count: 1000), "must not nest groups so deeply"),
    ]

    @Test(arguments: refusals)
    func whatIsNoPatternIsRefused(_ text: String, _ message: String) {
        #expect(throws: Violation(message)) { try AddressPattern(text) }
    }

    @Test(arguments: ["(a+)+b", "(a|a)*b", "(a*)*(a*)*(a*)*b", "((((a{1,255}){1,255}){1,255}){1,255}){1,255}b"])
    func aPatternThatWouldRunForeverEndsSoon(_ text: String) throws {
        let pattern = try AddressPattern(text)
        #expect(!pattern.matches(String(repeating: "a", count: 255)))
    }

    @Test func anAddressIsMatchedUpToItsLongest() throws {
        let pattern = try AddressPattern(".*")
        #expect(pattern.matches(String(repeating: "a", count: 255)))
        #expect(!pattern.matches(String(repeating: "a", count: 256)))
    }
}
