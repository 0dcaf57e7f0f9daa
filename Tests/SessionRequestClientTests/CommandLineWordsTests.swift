internal import Foundation
internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire
internal import Testing
internal import session_request

@Suite("What is written on the command line")
struct CommandLineWordsTests {
    @Test("Every method of sessionRequest, queue and agent has a verb, and every verb is a command")
    func verbs() throws {
        let schema = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../schema/openrpc.json")
        let document = try JSONDocument([UInt8](Data(contentsOf: schema.standardized))).root
        let methods = document["methods"]?.elements.compactMap { $0["name"]?.string } ?? []
        let wanted = methods.filter { name in
            ["sessionRequest.", "queue.", "agent."].contains { name.hasPrefix($0) }
        }
        #expect(wanted.count > 25)
        #expect(wanted.filter { !VerbTable.methodNames.contains($0) } == [])
        #expect(Set(VerbTable.rows.map(\.verb)).union(["call"]) == Set(VerbTable.commands))
    }

    @Test("What failed of an invitation is told from what failed after it")
    func deliveries() throws {
        let screen = try CommandLineSamples.screen()
        func words(_ state: String, _ error: String?, attempts: Int64 = 1) -> String? {
            Words.delivery(WireDelivery(state: state, attempts: attempts, error: error), on: screen)
        }
        #expect(words("failed", "550 no", attempts: 2) == "failed: 550 no (2 attempts)")
        #expect(words("sent", "552 full") == "sent, a later message failed: 552 full")
        #expect(words("sent", nil) == "sent" && words("notRequested", nil) == nil)
    }

    @Test("The names of actions are shown as verbs")
    func actions() {
        #expect(VerbTable.verb(ofAction: "resendInvitation") == "invite")
        #expect(VerbTable.verb(ofAction: "rotateLink") == "rotate-link")
        #expect(VerbTable.verb(ofAction: "disconnect") == "disconnect")
        #expect(VerbTable.verb(ofAction: "dance") == "dance")
    }

    @Test(
        "Global options may stand before the verb",
        arguments: [
            (["list"], ["list"]), (["--json", "list", "-a"], ["list", "-a", "--json"]),
            (["--socket", "/s", "--color=never", "show", "1"], ["show", "1", "--socket", "/s", "--color=never"]),
            (["--timeout", "1s", "comment", "1", "--", "-x"], ["comment", "1", "--timeout", "1s", "--", "-x"]),
            (["--help"], ["--help"]), (["--socket"], ["--socket"]), ([], []),
        ])
    func order(_ arguments: [String], _ expected: [String]) {
        #expect(ArgumentOrder.globalOptionsLast(arguments) == expected)
    }

    @Test(
        "A verb that does not exist is answered with the nearest",
        arguments: [
            ("lst", "list"), ("crate", "create"), ("conect", "connect"), ("wtach", "watch"), ("clsoe", "close"),
        ])
    func suggestion(_ word: String, _ verb: String) {
        let failure = #expect(throws: Failure.self) { try Suggestion.check([word]) }
        #expect(failure?.status == .usage)
        #expect(failure?.hint == "Did you mean 'session-request \(verb)'?")
    }

    @Test("Verbs, options and help pass", arguments: [["list"], ["--version"], ["help", "list"], ["-h"], []])
    func noSuggestion(_ arguments: [String]) throws {
        try Suggestion.check(arguments)
    }

    @Test("Assignees")
    func assignees() throws {
        #expect(try WireTexts.assignee("me") == .me)
        #expect(try WireTexts.assignee("nobody") == nil)
        #expect(try WireTexts.assignee("agent:ana") == WireAssignee(type: "agent", id: "ana"))
        #expect(try WireTexts.assignee("queue:tier-1") == WireAssignee(type: "queue", id: "tier-1"))
        #expect(try WireTexts.assignee("client:a:b") == WireAssignee(type: "client", id: "a:b"))
        for text in ["", "ana", "queue:", "group:x", ":x"] {
            #expect(throws: Unreadable.self) { try WireTexts.assignee(text) }
        }
    }

    @Test("References, fields, invitations and numbers")
    func others() throws {
        #expect(try WireTexts.reference("SF:500") == WireExternalReference(system: "SF", id: "500"))
        #expect(try WireTexts.reference("SF:500:https://x/y").url == "https://x/y")
        #expect(try WireTexts.fields(["a=1", "b=c=d", "e="]) == ["a": "1", "b": "c=d", "e": ""])
        #expect(try WireTexts.invitation("email,sms") == WireInvitationChoice(email: true, sms: true))
        #expect(try WireTexts.number("#42") == 42)
        #expect(WireTexts.spaced(code: "123456789") == "123 456 789")
        for text in ["", "SF", "SF:", ":1", "SF:1:"] {
            #expect(throws: Unreadable.self) { try WireTexts.reference(text) }
        }
        for text in ["a", "=b"] { #expect(throws: Unreadable.self) { try WireTexts.field(text) } }
        #expect(throws: Unreadable.self) { try WireTexts.fields(["a=1", "a=2"]) }
        for text in ["", "fax", "email,"] { #expect(throws: Unreadable.self) { try WireTexts.invitation(text) } }
        for text in ["", "0", "-1", "x", "#", "9007199254740992", "٤"] {
            #expect(throws: Unreadable.self) { try WireTexts.number(text) }
        }
    }

    @Test("The operations of a bulk come one a line or in one array")
    func operations() throws {
        let line = #"{"method":"sessionRequest.claim","params":{"id":1}}"#
        #expect(try Operations.read("\(line)\n\n\(line)\n").count == 2)
        #expect(try Operations.read(" \n[\(line),\(line),\(line)]").map(\.method).last == "sessionRequest.claim")
        for text in ["", "\n", "[]", "{", "[1]", #"{"params":{}}"#, #"{"method":"a","extra":1}"#] {
            #expect(throws: Unreadable.self) { try Operations.read(text) }
        }
        #expect(throws: Unreadable.self) { try Operations.read(String(repeating: "\(line)\n", count: 1001)) }
    }

    @Test("What the parser says is said in this program's words")
    func usage() {
        let failure = UsageMessage.failure(
            "Error: Missing expected argument '<id>'\nUsage: x <id>\n  See 'session-request show --help' for more information."
        )
        #expect(failure.status == .usage)
        #expect(failure.message == "cannot read the command line: missing expected argument '<id>'")
        #expect(failure.hint == "'session-request show --help' shows how.")
        let own = UsageMessage.failure("Error: The value 'x' is invalid for '<id>': cannot take 'x': give a number")
        #expect(own.message == "cannot take 'x': give a number")
    }
}
