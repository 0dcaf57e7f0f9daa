internal import JSONRPC
internal import SessionRequestWire
internal import Testing

@Suite("Errors on the wire")
struct WireErrorTests {
    @Test("Error data with every member are written as they were read")
    func roundTrip() throws {
        let json = #"{"code":-32002,"message":"cannot go on","data":\#(Samples.errorData)}"#
        #expect(text(of: try WireError(from: node(json))) == json)
    }

    @Test("Each reason has a number of its own, and says whether trying again helps", arguments: ErrorReason.allCases)
    func reasons(_ reason: ErrorReason) throws {
        #expect(ErrorReason.allCases.filter { $0.code == reason.code } == [reason])
        let error = WireError(reason, "cannot")
        #expect(
            text(of: error)
                == #"{"code":\#(reason.code),"message":"cannot","data":{"reason":"\#(reason.rawValue)","retryable":\#(reason.isRetryable)}}"#
        )
        #expect(try WireError(from: node(text(of: error))).reason == reason)
    }

    @Test("A reason and members that only a newer service knows survive")
    func future() throws {
        let json = #"{"code":1999,"message":"cannot","data":{"reason":"moon_phase","retryable":true,"phase":3}}"#
        let error = try WireError(from: node(json))
        #expect(error.reason == nil)
        #expect(error.data.reason == "moon_phase")
        #expect(error.data.retryable)
    }

    @Test("An error without data, from anything else, can be read")
    func bare() throws {
        let error = try WireError(from: node(#"{"code":-32601,"message":"no"}"#))
        #expect(error.reason == nil)
        #expect(!error.data.retryable)
    }

    @Test(
        "What is made for a reason carries what its reader needs",
        arguments: [
            (
                WireError.invalidTransition("m", status: "open", allowed: ["close"]),
                #""reason":"invalid_transition","retryable":false,"status":"open","allowed":["close"]"#
            ),
            (WireError.invalidParams("m", path: "/id"), #""reason":"invalid_params","retryable":false,"path":"/id""#),
            (WireError.notFound("queue x"), #""reason":"not_found","retryable":false"#),
            (WireError.permissionDenied("m", hint: "h"), #""reason":"permission_denied","retryable":false,"hint":"h""#),
            (
                WireError.revisionConflict("m", revision: 3),
                #""reason":"revision_conflict","retryable":false,"revision":3"#
            ),
            (
                WireError.alreadyConnected("m", by: WireActor(kind: "user")),
                #""reason":"already_connected","retryable":false,"by":{"kind":"user"}"#
            ),
            (
                WireError.alreadyClaimed("m", by: WireActor(kind: "user")),
                #""reason":"already_claimed","retryable":false,"by":{"kind":"user"}"#
            ),
            (
                WireError.cursorExpired("m", earliest: "e.1", latest: "e.2"),
                #""reason":"cursor_expired","retryable":false,"earliest":"e.1","latest":"e.2""#
            ),
            (WireError.busy("m", retryAfter: 2), #""reason":"busy","retryable":true,"retryAfter":2"#),
            (
                WireError.rateLimited("m", retryAfter: 0.5),
                #""reason":"rate_limited","retryable":true,"retryAfter":0.5"#
            ),
            (WireError.tooLarge("m", hint: "h"), #""reason":"too_large","retryable":false,"hint":"h""#),
        ])
    func making(_ error: WireError, _ data: String) {
        #expect(text(of: error.data) == "{\(data)}")
    }

    @Test("The error of a bulk operation keeps its reason and says which it was")
    func bulk() {
        let error = WireError.invalidParams("m", path: "/id").inOperation(3)
        #expect(error.code == -32602)
        #expect(
            text(of: error.data)
                == #"{"reason":"invalid_params","retryable":false,"path":"/operations/3/params/id","#
                + #""cause":"invalid_params","index":3}"#)
    }

    @Test("A bulk operation is made from a method and its params")
    func operation() throws {
        let operation = try WireOperation(SessionRequestMethods.Claim.self, RequestChangeParams(id: 1, ifRevision: 2))
        #expect(text(of: operation) == #"{"method":"sessionRequest.claim","params":{"id":1,"ifRevision":2}}"#)
        #expect(try SessionRequestMethods.Claim.params(from: operation.params).ifRevision == 2)
    }
}
