internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestWire
internal import Testing

@Suite("A bulk")
struct BulkTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    private func run(_ operations: [WireOperation], by caller: Caller = People.ana) async throws -> [JSONNode] {
        let result = try await desk.write(desk.desk.bulk(.init(operations: operations), by: caller))
        return try result.results.map { try JSONDocument($0).root }
    }

    private func create(_ name: String, key: String? = nil) throws -> WireOperation {
        try WireOperation(Methods.Create.self, .init(recipient: .init(name: name), idempotencyKey: key))
    }

    @Test("does its operations in order, each seeing those before, and answers as each would alone")
    func inOrder() async throws {
        let results = try await run([
            create("Maria"),
            WireOperation(Methods.Assign.self, .init(id: 1, assignee: .value(.me))),
            WireOperation(Methods.Comment.self, .init(id: 1, text: "hello")),
            WireOperation(Methods.Close.self, .init(id: 1)),
            WireOperation(Methods.Reopen.self, .init(id: 1)),
        ])
        let statuses = results.compactMap { $0["sessionRequest"]?["status"]?.string }
        #expect(statuses == ["open", "open", "open", "closed", "open"])
        #expect(results.compactMap { $0["sessionRequest"]?["revision"]?.integer } == [1, 2, 3, 4, 5])
        let last = try #require(results.last?["sessionRequest"])
        #expect(try WireSessionRequest(from: last) == (try desk.get(1)))
    }

    @Test("knows every change of a request by its name")
    func methods() async throws {
        let names = [
            "create", "update", "assign", "claim", "comment", "reschedule", "connect", "requestAccess", "disconnect",
            "close", "reopen", "resendInvitation", "rotateLink",
        ]
        for name in names {
            let params = try JSONDocument("{}").root
            let operation = WireOperation(method: "sessionRequest.\(name)", params: params)
            let error = try await refusal { try await run([operation]) }
            #expect(
                error.data.path == (name == "create" ? "/operations/0/params/recipient" : "/operations/0/params/id"))
        }
    }

    @Test(
        "refuses what is no change of a request", arguments: ["sessionRequest.get", "queue.create", "rpc\n.ping", ""])
    func otherMethods(name: String) async throws {
        let error = try await refusal {
            try await run([create("Maria"), WireOperation(method: name, params: nil)])
        }
        #expect(error.reason == .invalidParams)
        #expect(error.data.path == "/operations/1/method")
        #expect(error.data.index == 1)
        #expect(error.data.cause == "invalid_params")
    }

    @Test("tells which param of which operation is wrong")
    func path() async throws {
        let error = try await refusal {
            try await run([create("Maria"), create(""), WireOperation(Methods.Comment.self, .init(id: 1, text: ""))])
        }
        #expect(error.data.path == "/operations/1/params/recipient/name")
        #expect(error.data.index == 1)
        let missing = WireOperation(method: Methods.Claim.name, params: nil)
        #expect(try await refusal { try await run([missing]) }.data.path == "/operations/0/params/id")
    }

    @Test("leaves nothing when one operation fails, keys neither")
    func nothing() async throws {
        let id = try await desk.create()
        let before = try desk.log().count
        let error = try await refusal {
            try await run([
                create("Ines", key: "k1"),
                WireOperation(Methods.Comment.self, .init(id: id, text: "never")),
                create("Rosa", key: "k2"),
                WireOperation(Methods.Claim.self, .init(id: 999)),
            ])
        }
        #expect(error.reason == .notFound)
        #expect(error.data.cause == "not_found")
        #expect(error.data.index == 3)
        #expect(try desk.log().count == before)
        #expect(try desk.kept(id).comments == nil)
        let fresh = try await desk.create(.init(recipient: .init(name: "Other"), idempotencyKey: "k1"))
        #expect(fresh.recipient.name == "Other")
    }

    @Test("keeps a key for the operations after it, and for a retry of the whole")
    func keys() async throws {
        let operations = [try create("Maria", key: "k"), try create("Maria", key: "k")]
        let results = try await run(operations)
        #expect(results.compactMap { $0["sessionRequest"]?["id"]?.integer } == [1, 1])
        #expect(try await run(operations).compactMap { $0["sessionRequest"]?["id"]?.integer } == [1, 1])
        #expect(try desk.types() == [.created])
    }

    @Test("refuses to do nothing")
    func empty() async throws {
        #expect(try await refusal { try await run([]) }.data.path == "/operations")
    }

    @Test("carries the error of an operation whole")
    func whole() async throws {
        let id = try await desk.ready(assignee: .agent("ben"))
        let error = try await refusal { try await run([WireOperation(Methods.Connect.self, .init(id: id))]) }
        #expect(error.reason == .alreadyClaimed)
        #expect(error.data.by?.user == "ben")
        #expect(error.data.cause == "already_claimed" && error.data.index == 0)
    }
}
