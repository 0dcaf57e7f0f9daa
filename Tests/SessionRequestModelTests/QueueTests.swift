internal import SessionRequestModel
internal import Testing

@Suite struct QueueTests {
    static func sample(id: String = "tier-1") -> Queue {
        Queue(
            id: id, name: "Tier 1", description: "", users: ["ana"], groups: ["desk"], defaultExpirySeconds: nil,
            defaultLanguage: "pt-BR", publicPage: false, strategy: .manual, fallback: nil, createdAt: Sample.start,
            updatedAt: Sample.start, revision: 1)
    }

    @Test(arguments: ["a", "tier-1", "0", "-", "a--b", String(repeating: "z", count: 64)])
    func `a slug is an id`(id: String) throws {
        try Self.sample(id: id).check()
    }

    @Test(arguments: ["", "Tier", "a b", "a_b", "a.b", "ä", "a\n", "a/../b", String(repeating: "z", count: 65)])
    func `anything else is not`(id: String) {
        let refusal = #expect(throws: Violation.self) { try Self.sample(id: id).check() }
        #expect(refusal?.pointer == "/id")
    }

    @Test func `a queue does not fall back on itself`() throws {
        var queue = Self.sample()
        queue.fallback = "tier-1"
        #expect(throws: Violation("must be another queue", at: "/fallback")) { try queue.check() }
        queue.fallback = "tier-2"
        try queue.check()
    }

    @Test func `a request of a queue lives at least a second`() {
        var queue = Self.sample()
        queue.defaultExpirySeconds = 0
        #expect(throws: Violation.self) { try queue.check() }
    }

    @Test func `members are named by user or by group`() {
        let queue = Self.sample()
        #expect(queue.hasMember(user: "ana", groups: []))
        #expect(queue.hasMember(user: "ben", groups: ["users", "desk"]))
        #expect(!queue.hasMember(user: "ben", groups: ["users"]))
        #expect(!queue.hasMember(user: "desk", groups: ["ana"]))
    }
}
