internal import SessionRequestModel
internal import Testing

@Suite("Networks of visitors")
struct SourceNetworkTests {
    @Test(
        "an IPv6 address counts as its /64, an IPv4 address as itself, however it is written",
        arguments: [
            ("203.0.113.7", "203.0.113.7"), ("::ffff:203.0.113.7", "203.0.113.7"),
            ("2001:db8:1:2::1", "2001:db8:1:2::/64"), ("2001:DB8:1:2:ffff::9", "2001:db8:1:2::/64"),
            ("2001:0db8:0001:0003::", "2001:db8:1:3::/64"), ("by hand", "by hand"), ("", ""),
        ])
    func key(_ address: String, _ key: String) {
        #expect(SourceNetwork.key(of: address) == key)
    }
}
