internal import SessionRequestPortal
internal import Testing

@Suite struct HTTPDateTests {
    @Test(arguments: [(0, "Thu, 01 Jan 1970 00:00:00 GMT"), (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT")])
    func isWrittenAsTheStandardSays(seconds: Int, text: String) {
        #expect(HTTPDate.text(at: seconds) == text)
    }
}

@Suite struct ListenAddressTests {
    @Test(arguments: [
        ("127.0.0.1:7080", ListenAddress.internet(host: "127.0.0.1", port: 7080)),
        ("[::1]:80", .internet(host: "::1", port: 80)), ("unix:/run/x.sock", .unix(path: "/run/x.sock")),
    ])
    func areReadAsTheyAreWritten(text: String, address: ListenAddress) {
        #expect(ListenAddress(text) == address)
    }

    @Test(arguments: ["", "7080", "localhost:7080", "127.0.0.1", "127.0.0.1:70800", "unix:", "127.0.0.1:-1"])
    func whatIsNoneIsNone(text: String) {
        #expect(ListenAddress(text) == nil)
    }
}
