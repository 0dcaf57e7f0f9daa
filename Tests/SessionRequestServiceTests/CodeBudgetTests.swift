internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestWire
internal import Testing

@Suite("The budget of wrong codes")
struct CodeBudgetTests {
    private let desk: TestDesk

    init() throws { desk = try TestDesk() }

    private func resolve(_ code: String, source: String? = "192.0.2.1") throws -> Int64 {
        let reference = try desk.desk.linkReference(token: nil, code: code, source: source)
        return try desk.read { try desk.desk.link(reference, $0).id }
    }

    private func guess(_ number: Int, source: String? = "192.0.2.1") async throws -> ErrorReason? {
        try await refusal { try resolve("9000000\(number + 10)", source: source) }.reason
    }

    @Test("is ten an hour for a visitor, after which the right code is refused as well, and tokens never are")
    func perSource() async throws {
        let id = try await desk.create()
        let code = try #require(try desk.get(id).code)
        for number in 0..<10 { #expect(try await guess(number) == .linkInvalid) }
        let error = try await refusal { try resolve(code) }
        #expect(error.reason == .rateLimited)
        #expect(error.data.retryAfter == 3600)
        #expect(try resolve(code, source: "192.0.2.2") == id)
        #expect(try resolve(code, source: nil) == id)
        let reference = try desk.desk.linkReference(token: desk.token(id), code: nil, source: "192.0.2.1")
        #expect(try desk.read { try desk.desk.link(reference, $0).id } == id)
        desk.clock.advance(seconds: 3600)
        #expect(try resolve(code) == id)
    }

    @Test("is not spent by right codes, nor by what cannot be a code")
    func unspent() async throws {
        let id = try await desk.create()
        let code = try #require(try desk.get(id).code)
        for _ in 0..<50 {
            #expect(try resolve(code) == id)
            #expect(try await refusal { try resolve("12345") }.reason == .linkInvalid)
        }
    }

    @Test("is one for all visitors together, too, by the minute")
    func global() async throws {
        desk.desk.settings.wrongCodesPerMinute = 20
        let id = try await desk.create()
        let code = try #require(try desk.get(id).code)
        for number in 0..<20 { #expect(try await guess(number, source: "192.0.2.\(number)") == .linkInvalid) }
        let error = try await refusal { try resolve(code, source: "198.51.100.1") }
        #expect(error.reason == .rateLimited && error.data.retryAfter == 60)
        #expect(try await refusal { try resolve(code, source: nil) }.reason == .rateLimited)
        desk.clock.advance(seconds: 60)
        #expect(try resolve(code, source: "198.51.100.1") == id)
    }

    /// A gateway may send many calls before the first is answered.
    @Test("holds for codes that were read before the first of them was found wrong")
    func pipelined() async throws {
        let references = try (0..<40).map {
            try desk.desk.linkReference(token: nil, code: "9000000\($0 + 10)", source: "192.0.2.1")
        }
        var reasons: [ErrorReason?] = []
        for reference in references {
            reasons.append(try await refusal { try await desk.write(desk.desk.open(reference)) }.reason)
        }
        #expect(reasons.filter { $0 == .linkInvalid }.count == 10)
        #expect(reasons.filter { $0 == .rateLimited }.count == 30)
    }
}
