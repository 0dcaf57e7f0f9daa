internal import SessionRequestService
internal import Testing

@Suite("A link secret")
struct LinkSecretTests {
    private let secret: LinkSecret
    private let other: LinkSecret

    init() throws {
        secret = try #require(LinkSecret(key: TestDesk.key))
        other = try #require(LinkSecret(key: [UInt8](1...32)))
    }

    @Test("is made of a key of 32 bytes and of no other", arguments: [0, 16, 31, 33, 64])
    func keys(length: Int) {
        #expect(LinkSecret(key: [UInt8](repeating: 7, count: length)) == nil)
    }

    @Test("computes the same for good, for links that people have in their mail")
    func golden() {
        #expect(secret.token(id: 42, generation: 1) == "aaaaaaaaaaacuaaaaaat4lhxlc645adtyxxup6uukbna2")
        #expect(secret.code(id: 42, generation: 1, attempt: 0) == "338826864")
        #expect(secret.code(id: 1745, generation: 1, attempt: 0) == "000335179")
    }

    @Test(
        "reads back what it made",
        arguments: [(1, 1), (42, 7), (Int64.max, 1), (9_007_199_254_740_991, 0xFFFF_FFFF)] as [(Int64, Int64)])
    func roundTrip(id: Int64, generation: Int64) throws {
        let read = try #require(secret.read(token: secret.token(id: id, generation: generation)))
        #expect(read.id == id)
        #expect(read.generation == generation)
    }

    @Test("refuses a token with any one character changed to any other")
    func forged() {
        let token = Array(secret.token(id: 42, generation: 1).utf8)
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567ABCDEFGHIJKLMNOPQRSTUVWXYZ0189-_=".utf8)
        for index in token.indices {
            for character in alphabet where character != token[index] {
                var forged = token
                forged[index] = character
                #expect(secret.read(token: String(decoding: forged, as: UTF8.self)) == nil)
            }
        }
    }

    @Test("refuses a token that is cut, longer, or padded")
    func lengths() {
        let token = secret.token(id: 42, generation: 1)
        for length in 0..<token.count { #expect(secret.read(token: String(token.prefix(length))) == nil) }
        for tail in ["a", "=", " ", "\n", token] { #expect(secret.read(token: token + tail) == nil) }
        #expect(secret.read(token: " " + token) == nil)
        #expect(secret.read(token: String(repeating: "a", count: 1_000_000)) == nil)
    }

    @Test("refuses the head of one token with the seal of another")
    func swapped() {
        let one = secret.token(id: 42, generation: 1)
        let two = secret.token(id: 43, generation: 1)
        // 96 bits of head are 19 characters and one bit of the next.
        #expect(secret.read(token: Self.spliced(one, two)) == nil)
        #expect(secret.read(token: Self.spliced(two, one)) == nil)
    }

    private static func spliced(_ head: String, _ tail: String) -> String {
        String(head.prefix(20)) + String(tail.dropFirst(20))
    }

    @Test("refuses a token that another key made")
    func otherKey() {
        #expect(secret.read(token: other.token(id: 42, generation: 1)) == nil)
        #expect(secret.code(id: 42, generation: 1, attempt: 0) != other.code(id: 42, generation: 1, attempt: 0))
    }

    @Test("makes nine digits, others for each request, link and attempt")
    func codes() {
        let codes = [(42, 1, 0), (43, 1, 0), (42, 2, 0), (42, 1, 1)].map {
            secret.code(id: Int64($0.0), generation: Int64($0.1), attempt: Int64($0.2))
        }
        #expect(Set(codes).count == codes.count)
        for id in 1...2000 as ClosedRange<Int64> {
            let code = secret.code(id: id, generation: 1, attempt: 0)
            #expect(code.utf8.count == 9 && code.utf8.allSatisfy { (48...57).contains($0) })
        }
    }

    @Test("looks codes up by a hash that depends on the key")
    func hashes() {
        #expect(secret.hash(ofCode: "338826864").count == 16)
        #expect(secret.hash(ofCode: "338826864") == secret.hash(ofCode: "338826864"))
        #expect(secret.hash(ofCode: "338826864") != secret.hash(ofCode: "338826865"))
        #expect(secret.hash(ofCode: "338826864") != other.hash(ofCode: "338826864"))
    }
}
