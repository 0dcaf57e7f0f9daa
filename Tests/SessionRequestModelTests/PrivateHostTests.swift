internal import SessionRequestModel
internal import Testing

@Suite struct PrivateHostTests {
    /// Hosts that lead into the agent's own network or machine.
    static let inside = [
        "127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "172.16.0.1",
        "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.1", "198.18.0.1",
        "198.19.255.255", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
        "[::]", "[::1]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::0001]", "[::7f00:1]",
        "[::127.0.0.1]", "[::ffff:127.0.0.1]", "[::FFFF:7f00:1]", "[0:0:0:0:0:ffff:c0a8:1]", "[::ffff:10.0.0.1]",
        "[::ffff:169.254.169.254]", "[::ffff:0:127.0.0.1]", "[64:ff9b::10.0.0.1]", "[64:ff9b::7f00:1]",
        "[64:ff9b:1::8.8.8.8]", "[2002:7f00:1::]", "[2002:c0a8:101::1]", "[2001:0:1:2:3:4:80ff:fffe]", "[fe80::1]",
        "[FE80::1]", "[febf::1]", "[fec0::1]", "[fc00::1]", "[fd12:3456::1]", "[ff02::1]", "[100::1]",
        "localhost", "LOCALHOST", "LocalHost", "x.localhost", "localhost.localdomain", "desk17", "DESK-17",
        "printer.local",
        "x.LOCAL", "db.internal", "nas.lan", "nas.home", "x.home.arpa", "X.Home.Arpa", "x.intranet", "x.corp",
        "x.private",
    ]

    @Test(arguments: inside) func `a private host needs the configuration's leave`(host: String) throws {
        for (scheme, address) in [("vnc", host), ("rdp", "\(host):3389"), ("ssh", "root@\(host):22")] {
            let refusal = #expect(throws: Violation.self) {
                try Target(scheme: scheme, address: address, allowsPrivateHosts: false)
            }
            #expect(refusal?.pointer == "/address")
            #expect(refusal?.message.contains("policy.allowPrivateHosts") == true)
            _ = try Target(scheme: scheme, address: address, allowsPrivateHosts: true)
        }
    }

    @Test(arguments: [
        "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "126.0.0.1", "128.0.0.1",
        "169.253.0.1",
        "172.15.0.1", "172.32.0.1", "192.0.1.1", "192.0.43.8", "192.167.0.1", "198.17.0.1", "198.20.0.1",
        "223.255.255.255",
        "[2001:4860:4860::8888]", "[::ffff:8.8.8.8]", "[64:ff9b::8.8.8.8]", "[2002:808:808::1]", "[2a00::1]",
        "example.org", "local.example.org", "localhost.example.org", "home.example", "10.example.org",
        "fe80.example.org",
    ])
    func `a host of the internet does not`(host: String) throws {
        _ = try Target(scheme: "vnc", address: host, allowsPrivateHosts: false)
        _ = try Target(scheme: "ssh", address: "root@\(host)", allowsPrivateHosts: false)
    }

    /// Ways to write 127.0.0.1 that resolvers take: no leave makes them addresses.
    @Test(arguments: [
        "2130706433", "017700000001", "0x7f000001", "0x7F.0.0.1", "0177.0.0.1", "127.1", "127.0.1", "127.0.0.0x1",
        "127.0.0.01", "127.0.0.1.", "localhost.", "127.000.000.001", "[::ffff:0x7f.0.0.1]", "[::1%lo]", "[::1]%lo",
        "127.0.0.1%2f", "%31%32%37.0.0.1", "①②⑦.0.0.1", "127。0。0。1", "１２７.0.0.1", "0", "0x0", "00", "127.0.0.1.0",
    ])
    func `a disguised loopback address is no address`(host: String) {
        for allowsPrivateHosts in [true, false] {
            #expect(throws: Violation.self) {
                try Target(scheme: "vnc", address: host, allowsPrivateHosts: allowsPrivateHosts)
            }
            #expect(throws: Violation.self) {
                try Target(scheme: "ssh", address: "root@\(host)", allowsPrivateHosts: allowsPrivateHosts)
            }
        }
    }

    /// A scheme that the configuration adds has no grammar here, but what looks like a host is looked at as one.
    @Test(arguments: [
        "127.0.0.1", "127.0.0.1:5900", "u@10.0.0.1", "[::1]:5900", "[::ffff:10.0.0.1]", "localhost", "LOCALHOST:1",
        "u@localhost", "nas.local", "127.1", "0x7f.1", "127.0.0.1/path", "localhost/x",
    ])
    func `an added scheme does not lead into a private network either`(address: String) throws {
        let refusal = #expect(throws: Violation.self) {
            try Target(scheme: "spice", address: address, allowsPrivateHosts: false)
        }
        #expect(refusal?.pointer == "/address")
    }

    @Test(arguments: ["desk17", "123456789", "2130706433", "team-4/desk-17", "r1234.example.org", "a:b:c"])
    func `an identifier of an added scheme is not a host`(address: String) throws {
        _ = try Target(scheme: "spice", address: address, allowsPrivateHosts: false)
    }
}
