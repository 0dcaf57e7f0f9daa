internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestWire
internal import Testing

@Suite("A link")
struct LinkTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    private func resolve(token: String? = nil, code: String? = nil, source: String? = nil) throws
        -> LinkMethods.Resolve.Result
    {
        let reference = try desk.desk.linkReference(token: token, code: code, source: source)
        return try desk.read { try desk.desk.resolve(reference, $0) }
    }

    @Test("shows its recipient what the recipient may know, and no comments, whatever happens")
    func shows() async throws {
        let secrets = ["not-for-you", "other-eyes-only", "maria@example.com", "+351 21", "987"]
        let request = try await desk.create(
            .init(
                recipient: .init(name: "Maria", email: secrets[2], phone: secrets[3], language: "pt"),
                subject: "Printer", comments: secrets[0], tags: [secrets[1]], customFields: ["k": secrets[1]]))
        let id = try #require(request.id)
        var writer = JSONWriter()
        func note(_ link: WireLink) { writer.value(link) }
        let link = try resolve(token: desk.token(id)).link
        #expect(link.recipientName == "Maria" && link.subject == "Printer" && link.language == "pt")
        #expect(link.status == "open" && link.agentName == "ana" && link.organization == nil)
        #expect(link.allowedActions == ["open", "grant", "deny", "cancel"])
        #expect(link.joinMethods.map(\.scheme) == ["anydesk", "rustdesk"])
        #expect(link.joinMethods.map(\.minimumVersion) == ["9.0", nil])
        writer.beginArray()
        note(link)
        note(try await desk.open(id))
        note(try await desk.grant(id, address: "987987987"))
        _ = try await desk.connect(id)
        note(try resolve(token: desk.token(id)).link)
        try await desk.write(
            desk.desk.close(.init(id: id, reason: "other", note: secrets[0]), by: People.ana))
        note(try resolve(token: desk.token(id)).link)
        writer.endArray()
        let text = String(decoding: writer.bytes, as: UTF8.self)
        for secret in secrets { #expect(!text.contains(secret)) }
    }

    @Test("is its own, also for requests whose numbers are far apart and asked for in turn")
    func remembered() async throws {
        let secret = try #require(LinkSecret(key: TestDesk.key))
        var ids: [Int64] = []
        for number in [1, 1025, 2049, 5000] as [Int64] {
            if number > 1 { try await desk.skip(to: number) }
            ids.append(try await desk.create())
        }
        #expect(ids == [1, 1025, 2049, 5000])
        try await desk.write(desk.desk.rotateLink(.init(id: 1025), by: People.ana))
        for _ in 0..<3 {
            for id in ids {
                let generation: Int64 = id == 1025 ? 2 : 1
                let request = try desk.get(id)
                #expect(request.code == secret.code(id: id, generation: generation, attempt: 0))
                #expect(request.link == "http://localhost:7080/s/" + secret.token(id: id, generation: generation))
            }
        }
    }

    @Test("answers its token only to who asks by code")
    func token() async throws {
        let id = try await desk.create()
        let request = try desk.get(id)
        #expect(try resolve(token: desk.token(id)).token == nil)
        #expect(try resolve(code: request.code).token == desk.token(id))
    }

    @Test("still resolves when its request is over, and every act on it is refused")
    func over() async throws {
        let id = try await desk.create()
        let code = try desk.get(id).code
        let token = try desk.token(id)
        try await desk.close(id, reason: "canceled")
        #expect(try resolve(token: token).link.status == "closed")
        let errors = [
            try await refusal { try await desk.open(id) },
            try await refusal { try await desk.grant(id) },
            try await refusal { try await desk.write(desk.desk.deny(desk.reference(id))) },
            try await refusal { try await desk.write(desk.desk.revoke(desk.reference(id))) },
            try await refusal { try await desk.write(desk.desk.cancel(desk.reference(id))) },
        ]
        for error in errors {
            #expect(error.reason == .invalidTransition && error.data.status == "closed" && error.data.allowed == [])
        }
        #expect(try await refusal { try resolve(code: code) }.reason == .linkInvalid)
    }

    @Test("of an earlier generation is expired, and the code that went with it is nobody's")
    func rotated() async throws {
        let id = try await desk.create()
        let before = try desk.get(id)
        let token = try desk.token(id)
        try await desk.write(desk.desk.rotateLink(.init(id: id), by: People.ana))
        let after = try desk.get(id)
        #expect(after.link != before.link && after.code != before.code)
        #expect(try await refusal { try resolve(token: token) }.reason == .linkExpired)
        #expect(try await refusal { try resolve(code: before.code) }.reason == .linkInvalid)
        #expect(try resolve(token: desk.token(id)).link.status == "open")
        #expect(try resolve(code: after.code).link.status == "open")
    }

    @Test(
        "that was never made is invalid, however it looks",
        arguments: ["x", "../..", "aaaa", "aaaaaaaaaaacuaaaaaat4lhxlc645adtyxxup6uukbna3", " ", "\u{0}", "é"])
    func invalidToken(token: String) async throws {
        #expect(try await refusal { try resolve(token: token) }.reason == .linkInvalid)
    }

    @Test("that was made with this key for a request that is not there is invalid")
    func deleted() async throws {
        let secret = try #require(LinkSecret(key: TestDesk.key))
        for (id, generation) in [(99, 1), (1, 0), (1, 2)] as [(Int64, Int64)] {
            _ = try await desk.create()
            let token = secret.token(id: id, generation: generation)
            #expect(try await refusal { try resolve(token: token) }.reason == .linkInvalid)
        }
    }

    @Test("is named by a token or a code, one of them, and not by nothing")
    func naming() async throws {
        #expect(try await refusal { try resolve(token: "") }.data.path == "/token")
        #expect(try await refusal { try resolve(code: "") }.data.path == "/code")
        #expect(try await refusal { try resolve() }.data.path == "/token")
        #expect(try await refusal { try resolve(token: "a", code: "123456789") }.data.path == "/code")
        #expect(try await refusal { try resolve(token: "a", source: "two\nlines") }.data.path == "/source")
    }

    @Test("is found by its code as people write it")
    func codes() async throws {
        let id = try await desk.create()
        let code = try #require(try desk.get(id).code)
        let spelled = "\(code.prefix(3)) \(code.dropFirst(3).prefix(3))–\(code.suffix(3))"
        #expect(try resolve(code: spelled).token == desk.token(id))
        let error = try await refusal { try resolve(code: code + "0") }
        #expect(error.reason == .linkInvalid)
    }

    @Test("is not found by the code of a request that ran out of time, noticed or not")
    func expiredCode() async throws {
        let id = try await desk.create()
        let code = try desk.get(id).code
        desk.clock.advance(seconds: 86_400)
        let reference = try desk.desk.linkReference(token: nil, code: code, source: nil)
        #expect(try await refusal { try await desk.write(desk.desk.open(reference)) }.reason == .linkInvalid)
        try await desk.write(desk.desk.catchUpWithClock(limit: 10))
        #expect(try await refusal { try resolve(code: code) }.reason == .linkInvalid)
    }
}
