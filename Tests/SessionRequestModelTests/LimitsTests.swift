internal import SessionRequestModel
internal import Testing

@Suite struct LimitsTests {
    /// Something with a size that somebody outside chooses.
    struct Bound: Sendable, CustomTestStringConvertible {
        let name: String
        let limit: Int
        /// Where the violation points.
        let pointer: String
        /// Makes one of this size.
        let make: @Sendable (Int) throws -> Void
        var testDescription: String { name }
    }

    private static func text(_ size: Int) -> String { String(repeating: "x", count: size) }

    private static func create(_ change: (inout SessionRequestDraft) throws -> Void) throws {
        var draft = try Sample.draft()
        try change(&draft)
        _ = try SessionRequest.created(from: draft, id: 1, by: Sample.ana, at: Sample.start)
    }

    private static func edit(_ change: (inout SessionRequest.Edit) throws -> Void) throws {
        var edit = SessionRequest.Edit()
        try change(&edit)
        var request = try Sample.request()
        _ = try request.edited(edit, by: Sample.ana, at: Sample.at(1))
    }

    private static func queue(_ change: (inout Queue) -> Void) throws {
        var queue = QueueTests.sample()
        change(&queue)
        try queue.check()
    }

    private static func target(_ size: Int) throws {
        // Labels of 49 characters and a dot between them.
        let host = String(String(repeating: text(49) + ".", count: 6).prefix(size - 6)) + ":65535"
        _ = try Target(scheme: "vnc", address: host, allowsPrivateHosts: false)
    }

