internal import SessionRequestModel
internal import Testing

@Suite struct ConnectorTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let scheme: String
        let address: String
        let argv: [String]
        let uri: String
        var testDescription: String { "\(scheme) \(address)" }
    }

    static let ssh = [
        "ssh", "-a", "-x", "-o", "ClearAllForwardings=yes", "-o", "ForwardAgent=no", "-o", "ForwardX11=no",
    ]

    static let examples = [
        Example(scheme: "anydesk", address: "123456789", argv: ["anydesk", "123456789"], uri: "anydesk:123456789"),
        Example(scheme: "anydesk", address: "ana@desk", argv: ["anydesk", "ana@desk"], uri: "anydesk:ana@desk"),
        Example(
            scheme: "rustdesk", address: "123456789", argv: ["rustdesk", "--connect", "123456789"],
            uri: "rustdesk://connection/new/123456789"),
        Example(scheme: "vnc", address: "a.example", argv: ["vncviewer", "a.example"], uri: "vnc://a.example"),
        Example(
            scheme: "vnc", address: "a.example:5901", argv: ["vncviewer", "a.example::5901"],
            uri: "vnc://a.example:5901"),
        Example(
            scheme: "vnc", address: "[2001:db8::1]:5901", argv: ["vncviewer", "[2001:db8::1]::5901"],
            uri: "vnc://[2001:db8::1]:5901"),
        Example(
            scheme: "vnc", address: "[2001:db8::1]", argv: ["vncviewer", "[2001:db8::1]"], uri: "vnc://[2001:db8::1]"),
        Example(
            scheme: "rdp", address: "a.example:3390", argv: ["xfreerdp", "/v:a.example:3390"],
            uri: "rdp://full%20address=s:a.example:3390"),
        Example(
            scheme: "rdp", address: "a.example", argv: ["xfreerdp", "/v:a.example"],
            uri: "rdp://full%20address=s:a.example"),
        Example(
            scheme: "ssh", address: "root@a.example:2222", argv: ssh + ["-p", "2222", "--", "root@a.example"],
            uri: "ssh://root@a.example:2222"),
        Example(
            scheme: "ssh", address: "root@a.example", argv: ssh + ["--", "root@a.example"], uri: "ssh://root@a.example"),
        Example(
            scheme: "ssh", address: "root@[2001:db8::1]:22", argv: ssh + ["-p", "22", "--", "root@2001:db8::1"],
            uri: "ssh://root@[2001:db8::1]:22"),
    ]

    private func target(_ scheme: String, _ address: String) throws -> Target {
        try Target(scheme: scheme, address: address, allowsPrivateHosts: true)
    }

    @Test func `five schemes need no configuration`() {
        #expect(Connector.builtIn.map(\.scheme) == ["anydesk", "rustdesk", "vnc", "rdp", "ssh"])
    }

    @Test(arguments: examples) func `a built-in connector launches its client`(example: Example) throws {
        let connector = try #require(Connector.builtIn.first { $0.scheme == example.scheme })
        let launch = connector.launch(for: try target(example.scheme, example.address))
        #expect(launch.argv == example.argv)
        #expect(launch.uri == example.uri)
    }

    @Test func `a custom AnyDesk client has its own name`() throws {
        let launch = try Connector.customAnyDesk(prefix: "1ef8ebf3").launch(for: target("anydesk", "123456789"))
        #expect(launch.argv == ["anydesk_ad_1ef8ebf3", "123456789"])
        #expect(launch.uri == "anydesk:AnyDesk-ad_1ef8ebf3:123456789")
        for prefix in ["", "../x", "a b", "-x", "a:b", "é", "{address}"] {
            #expect(throws: Violation.self) { try Connector.customAnyDesk(prefix: prefix) }
        }
    }

    @Test func `placeholders are filled argument by argument`() throws {
        let connector = try Connector(
            scheme: "spice",
            argv: ["/opt/a b/run", "", "{address}", "h={host} u={unbracketed} p={port}", "-c", "$HOME;id"],
            uri: "x+y://go?a={address}&b={host}:{port}")
        let launch = connector.launch(for: try target("spice", "u@a.example:7/x"))
        #expect(launch.argv == ["/opt/a b/run", "", "u@a.example:7/x", "-c", "$HOME;id"])
        #expect(launch.uri == "x+y://go?a=u@a.example:7%2Fx&b=u@a.example:7%2Fx")
        let other = connector.launch(for: try target("spice", "[2001:db8::1]:70"))
        #expect(other.argv[3] == "h=[2001:db8::1] u=2001:db8::1 p=70")
        #expect(other.uri == "x+y://go?a=[2001:db8::1]:70&b=[2001:db8::1]:70")
    }

    @Test func `what needs a port is left out where there is none`() throws {
        let connector = try Connector(
            scheme: "spice", argv: ["run", "--fast", "-P{port}", "{host}", "--port", "{port}", "x:{port}"],
            uri: "spice://{host}?port={port}")
        #expect(connector.launch(for: try target("spice", "desk17")).argv == ["run", "desk17", "x"])
        #expect(connector.launch(for: try target("spice", "desk17")).uri == nil)
        #expect(
            connector.launch(for: try target("spice", "desk17:5")).argv
                == ["run", "--fast", "-P5", "desk17", "--port", "5", "x:5"])
        #expect(connector.launch(for: try target("spice", "desk17:5")).uri == "spice://desk17?port=5")
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        var scheme = "a"
        var argv = ["a", "{address}"]
        var uri: String?
        let pointer: String
        var testDescription: String { "\(scheme) \(argv) \(uri ?? "")" }
    }

    static let refused: [Refused] =
        ["", "A", "a b", "1a", "-a", "é"].map { Refused(scheme: $0, pointer: "/scheme") }
        + [[], ["a"], ["a", "{port}"]].map { Refused(argv: $0, pointer: "/argv") }
        + ["", "{address}", "/usr/bin/{host}", "-a", "a\nb"].map {
            Refused(argv: [$0, "{address}"], pointer: "/argv/0")
        }
        + ["{adress}", "{", "}", "{{host}}", "{}", "{ host }", "x\ny", "x\u{0}y"].map {
            Refused(argv: ["a", "{address}", $0], pointer: "/argv/2")
        }
        + ["", "{address}", "{host}:{port}", "1a:{address}", ":x", "a:x y", "a:\"x\"", "a:é", "a:{user}", "a"].map {
            Refused(uri: $0, pointer: "/uri")
        }

    @Test(arguments: refused) func `a template that cannot be is refused where it stands`(example: Refused) {
        let refusal = #expect(throws: Violation.self) {
            try Connector(scheme: example.scheme, argv: example.argv, uri: example.uri)
        }
        #expect(refusal?.pointer == example.pointer)
    }

    @Test(arguments: TargetTests.good) func `no address becomes an option or another argument`(
        example: TargetTests.Address
    ) throws {
        let target = try target(example.scheme, example.address)
        let connector = try Connector(
            scheme: target.scheme, argv: ["run", "--", "{address}", "{host}", "{unbracketed}"])
        let argv = connector.launch(for: target).argv
        #expect(argv.count == 5)
        #expect(argv[2...].allSatisfy { !$0.hasPrefix("-") && !$0.isEmpty })
    }
}
