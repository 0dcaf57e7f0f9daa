internal import SessionRequestPortal
internal import Testing

@Suite struct PublicAddressTests {
    @Test(arguments: [
        ("http://localhost:7080", "http://localhost:7080", "", false),
        ("https://Help.example.org:443/a/b", "https://help.example.org", "/a/b", true),
        ("https://help.example.org:8443", "https://help.example.org:8443", "", true),
        ("http://help.example.org:80/x", "http://help.example.org", "/x", false),
    ])
    func itFallsIntoItsParts(text: String, origin: String, prefix: String, isSecure: Bool) {
        let address = PublicAddress(text)
        #expect(address.origin == origin)
        #expect(address.prefix == prefix)
        #expect(address.isSecure == isSecure)
        #expect(address.outer("/s/x") == prefix + "/s/x")
    }

    @Test(arguments: [
        ("/help/s/x", "/s/x"), ("/s/x", "/s/x"), ("/help", "/"), ("/help/", "/"), ("/helper/s/x", "/helper/s/x"),
        ("/", "/"),
    ])
    func aProxyMayTakeThePrefixOffOrNot(path: String, inner: String) {
        #expect(PublicAddress("https://example.org/help").inner(of: path[...]) == inner)
    }
}
