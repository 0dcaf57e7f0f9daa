internal import SessionRequestModel
internal import Testing

@Suite("What a log is told of a failure")
struct RedactionTests {
    @Test(
        "Addresses and telephone numbers are taken out, codes and words stay",
        arguments: [
            ("550 5.1.1 <maria@example.org>: no such user", "550 5.1.1 (an address) no such user"),
            ("maria@example.org", "(an address)"),
            ("cannot send to +351 211 234 567 now", "cannot send to (a number) now"),
            ("number(00351-211-234-567)", "number(a number)"),
            ("the endpoint answered 503", "the endpoint answered 503"),
            ("cannot connect to 10.0.0.1 port 25", "cannot connect to 10.0.0.1 port 25"),
            ("", ""),
        ])
    func addresses(text: String, shown: String) { #expect(Redaction.withoutAddresses(text) == shown) }
}
