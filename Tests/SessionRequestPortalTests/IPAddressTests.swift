internal import SessionRequestPortal
internal import Testing

@Suite struct IPAddressTests {
    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("::ffff:192.0.2.1", "192.0.2.1"), ("2001:DB8::0:1", "2001:db8::1"), ("::1", "::1"),
    ])
    func isWrittenTheShortestWay(text: String, written: String) {
        #expect(IPAddress(text)?.description == written)
    }

    @Test(arguments: [
        "", "localhost", "192.0.2", "192.0.2.1:80", "[::1]", "fe80::1%eth0", "1.2.3.4.5",
        String(repeating: "1", count: 500),
    ])
    func whatIsNoAddressIsNone(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func aNetworkOfIPv6IsOneVisitor() {
        #expect(IPAddress("2001:db8:0:1::1")?.network == IPAddress("2001:db8:0:1:ffff::9")?.network)
        #expect(IPAddress("2001:db8:0:1::1")?.network != IPAddress("2001:db8:0:2::1")?.network)
        #expect(IPAddress("192.0.2.1")?.network != IPAddress("192.0.2.2")?.network)
    }
}
