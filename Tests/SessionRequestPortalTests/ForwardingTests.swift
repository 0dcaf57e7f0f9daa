internal import SessionRequestConfiguration
internal import SessionRequestPortal
internal import Testing

@Suite struct ForwardingTests {
    private static let trusted = TrustedProxies(["10.0.0.0/8", "2001:db8::/32", "127.0.0.1"])

    private static func peer(_ text: String) -> Peer { IPAddress(text).map { .address($0) } ?? .unix }

    private static func source(
        _ peer: String, forwarded: [String] = [], forwardedFor: [String] = [], trusted: TrustedProxies = trusted
    ) -> String? {
        let isOlder = forwarded.isEmpty
        return Forwarding.source(
            peer: self.peer(peer), values: isOlder ? forwardedFor : forwarded,
            of: isOlder ? .xForwardedFor : .forwarded, trusted: trusted)?.description
    }

    @Test func whoIsNotTrustedIsTheVisitor() {
        #expect(Self.source("192.0.2.9", forwardedFor: ["198.51.100.1"]) == "192.0.2.9")
        #expect(Self.source("192.0.2.9", forwarded: ["for=198.51.100.1"]) == "192.0.2.9")
    }

    @Test func theNearestThatIsNotTrustedIsTheVisitor() {
        #expect(Self.source("127.0.0.1", forwardedFor: ["6.6.6.6, 198.51.100.1, 10.1.2.3"]) == "198.51.100.1")
        #expect(Self.source("127.0.0.1", forwardedFor: ["6.6.6.6", "198.51.100.1", "10.1.2.3"]) == "198.51.100.1")
        #expect(Self.source("127.0.0.1", forwardedFor: ["10.9.9.9"]) == "10.9.9.9")
        #expect(Self.source("127.0.0.1") == "127.0.0.1")
    }

    @Test(arguments: [
        ("for=198.51.100.1", "198.51.100.1"), ("For=\"198.51.100.1:4711\";proto=https", "198.51.100.1"),
        ("proto=https;for=\"[2001:DB9::1]:4711\"", "2001:db9::1"), ("for=\"[2001:db9::1]\"", "2001:db9::1"),
        ("for=unknown", "127.0.0.1"), ("for=_hidden", "127.0.0.1"), ("", "127.0.0.1"), ("for=", "127.0.0.1"),
        ("for=6.6.6.6, for=198.51.100.1", "198.51.100.1"),
    ])
    func forwardedIsReadAsItIsWritten(value: String, source: String) {
        #expect(Self.source("127.0.0.1", forwarded: [value]) == source)
    }

    @Test func aUnixSocketIsTrustedOnlyWhenItIsNamed() {
        #expect(Self.source("unix", forwardedFor: ["198.51.100.1"]) == nil)
        #expect(
            Self.source("unix", forwardedFor: ["198.51.100.1"], trusted: TrustedProxies(["unix"])) == "198.51.100.1")
        #expect(Self.source("unix", trusted: TrustedProxies(["unix"])) == nil)
    }

    @Test func aFloodOfHopsIsNotFollowed() {
        let hops = (0..<10_000).map { _ in "10.0.0.1" }.joined(separator: ",")
        #expect(Self.source("127.0.0.1", forwardedFor: ["6.6.6.6," + hops]) == "10.0.0.1")
    }

    @Test(arguments: [
        ("10.255.0.1", true), ("11.0.0.1", false), ("2001:db8:ffff::1", true), ("2001:db9::1", false),
        ("127.0.0.1", true), ("127.0.0.2", false), ("::ffff:10.0.0.1", true),
    ])
    func networksHoldTheirAddresses(address: String, isTrusted: Bool) {
        #expect(Self.trusted.trust(Self.peer(address)) == isTrusted)
    }
}
