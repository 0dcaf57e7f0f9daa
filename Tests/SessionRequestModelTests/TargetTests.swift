internal import SessionRequestModel
internal import Testing

@Suite struct TargetTests {
    struct Address: Sendable, CustomTestStringConvertible {
        let scheme: String
        let address: String
        var testDescription: String { "\(scheme) \(address.debugDescription)" }
    }

    static func addresses(_ table: [(String, [String])]) -> [Address] {
        table.flatMap { scheme, addresses in addresses.map { Address(scheme: scheme, address: $0) } }
    }

    static let good = addresses([
        ("anydesk", ["123456789", "1234567890", "ana@desk", "a.b-c_d@example.org", "9@ad"]),
        ("rustdesk", ["123456", "1234567890123456", "desk-17", "Desk_0017"]),
        ("vnc", ["example.org", "example.org:5900", "EXAMPLE.ORG", "8.8.8.8", "8.8.8.8:1", "[2001:db8::1]:65535"]),
        ("rdp", ["x.example.org:3389", "a-b.example.org", "1.example.org", "192.0.2.7", "203.0.113.9:3389"]),
        ("ssh", ["root@example.org", "ana_1@example.org:22", "example.org", "_x@[2001:db8::1]", "a@8.8.8.8:2222"]),
        ("spice", ["desk-17", "123456", "a@b.example:1/c", "[2001:db8::1]:1", "8.8.8.8"]),
    ])

    @Test(arguments: good) func `an address of its scheme is taken`(example: Address) throws {
        let target = try Target(scheme: example.scheme, address: example.address, allowsPrivateHosts: false)
        #expect(target.address == example.address)
    }

    static let bad = addresses([
        (
            "anydesk",
            [
                "", "12345678", "12345678901", "023456789", "-123456789", "--help", "123 456 789", "１２３４５６７８９", "ana@",
                "@ad", "ana@ad@x", "ana", "-a@ad", "ana@-d", "ana@ad --with-password", "123456789\n", "a;b@ad",
                "$(id)@ad",
                "ana@\u{301}ad", "é@ad", "123456789%00",
            ]
        ),
        (
            "rustdesk",
            ["", "12345", "12345678901234567", "0123456", "-desk17", "desk", "desk 17", "desk.17", "1desk17x"]
        ),
        (
            "vnc",
            [
                "", "-example.org", "example.org-", "exa_mple.org", "example..org", ".example.org", "example.org.",
                "example.org:", "example.org:0", "example.org:65536", "example.org:+22", "example.org:022",
                "example.org:22:22", "example.org::5900", "::1", "2001:db8::1", "2001:db8::1:5900", "[2001:db8::1",
                "2001:db8::1]", "[2001:db8::1]5900", "[2001:db8::1]x5900", "[2001:db8::1]:", "[2001:db8::1]:x", "[]",
                "[example.org]", "[2001:db8::1%eth0]", "[2001:db8::1%25eth0]", "[2001:db8:::1]", "[1:2:3:4:5:6:7]",
                "[1:2:3:4:5:6:7:8:9]", "[1::2::3]", "[:1:2:3:4:5:6:7]", "[2001:db8::12345]", "[::ffff:+8.8.8.8]",
                "[::ffff:8.8.8]", "[::ffff:08.8.8.8]", "[8.8.8.8]", "[2001:db8::１]", "example.org/x",
                "user@example.org",
                "example%2eorg", "exämple.org", "example.org\n", "a b.org", "8.8.8", "8.8.8.8.8", "8.8.8.256",
                "8.8.8.08",
                "134744072", "0x08080808", "8.8.8.0x8", "010.8.8.8", "8.8.8.8.",
                "\(String(repeating: "a", count: 64)).org",
                "*.example.org", "[fe80::1]:5900:1", "[[2001:db8::1]]",
            ]
        ),
        ("rdp", ["/v:example.org", "example.org/admin", "-v", "file.rdp x"]),
        (
            "ssh",
            [
                "-oProxyCommand=id", "root@-oProxyCommand=id", "-l@example.org", "@example.org", "root@", "a@b@c.org",
                "ro ot@example.org", "root;id@example.org", "\(String(repeating: "a", count: 33))@example.org",
                "ssh://example.org", "root@example.org -L1:a:1", "röt@example.org",
            ]
        ),
        (
            "spice",
            [
                "", "-x", "/v:x", "@x", ".x", ":x", "]x", "a b", "a;b", "a&b", "a|b", "$x", "`id`", "a\\b", "a'b",
                "a\"b",
                "a%20b", "a?b", "a#b", "a=b", "a,b", "é", "a\n", "{address}",
            ]
        ),
        // No scheme but in lower case: the grammar of a scheme is found by its name.
        ("VNC", ["127.0.0.1"]), ("AnyDesk", ["x"]), ("", ["x"]), ("-x", ["x"]), ("1x", ["x"]), ("a b", ["x"]),
        ("a:b", ["x"]), ("a/b", ["x"]), ("é", ["x"]),
    ])

    @Test(arguments: bad) func `anything else is refused, private hosts allowed or not`(example: Address) {
        for allowsPrivateHosts in [true, false] {
            #expect(throws: Violation.self) {
                try Target(
                    scheme: example.scheme, address: example.address, allowsPrivateHosts: allowsPrivateHosts)
            }
        }
    }

    @Test(arguments: good) func `the pattern takes what the check takes`(example: Address) throws {
        let pattern = try Regex(AddressGrammar(scheme: example.scheme).pattern)
        #expect(try pattern.wholeMatch(in: example.address) != nil)
    }

    @Test(arguments: bad) func `the exact patterns refuse what the check refuses`(example: Address) throws {
        let grammar = AddressGrammar(scheme: example.scheme)
        guard grammar == .anydesk || grammar == .rustdesk || (grammar == .plain && example.scheme == "spice") else {
            return
        }
        let pattern = try Regex(grammar.pattern)
        #expect(try pattern.wholeMatch(in: example.address) == nil)
    }
}
