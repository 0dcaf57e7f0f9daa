internal import Foundation
internal import SessionRequestCourier
internal import Testing

@Suite("Webhooks")
struct WebhookTests {
    // The example of the specification's own reference implementations.
    @Test("A signature is that of Standard Webhooks")
    func signature() throws {
        let signature = try #require(WebhookSignature(secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
        let value = signature.value(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: Array(#"{"test": 2432232314}"#.utf8))
        #expect(value == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test("A secret that is none is refused", arguments: ["", "whsec_", "whsec_%%%", "whsec_YWJj", "not base64!"])
    func secrets(secret: String) { #expect(WebhookSignature(secret: secret) == nil) }

    @Test(
        "An answer is done, for later, or for good",
        arguments: [
            (200, true, false), (204, true, false), (301, false, true), (400, false, false), (401, false, true),
            (404, false, true), (410, false, false), (422, false, false), (429, false, true), (500, false, true),
            (503, false, true), (0, false, true),
        ])
    func verdict(status: Int, isDelivered: Bool, isRetried: Bool) {
        switch WebhookVerdict.outcome(status: status, retryAfter: nil, now: Date(), of: "endpoint") {
        case .delivered: #expect(isDelivered)
        case .failed(_, let retryAfter): #expect(isRetried && retryAfter == nil)
        case .refused: #expect(!isDelivered && !isRetried)
        }
    }

    @Test(
        "Retry-After is seconds or a date",
        arguments: [
            ("120", 120.0), (" 5 ", 5), ("Wed, 18 Nov 2026 11:07:40 GMT", 60), ("Wed, 18 Nov 2026 11:00:00 GMT", 0),
            ("99999999999", 86_400), ("soon", nil), ("-1", nil), ("", nil),
        ] as [(String, Double?)])
    func retryAfter(value: String, seconds: Double?) {
        #expect(WebhookVerdict.seconds(value, now: Date(timeIntervalSince1970: 1_795_000_000)) == seconds)
    }

    @Test(
        "A reason is one line that hides nothing",
        arguments: [
            ("a\r\nb", "a b"), ("", "it failed without a reason"), ("a\u{1B}[31mb", "a [31mb"), ("a\u{202E}b", "a b"),
            (String(repeating: "x", count: 600), String(repeating: "x", count: 512)),
        ])
    func reasons(text: String, line: String) { #expect(Complaint.line(text) == line) }

    @Test("It is idle when nobody has had anything for long enough")
    func idleness() {
        let start = ContinuousClock.now
        var idleness = Idleness(since: start)
        #expect(idleness.remaining(of: .seconds(5), at: start + .seconds(2)) == .seconds(3))
        idleness.taken()
        #expect(idleness.remaining(of: .seconds(5), at: start + .seconds(9)) == nil)
        idleness.taken()
        idleness.finished(at: start + .seconds(9))
        #expect(idleness.remaining(of: .seconds(5), at: start + .seconds(9)) == nil)
        idleness.finished(at: start + .seconds(10))
        #expect(idleness.remaining(of: .seconds(5), at: start + .seconds(20)) == .zero)
    }
}
