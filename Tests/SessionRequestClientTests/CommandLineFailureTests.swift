internal import SessionRequestClient
internal import SessionRequestWire
internal import Testing
internal import session_request

@Suite("What the command line says when it cannot")
struct CommandLineFailureTests {
    @Test("Every reason of the service says no, names itself and says what to do", arguments: ErrorReason.allCases)
    func reasons(_ reason: ErrorReason) {
        var error = WireError(reason, "cannot do it")
        error.data.path = "/recipient/email"
        error.data.allowed = ["close"]
        let failure = Failure(error)
        #expect(failure.status == .refused)
        #expect(failure.message == "cannot do it [\(reason.rawValue)]")
        let hasNoAdvice: Set<ErrorReason> = [
            .parseError, .invalidRequest, .tooLarge, .canceled, .linkInvalid, .linkExpired,
        ]
        #expect((failure.hint == nil) == hasNoAdvice.contains(reason))
    }

    @Test("The service's own hint comes first")
    func hint() {
        var error = WireError(.permissionDenied, "cannot close session request 42")
        error.data.hint = "ask the assignee"
        #expect(
            Failure(error).text()
                == "session-request: cannot close session request 42 [permission_denied]\n  Ask the assignee.\n")
    }

    @Test("The way out names the session request and the caller", arguments: [nil, 42] as [Int64?])
    func wayOut(_ id: Int64?) {
        let number = id.map(String.init) ?? "ID"
        let claimed = Failure(WireError(.alreadyClaimed, "cannot claim it"), id: id).hint ?? ""
        #expect(claimed.contains("'session-request assign \(number) agent:\(Accounts.ownName)'"))
        let connected = Failure(ClientError.service(WireError(.alreadyConnected, "cannot connect it")), id: id)
        #expect(connected.hint?.contains("'session-request disconnect \(number)'") == true)
    }

    @Test(
        "A call that was not answered may have been done, unless it only reads",
        arguments: [
            ("rpc.hello", true), ("sessionRequest.list", true), ("sessionRequest.create", false), ("queue.next", false),
            ("no.such", false),
        ])
    func unanswered(_ method: String, _ onlyReads: Bool) {
        let hint = Failure(ClientError.deadlinePassed(method: method, seconds: 1)).hint ?? ""
        #expect(hint.contains("may have been done") == !onlyReads)
        #expect(hint.contains("session-request doctor") == onlyReads)
    }

    @Test("A refusal of a bulk names its operation, where it comes from one")
    func operation() throws {
        let operations = try Operations.read(#"[{"method":"a.b","params":{}},{"method":"c.d","params":{}}]"#)
        let refusal = WireError(.notFound, "cannot find it")
        let told = Operations.failure(Failure(refusal.inOperation(1)), of: operations)
        #expect(told.message == "cannot do operation 2, c.d: cannot find it [not_found]")
        #expect(told.hint?.hasPrefix("Nothing was done. ") == true && told.refusal?.reason == .notFound)
        #expect(Operations.failure(Failure(refusal), of: operations) == Failure(refusal))
        let beyond = Failure(refusal.inOperation(2))
        #expect(Operations.failure(beyond, of: operations) == beyond)
    }

    @Test("What the parser lists below its sentence is a part of it")
    func choices() {
        let text = "Error: 'x' is invalid. Please provide one of the following:\n  - one\n  - two\nHelp:  more"
        #expect(UsageMessage.failure(text).message.hasSuffix("one of the following: one, two"))
    }

    @Test("An invalid param names the option that it came from")
    func option() {
        let failure = Failure(WireError.invalidParams("cannot take it", path: "/externalReference/url"))
        #expect(failure.hint == "Look at --reference.")
    }

    @Test("The exit status tells who is to blame")
    func statuses() {
        #expect(Failure(ClientError.unreachable(path: "/s", cause: "c", advice: "a")).status == .unreachable)
        #expect(Failure(ClientError.protocolViolation("x")).status == .unreachable)
        #expect(Failure(ClientError.deadlinePassed(method: "m", seconds: 1)).status == .timedOut)
        #expect(Failure(Unreadable("cannot")).status == .usage)
        #expect([Failure.Status.refused, .unreachable, .usage, .timedOut].map(\.rawValue) == [1, 2, 3, 4])
    }

    @Test("Long words are wrapped for a terminal, and for nobody else")
    func wrapped() {
        let failure = Failure(
            .refused, String(repeating: "word ", count: 30) + "end", hint: String(repeating: "way ", count: 30) + "out")
        #expect(failure.text().split(separator: "\n").count == 2)
        let lines = failure.text(columns: 40).split(separator: "\n")
        #expect(lines.count > 6 && lines.allSatisfy { $0.count <= 40 })
        #expect(lines.last?.hasPrefix("  ") == true)
    }

    @Test("What somebody else put into a message does not act on the terminal")
    func hostile() {
        let text = Failure(WireError(.alreadyClaimed, "cannot claim: \u{1B}[2J has it")).text()
        #expect(!text.contains("\u{1B}"))
    }
}
