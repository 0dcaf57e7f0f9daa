internal import HTTPTypes
internal import Hummingbird
internal import SessionRequestConfiguration

/// One request: who sent it, and what for.
struct Visit: Sendable {
    let request: Request
    let site: Site
    let visitor: Visitor
    let route: Route
    /// GET for HEAD too, which is answered alike.
    let method: HTTPRequest.Method
    /// What is said on the page, once.
    let notice: Notice?
    /// Whether our own script asks for the page of a link again, which the visitor has opened already.
    let isLive: Bool

    init(request: Request, peer: Peer, site: Site) {
        self.request = request
        self.site = site
        let target = request.head.path ?? "/"
        let path = target.prefix { $0 != "?" }
        route = Route(path: site.address.inner(of: path))
        method = request.method == .head ? .get : request.method
        notice = target.dropFirst(path.count + 1).split(separator: "&").first { $0.hasPrefix("notice=") }
            .flatMap { Notice(rawValue: String($0.dropFirst(7))) }
        let headers = request.headers
        isLive = headers[.live] == "1"
        let secret = FormSecret.read(from: headers[values: .cookie], isSecure: site.address.isSecure)
        var random = SystemRandomNumberGenerator()
        visitor = Visitor(
            source: Forwarding.source(
                peer: peer, values: headers[values: .forwarding(site.settings.forwardedField)],
                of: site.settings.forwardedField, trusted: site.trusted),
            accepted: headers[.acceptLanguage],
            platform: PortalSettings.Download.Platform(
                hint: headers[.platformHint], userAgent: headers[.userAgent]),
            secret: secret ?? FormSecret.new(&random), isNewSecret: secret == nil)
    }

    /// From where, as the daemon is told.
    var source: String? { visitor.source?.description }

    /// Whether a form comes from a page that this browser was shown.
    func isOwn(_ form: [String: String]) -> Bool {
        let headers = request.headers
        return !visitor.isNewSecret && visitor.secret.matches(form["form"] ?? "")
            && !Origin.isForeign(
                origin: headers[.origin], fetchSite: headers[.fetchSite], host: request.head.authority,
                address: site.address)
    }
}
