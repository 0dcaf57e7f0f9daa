internal import SessionRequestModel
internal import Testing

@Suite struct SessionRequestDraftTests {
    @Test func `a name is all that it takes`() throws {
        let (request, events) = try SessionRequest.created(
            from: Sample.draft(), id: 7, by: Sample.ana, at: Sample.start)
        #expect(events.names == ["created"])
        #expect(events[0].sessionRequest == request)
        #expect(request.id == 7)
        #expect(request.revision == 1)
        #expect(request.status == .open)
        #expect(request.assignee == nil)
        #expect(request.createdBy == Sample.ana)
        #expect(request.expiresAt == Sample.at(86_400))
        #expect(request.priority == .normal)
        #expect(request.linkGeneration == 1)
    }

    private static let defaultExpiries: [(start: Int64, end: Int64?, expiry: Int64)] = [
        (3600, nil, 90_000), (3600, 7200, 93_600), (-7200, nil, 79_200), (-7200, -3600, 82_800), (-86_399, nil, 1),
        (-86_400, nil, 86_400), (-90_000, -86_400, 86_400),
    ]

    @Test(arguments: defaultExpiries)
    func `the default expiry counts from the last instant, or from now where that is over`(
        start: Int64, end: Int64?, expiry: Int64
    ) throws {
        var draft = try Sample.draft()
        draft.schedule = try Schedule(startsAt: Sample.at(start), endsAt: end.map(Sample.at))
        let (request, _) = try SessionRequest.created(from: draft, id: 7, by: Sample.ana, at: Sample.start)
        #expect(request.expiresAt == Sample.at(expiry))
    }

    @Test(arguments: [
        (expiry: Int64(0), refused: true), (expiry: -1, refused: true), (expiry: 3599, refused: true),
        (expiry: 3600, refused: false), (expiry: Limits.lifetimeSeconds, refused: false),
        (expiry: Limits.lifetimeSeconds + 1, refused: true), (expiry: Int64.max, refused: true),
    ])
    func `an expiry lies after now, not before the start, and within ten years`(expiry: Int64, refused: Bool) throws {
        var draft = try Sample.draft()
        draft.schedule = try Schedule(startsAt: Sample.at(3600))
        draft.expiresAt = Sample.at(expiry)
        let made = Result { try SessionRequest.created(from: draft, id: 7, by: Sample.ana, at: Sample.start) }
        if refused {
            let refusal = #expect(throws: Violation.self) { try made.get() }
            #expect(refusal?.pointer == "/expiresAt")
        } else {
            #expect(try made.get().0.expiresAt == Sample.at(expiry))
        }
    }

    @Test func `an invitation needs somewhere to go`() throws {
        var draft = try Sample.draft()
        draft.invitesByEmail = true
        let mail = #expect(throws: Violation.self) {
            try SessionRequest.created(from: draft, id: 7, by: Sample.ana, at: Sample.start)
        }
        #expect(mail?.pointer == "/recipient/email")
        draft.invitesByEmail = false
        draft.invitesBySMS = true
        let text = #expect(throws: Violation.self) {
            try SessionRequest.created(from: draft, id: 7, by: Sample.ana, at: Sample.start)
        }
        #expect(text?.pointer == "/recipient/phone")
    }

    @Test func `a request is created and its invitations queued in one event`() throws {
        var draft = try Sample.draft()
        draft.recipient = try Recipient(name: "Maria", email: "maria@example.org", phone: "+34 600 000 000")
        draft.invitesByEmail = true
        draft.invitesBySMS = true
        let (request, events) = try SessionRequest.created(from: draft, id: 7, by: Sample.ana, at: Sample.start)
        #expect(events.names == ["created"])
        #expect(events[0].sessionRequest == request)
        #expect(request.invitation.email.state == .queued)
        #expect(request.invitation.sms.state == .queued)
        #expect(request.revision == 1)
    }

    @Test(arguments: ["Ticket No", "Straße", "a/b~c", "部屋", "x=1", "\"quoted\"", "a.b_c+d-e"])
    func `a custom field is called what the desk calls it`(name: String) throws {
        var draft = try Sample.draft()
        draft.customFields = [name: "7"]
        let (request, _) = try SessionRequest.created(from: draft, id: 7, by: Sample.ana, at: Sample.start)
        #expect(request.customFields == [name: "7"])
    }

    @Test(arguments: ["", " ", "a\nb", "a\u{0}b", "a\u{202E}b", "a\u{2028}b", "\u{200B}"])
    func `a custom field has a name that can be read`(name: String) throws {
        var draft = try Sample.draft()
        draft.customFields = [name: "7"]
        let refusal = #expect(throws: Violation.self) {
            try SessionRequest.created(from: draft, id: 7, by: Sample.ana, at: Sample.start)
        }
        #expect(refusal?.pointer == "/customFields/\(name)")
    }

    @Test func `the first custom field out of bounds is always the same`() throws {
        var draft = try Sample.draft()
        draft.customFields = Dictionary(uniqueKeysWithValues: (0..<9).map { ("f\($0)", "a\nb") })
        for _ in 0..<20 {
            let refusal = #expect(throws: Violation.self) {
                try SessionRequest.created(from: draft, id: 7, by: Sample.ana, at: Sample.start)
            }
            #expect(refusal?.pointer == "/customFields/f0")
        }
        draft.customFields = ["a/b~c": "x\ny"]
        let refusal = #expect(throws: Violation.self) {
            try SessionRequest.created(from: draft, id: 7, by: Sample.ana, at: Sample.start)
        }
        #expect(refusal?.pointer == "/customFields/a~1b~0c")
    }
}
