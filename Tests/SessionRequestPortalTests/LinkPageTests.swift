internal import SessionRequestConfiguration
internal import SessionRequestPortal
internal import SessionRequestText
internal import SessionRequestWire
internal import Testing

@Suite struct LinkPageTests {
    private static func page(
        _ link: WireLink, settings: PortalSettings = PortalSettings(), overrides: Overrides = Overrides(),
        platform: PortalSettings.Download.Platform? = .windows, accepted: String? = nil
    ) throws -> String {
        var random = SystemRandomNumberGenerator()
        let visitor = Visitor(
            source: nil, accepted: accepted, platform: platform, secret: FormSecret.new(&random), isNewSecret: false)
        let view = try #require(LinkView(link, now: Links.now))
        return LinkPage(token: "TOKEN", link: link, view: view)
            .html(try Site(settings: settings, overrides: overrides), visitor)
    }

    @Test(arguments: Links.actions.keys.sorted())
    func everyStatusIsAPageInEveryLanguage(status: String) throws {
        for language in Language.allCases {
            let html = try Self.page(Links.link(status) { $0.language = language.rawValue })
            #expect(html.hasPrefix("<!DOCTYPE html>"))
            #expect(
                html.contains("<html lang=\"\(language.rawValue)\" dir=\"\(language.isRightToLeft ? "rtl" : "ltr")\">"))
            #expect(html.contains("</html>") && !html.contains("{{") && !html.contains("}}"))
            // A placeholder that nobody filled would stand there in braces.
            #expect(html.firstMatch(of: /\{[a-z]+\}/) == nil)
        }
    }

    @Test(arguments: Links.actions.keys.sorted())
    func offeredIsWhatTheServiceTakesAndNothingElse(status: String) throws {
        let html = try Self.page(Links.link(status))
        let offered = Route.Press.allCases.filter { html.contains("action=\"/s/TOKEN/\($0.rawValue)\"") }
        let taken = Set(Links.actions[status] ?? [])
        for press in offered { #expect(taken.contains(press.rawValue)) }
        if taken.contains("cancel") { #expect(offered.contains(.cancel)) }
        if taken.contains("revoke") { #expect(offered.contains(.revoke)) }
        if taken.contains("feedback") { #expect(offered.contains(.feedback)) }
    }

    @Test func whatPeopleWroteIsTextAndNothingElse() throws {
        let evil = "<script>alert(1)</script>\"'&{{token}}{agent}"
        for status in Links.actions.keys {
            let html = try Self.page(
                Links.link(status) {
                    ($0.recipientName, $0.agentName, $0.organization, $0.subject) = (evil, evil, evil, evil)
                })
            #expect(!html.contains("<script>alert"))
            #expect(!html.contains("\"'&{{"))
        }
    }

    @Test func whatFitsTheVisitorsSystemComesFirst() throws {
        var settings = PortalSettings()
        settings.downloads = [
            .init(scheme: "anydesk", platform: .linux, name: "AnyDesk", url: "https://x.example/l", sha256: nil),
            .init(
                scheme: "anydesk", platform: .windows, name: "AnyDesk", url: "https://x.example/w",
                sha256: String(repeating: "0", count: 64)),
            .init(scheme: "rustdesk", platform: .windows, name: "RustDesk", url: "https://x.example/r", sha256: nil),
        ]
        let clients = RemoteClient.offered(
            Links.link("waiting").joinMethods, settings: settings, platform: .windows)
        #expect(clients.map(\.files).map { $0.map(\.url) } == [["https://x.example/w"]])
        #expect(clients.map(\.otherFiles).map { $0.map(\.url) } == [["https://x.example/l"]])
        #expect(clients.map(\.link) == ["anydesk:"])
        let html = try Self.page(Links.link("waiting"), settings: settings)
        #expect(html.contains("Download AnyDesk for Windows") && html.contains(String(repeating: "0", count: 64)))
        #expect(!html.contains("session-request://"))
        let linux = try Self.page(Links.link("waiting"), settings: settings, platform: .linux)
        #expect(linux.contains("session-request://join?link=http%3A%2F%2Flocalhost%3A7080%2Fs%2FTOKEN"))
    }

    @Test func typingTheAddressIsAllThereIsToAManualWay() {
        let methods = [WireJoinMethod(method: "manual", scheme: "vnc", pattern: "^x$")]
        let clients = RemoteClient.offered(methods, settings: PortalSettings(), platform: nil)
        #expect(clients.map(\.link) == [nil] && clients.map(\.name) == ["VNC"])
    }

    @Test func aPrefixIsInEveryPath() throws {
        var settings = PortalSettings()
        settings.address = "https://example.org/help"
        let html = try Self.page(Links.link("open"), settings: settings)
        for path in html.matches(of: /(?:href|src|action|data-events)="(\/[^"]*)"/) {
            #expect(path.output.1.hasPrefix("/help/"), "\(path.output.1)")
        }
    }

    @Test func anAdminsTextsAndTemplatesTakeTheirPlaces() throws {
        var overrides = Overrides()
        overrides.texts[.english] = ["page.continueButton": "Go on & on"]
        overrides.templates["warning"] = "<p>Beware, {{organization}}!</p>"
        overrides.style = Array("h1 { color: red }".utf8)
        var settings = PortalSettings()
        settings.organization = "Own <Desk>"
        let html = try Self.page(Links.link("open"), settings: settings, overrides: overrides)
        #expect(html.contains("Go on &amp; on") && html.contains("<p>Beware, Own &lt;Desk&gt;!</p>"))
        #expect(html.contains("/assets/own-"))
    }

    @Test func aNameOfTheOtherDirectionMovesNothing() throws {
        let html = try Self.page(Links.link("open") { $0.agentName = "שרה" })
        #expect(html.contains("\u{2068}שרה\u{2069}"))
        #expect(!(try Self.page(Links.link("open"))).contains("\u{2068}"))
    }
}
