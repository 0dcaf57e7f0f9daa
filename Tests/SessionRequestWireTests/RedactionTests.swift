internal import JSONRPC
internal import SessionRequestWire
internal import Testing

@Suite("What a viewer reads")
struct RedactionTests {
    private static let hidden = [
        "mail", "phone", "comments", "link", "code", "mailError", "smsError", "address", "scheme", "note", "feedback",
        "fieldName", "fieldValue",
    ].map { "SECRET-\($0)" }

    private static let shown = [
        "name", "language", "subject", "tag", "zone", "permission", "client", "version", "platform", "agent", "closer",
        "system", "reference", "url", "assignee", "action",
    ].map { "PUBLIC-\($0)" }

    /// A request with a canary in every text; `choices` says, bit by bit, which optional parts it has.
    private static func request(_ choices: UInt64) -> WireSessionRequest {
        func maybe<Part>(_ bit: UInt64, _ part: Part) -> Part? { choices >> bit & 1 == 1 ? part : nil }
        let at = "2026-11-23T09:30:00.000Z"
        return WireSessionRequest(
            id: 1, revision: 1, status: "closed", statusSince: at, subject: maybe(0, "PUBLIC-subject"),
            recipient: WireRecipient(
                name: "PUBLIC-name", email: maybe(1, "SECRET-mail"), phone: maybe(2, "SECRET-phone"),
                language: maybe(3, "PUBLIC-language")),
            comments: maybe(4, "SECRET-comments"),
            assignee: maybe(5, WireAssignee(type: "agent", id: "PUBLIC-assignee")),
            createdBy: WireActor(kind: "user", user: "PUBLIC-agent"), createdAt: at, updatedAt: at,
            schedule: maybe(6, WireSchedule(startsAt: at, timeZone: "PUBLIC-zone")), expiresAt: at,
            link: maybe(7, "SECRET-link"), code: maybe(8, "SECRET-code"),
            invitation: WireInvitation(
                email: WireDelivery(state: "failed", at: at, attempts: 1, error: maybe(9, "SECRET-mailError")),
                sms: WireDelivery(state: "failed", at: at, attempts: 1, error: maybe(10, "SECRET-smsError"))),
            join: maybe(
                11,
                WireJoin(
                    method: "client",
                    client: WireJoinClient(
                        name: "PUBLIC-client", version: "PUBLIC-version", platform: "PUBLIC-platform"),
                    target: maybe(12, WireTarget(scheme: "SECRET-scheme", address: "SECRET-address")), grantedAt: at,
                    permissions: ["PUBLIC-permission"])),
            connection: maybe(
                13, WireConnection(agent: WireActor(kind: "user", user: "PUBLIC-agent"), since: at, leased: true)),
            closed: maybe(
                14,
                WireClosure(
                    reason: "done", by: WireActor(kind: "user", user: "PUBLIC-closer"), at: at,
                    note: maybe(15, "SECRET-note"))
            ),
            feedback: maybe(16, WireFeedback(rating: 4, comment: maybe(17, "SECRET-feedback"), at: at)),
            queuePosition: maybe(18, 7), priority: "high", tags: ["PUBLIC-tag"],
            externalReference: maybe(
                19, WireExternalReference(system: "PUBLIC-system", id: "PUBLIC-reference", url: "PUBLIC-url")),
            customFields: maybe(20, ["SECRET-fieldName": "SECRET-fieldValue"]) ?? [:],
            allowedActions: maybe(21, ["PUBLIC-action"]), redacted: true)
    }

    @Test("Nothing hidden is left, whichever parts a request has")
    func nothingHidden() throws {
        var generator = SystemRandomNumberGenerator()
        let choices =
            [0, UInt64.max] + (0..<22).map { 1 << $0 }
            + (0..<500).map { _ in UInt64.random(in: 0...(1 << 22), using: &generator) }
        for choice in choices {
            let written = text(of: Self.request(choice))
            #expect(!written.contains("SECRET-"), "choices \(choice)")
            let members = Set(try node(written).members.map { $0.name.string ?? "" })
            #expect(members.isDisjoint(with: ["link", "code", "comments", "customFields"]), "choices \(choice)")
        }
    }

    @Test("Everything else is there")
    func everythingElse() {
        let written = text(of: Self.request(.max))
        for canary in Self.shown { #expect(written.contains(canary)) }
    }

    @Test("An agent reads all of it, so that the canaries above would have been found")
    func agentsView() {
        var request = Self.request(.max)
        request.redacted = false
        let written = text(of: request)
        for canary in Self.hidden + Self.shown { #expect(written.contains(canary)) }
    }

    @Test("An event carries no more than its request")
    func event() {
        let event = WireEvent(
            cursor: "e.1", type: "sessionRequest.closed", at: "x", actor: WireActor(kind: "clock"),
            sessionRequest: Self.request(.max))
        #expect(!text(of: event).contains("SECRET-"))
    }

    @Test("Redacted nouns keep nothing that encoding would hide", arguments: [true, false])
    func nouns(_ isRedacted: Bool) {
        let request = Self.request(.max)
        let parts = [
            text(of: isRedacted ? request.recipient.redacted : request.recipient),
            text(of: isRedacted ? request.invitation.redacted : request.invitation),
            request.join.map { text(of: isRedacted ? $0.redacted : $0) } ?? "",
            request.closed.map { text(of: isRedacted ? $0.redacted : $0) } ?? "",
            request.feedback.map { text(of: isRedacted ? $0.redacted : $0) } ?? "",
        ]
        for part in parts { #expect(part.contains("SECRET-") != isRedacted) }
    }
}
