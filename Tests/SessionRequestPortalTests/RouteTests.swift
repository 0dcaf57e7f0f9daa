internal import SessionRequestPortal
internal import Testing

@Suite struct RouteTests {
    @Test(arguments: [
        ("/", Route.home), ("/healthz", .health), ("/join", .code), ("/q/front-desk", .help(queue: "front-desk")),
        ("/s/abc", .link(token: "abc")), ("/s/abc/open", .press(token: "abc", .open)),
        ("/s/abc/feedback", .press(token: "abc", .feedback)), ("/s/abc/events", .linkEvents(token: "abc")),
        ("/assets/x.css", .asset(name: "x.css")), ("/api/v1/links/abc", .apiLink(token: "abc")),
        ("/api/v1/links/abc/events", .apiEvents(token: "abc")),
        ("/api/v1/links/abc/grant", .apiCall(token: "abc", .grant)), ("/api/v1/codes", .apiCodes),
    ])
    func pathsLeadSomewhere(path: String, route: Route) {
        #expect(Route(path: path[...]) == route)
    }

    @Test(arguments: [
        "", "s/abc", "/s", "/s/", "//", "/s/abc/", "/s/abc/destroy", "/s/abc/open/", "/q/Front", "/q/", "/q/a/b",
        "/join/", "/S/abc", "/../etc/passwd", "/s/\u{7F}", "/s/" + String(repeating: "a", count: 129),
        "/" + String(repeating: "a", count: 600),
    ])
    func everythingElseIsNothingOfOurs(path: String) {
        #expect(Route(path: path[...]) == .unknown(isInterface: false))
    }

    @Test(arguments: [
        "/api", "/api/v2/links/abc", "/api/v1/links/", "/api/v1/links/abc/feedback", "/api/v1/links/a/b/c",
        "/api/v1/codes/604153928", "/api/v1/codes/",
    ])
    func programsAreAnsweredAsPrograms(path: String) {
        #expect(Route(path: path[...]) == .unknown(isInterface: true))
        #expect(Route(path: path[...]).isInterface)
    }
}