    static let bounds: [Bound] = [
        Bound(name: "recipient.name", limit: 128, pointer: "/name") { _ = try Recipient(name: text($0)) },
        Bound(name: "recipient.email", limit: 254, pointer: "/email") { size in
            _ = try Recipient(name: "M", email: text(size - 12) + "@example.com")
        },
        Bound(name: "recipient.phone", limit: 32, pointer: "/phone") {
            _ = try Recipient(name: "M", phone: String(repeating: "1", count: $0))
        },
        Bound(name: "recipient.language", limit: 35, pointer: "/language") {
            _ = try Recipient(name: "M", language: String(String(repeating: "abcdefg-", count: 6).prefix($0)))
        },
        Bound(name: "subject, created", limit: 256, pointer: "/subject") { size in
            try create { $0.subject = text(size) }
        },
        Bound(name: "subject, edited", limit: 256, pointer: "/subject") { size in try edit { $0.subject = text(size) }
        },
        Bound(name: "comments, created", limit: 4096, pointer: "/comments") { size in
            try create { $0.comments = text(size) }
        },
        Bound(name: "comments, edited", limit: 4096, pointer: "/comments") { size in
            try edit { $0.comments = text(size) }
        },
        Bound(name: "comment", limit: 4096, pointer: "/text") { size in
            var request = try Sample.request()
            _ = try request.commented(text(size), by: Sample.ana, at: Sample.at(1))
        },
        Bound(name: "note", limit: 4096, pointer: "/note") { try SessionRequest.check(note: text($0)) },
        Bound(name: "tag", limit: 64, pointer: "/tags/0") { size in try create { $0.tags = [text(size)] } },
        Bound(name: "tags", limit: 32, pointer: "/tags") { size in try create { $0.tags = (0..<size).map { "t\($0)" } }
        },
        Bound(name: "custom fields", limit: 16, pointer: "/customFields") { size in
            try edit { $0.customFields = Dictionary(uniqueKeysWithValues: (0..<size).map { ("f\($0)", "") }) }
        },
        Bound(name: "custom name", limit: 64, pointer: "/customFields/\(text(65))") { size in
            try create { $0.customFields = [text(size): ""] }
        },
        Bound(name: "custom value", limit: 512, pointer: "/customFields/a") { size in
            try create { $0.customFields = ["a": text(size)] }
        },
        Bound(name: "external system", limit: 128, pointer: "/system") {
            _ = try ExternalReference(system: text($0), id: "1")
        },
        Bound(name: "external id", limit: 128, pointer: "/id") { _ = try ExternalReference(system: "s", id: text($0)) },
        Bound(name: "external url", limit: 2048, pointer: "/url") {
            _ = try ExternalReference(system: "s", id: "1", url: "https://" + text($0 - 8))
        },
        Bound(name: "feedback", limit: 4096, pointer: "/comment") {
            _ = try Feedback(rating: 1, comment: text($0), at: Sample.start)
        },
        Bound(name: "rating", limit: 5, pointer: "/rating") {
            _ = try Feedback(rating: $0, comment: nil, at: Sample.start)
        },
        Bound(name: "time zone", limit: 64, pointer: "/timeZone") {
            _ = try Schedule(startsAt: Sample.start, timeZone: text($0))
        },
        Bound(name: "client name", limit: 128, pointer: "/name") { _ = try JoinClient(name: text($0)) },
        Bound(name: "client version", limit: 64, pointer: "/version") {
            _ = try JoinClient(name: "a", version: text($0))
        },
        Bound(name: "client platform", limit: 64, pointer: "/platform") {
            _ = try JoinClient(name: "a", platform: text($0))
        },
        Bound(name: "permissions", limit: 32, pointer: "/permissions") { size in
            _ = try Join(
                method: .manual, client: nil, target: Sample.join().target, grantedAt: Sample.start,
                permissions: Array(repeating: "view", count: size), leaseExpiresAt: nil)
        },
        Bound(name: "permission", limit: 64, pointer: "/permissions/0") { size in
            _ = try Join(
                method: .manual, client: nil, target: Sample.join().target, grantedAt: Sample.start,
                permissions: [text(size)], leaseExpiresAt: nil)
        },
        Bound(name: "scheme", limit: 64, pointer: "/scheme") {
            _ = try Target(scheme: text($0), address: "a", allowsPrivateHosts: false)
        },
        Bound(name: "address", limit: 255, pointer: "/address") { try target($0) },
        Bound(name: "assigned agent", limit: 128, pointer: "/id") { _ = try Assignee(type: "agent", id: text($0)) },
        Bound(name: "assigned queue", limit: 64, pointer: "/id") { _ = try Assignee(type: "queue", id: text($0)) },
        Bound(name: "assigned client", limit: 128, pointer: "/id") { _ = try Assignee(type: "client", id: text($0)) },
        Bound(name: "queue name", limit: 128, pointer: "/name") { size in try queue { $0.name = text(size) } },
        Bound(name: "queue description", limit: 4096, pointer: "/description") { size in
            try queue { $0.description = text(size) }
        },
        Bound(name: "queue users", limit: 256, pointer: "/members/users") { size in
            try queue { $0.users = (0..<size).map { "u\($0)" } }
        },
        Bound(name: "queue groups", limit: 256, pointer: "/members/groups") { size in
            try queue { $0.groups = (0..<size).map { "g\($0)" } }
        },
        Bound(name: "queue user", limit: 128, pointer: "/members/users/0") { size in
            try queue { $0.users = [text(size)] }
        },
        Bound(name: "queue fallback", limit: 64, pointer: "/fallback") { size in
            try queue { $0.fallback = text(size) }
        },
        Bound(name: "queue expiry", limit: 315_360_000, pointer: "/defaultExpirySeconds") { size in
            try queue { $0.defaultExpirySeconds = Int64(size) }
        },
        Bound(name: "connector argument", limit: 1024, pointer: "/argv/1") {
            _ = try Connector(scheme: "a", argv: ["a", text($0 - 9) + "{address}"])
        },
        Bound(name: "connector arguments", limit: 64, pointer: "/argv") {
            _ = try Connector(scheme: "a", argv: ["a"] + Array(repeating: "{address}", count: $0 - 1))
        },
        Bound(name: "connector URI", limit: 1024, pointer: "/uri") {
            _ = try Connector(scheme: "a", argv: ["a", "{address}"], uri: "a:" + text($0 - 2))
        },
        Bound(name: "custom AnyDesk prefix", limit: 32, pointer: "") {
            _ = try Connector.customAnyDesk(prefix: text($0))
        },
    ]

    @Test(arguments: bounds) func `what is as large as its limit is taken`(bound: Bound) throws {
        try bound.make(bound.limit)
    }

    @Test(arguments: bounds) func `what is one over its limit is refused where it stands`(bound: Bound) {
        let refusal = #expect(throws: Violation.self) { try bound.make(bound.limit + 1) }
        #expect(refusal?.pointer == bound.pointer)
    }

    @Test func `a limit counts scalars, however many bytes they take`() throws {
        _ = try Recipient(name: String(repeating: "é", count: 128))
        _ = try Recipient(name: String(repeating: "🖨", count: 128))
        // One character for a reader, but two scalars.
        #expect(throws: Violation.self) { try Recipient(name: String(repeating: "e\u{301}", count: 65)) }
    }
}
