internal import SessionRequestPortal
internal import Testing

@Suite struct FormSecretTests {
    private static let secure = PublicAddress("https://example.org/help")
    private static let plain = PublicAddress("http://localhost:7080/help")

    private static func secret() -> FormSecret {
        var random = SystemRandomNumberGenerator()
        return FormSecret.new(&random)
    }

    private static func token(_ secret: FormSecret) -> String {
        var random = SystemRandomNumberGenerator()
        return secret.token(&random)
    }

    @Test func aTokenIsOfItsSecretAndNewEachTime() {
        let secret = Self.secret()
        let tokens = (0..<10).map { _ in Self.token(secret) }
        #expect(tokens.allSatisfy { secret.matches($0) })
        #expect(Set(tokens).count == 10)
        #expect(!tokens.contains { $0.contains(secret.cookie) })
        #expect(!Self.secret().matches(tokens[0]))
    }

    @Test(arguments: ["", "0", "zz", String(repeating: "0", count: 63), String(repeating: "0", count: 66)])
    func whatIsNoTokenMatchesNothing(text: String) {
        #expect(!Self.secret().matches(text))
    }

    @Test func aTokenThatIsChangedDoesNotMatch() {
        let secret = Self.secret()
        let token = Self.token(secret)
        let changed = token.dropLast() + (token.last == "0" ? "1" : "0")
        #expect(!secret.matches(changed))
        #expect(!secret.matches(token + "00"))
        #expect(!secret.matches(secret.cookie))
    }

    @Test func itComesBackFromTheCookie() {
        let secret = Self.secret()
        let pair = "session-request-form=\(secret.cookie)"
        #expect(FormSecret.read(from: ["a=b; \(pair); c=d"], isSecure: false) == secret)
        #expect(FormSecret.read(from: ["a=b", pair], isSecure: false) == secret)
        #expect(FormSecret.read(from: [pair], isSecure: true) == nil)
        #expect(FormSecret.read(from: ["__Host-\(pair)"], isSecure: true) == secret)
        #expect(FormSecret.read(from: ["session-request-form=short", pair], isSecure: false) == secret)
        #expect(FormSecret.read(from: ["session-request-form=\(secret.cookie)00"], isSecure: false) == nil)
    }

    @Test func theCookieIsForThisPageAlone() {
        let secret = Self.secret()
        #expect(
            secret.setting(Self.secure)
                == "__Host-session-request-form=\(secret.cookie); Path=/; HttpOnly; SameSite=Strict; Secure")
        #expect(
            secret.setting(Self.plain)
                == "session-request-form=\(secret.cookie); Path=/help/; HttpOnly; SameSite=Strict")
    }

    @Test(
        arguments: [
            (nil, nil, "example.org", false), (nil, "same-origin", nil, false), (nil, "none", nil, false),
            (nil, "cross-site", "example.org", true), (nil, "same-site", "example.org", true),
            ("null", nil, nil, false),
            ("https://example.org", nil, "other", false), ("https://evil.example", nil, "example.org", true),
            ("http://127.0.0.1:7080", nil, "127.0.0.1:7080", false), ("https://evil.example", nil, nil, true),
            ("https://evil.example", "same-origin", "example.org", true),
        ] as [(String?, String?, String?, Bool)])
    func aForeignPageIsKnown(origin: String?, fetchSite: String?, host: String?, isForeign: Bool) {
        #expect(
            Origin.isForeign(origin: origin, fetchSite: fetchSite, host: host, address: Self.secure) == isForeign)
    }
}
