internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import SessionRequestConfiguration
internal import SessionRequestText
internal import SessionRequestWire
internal import Synchronization

/// Answers visitors and clients. What it knows of requests it asks the daemon for; it keeps nothing itself.
final class Portal: Sendable {
    private let current: Mutex<Site>
    let budgets: Budgets
    let gateway: Gateway
    let hub: LinkHub
    let logger: Logger
    /// The time of the wall, RFC 3339 in UTC with milliseconds.
    let wallClock: @Sendable () -> String

    init(
        site: Site, gateway: Gateway, hub: LinkHub, budgets: Budgets, logger: Logger,
        wallClock: @escaping @Sendable () -> String
    ) {
        current = Mutex(site)
        self.gateway = gateway
        self.hub = hub
        self.budgets = budgets
        self.logger = logger
        self.wallClock = wallClock
    }

    /// What pages are made of; a request uses what was in force when it came.
    var site: Site { current.withLock { $0 } }

    /// Takes what was read again.
    func configure(_ site: Site) {
        budgets.configure(site.settings.rateLimits)
        current.withLock { $0 = site }
    }

    /// Answers a request.
    func respond(to request: Request, peer: Peer) async -> Response {
        let site = site
        let visit = Visit(request: request, peer: peer, site: site)
        var response = await answer(visit)
        if visit.visitor.isNewSecret, response.headers[.contentType]?.hasPrefix("text/html") == true {
            response.headers[.setCookie] = visit.visitor.secret.setting(site.address)
        }
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(_ visit: Visit) async -> Response {
        switch (visit.route, visit.method) {
        case (.home, .get): return Answers.seeOther(visit.site.address.outer("/join"))
        case (.health, .get): return await health()
        case (.asset(let name), .get):
            guard let file = visit.site.assets.files[name] else { return message(.notFound, visit) }
            return Answers.asset(file)
        case (.link(let token), .get): return await linkPage(token, visit)
        case (.press(let token, let press), .post): return await pressed(press, token, visit)
        // Reloading a page that a press was answered with leads here.
        case (.press(let token, _), .get): return Answers.seeOther(visit.site.address.outer("/s/\(token)"))
        case (.linkEvents(let token), .get): return await pageEvents(token, visit)
        case (.code, .get): return codePage(visit)
        case (.code, .post): return await codeSent(visit)
        case (.help(let queue), .get): return await helpPage(queue, visit)
        case (.help(let queue), .post): return await helpAsked(queue, visit)
        case (.apiLink(let token), .get): return await apiLink(token, visit)
        case (.apiEvents(let token), .get): return await apiEvents(token, visit)
        case (.apiCall(let token, let call), .post): return await apiCalled(call, token, visit)
        case (.apiCodes, .post): return await apiCode(visit)
        case (.unknown(let isInterface), _):
            return isInterface
                ? apiError(.notFound, "cannot find it: there is no such address") : message(.notFound, visit)
        default: return wrongMethod(visit)
        }
    }

    private func health() async -> Response {
        do {
            _ = try await gateway.call(RPCMethods.Ping.self, RPCMethods.Ping.Params(), isRepeatable: true)
            return Answers.text("ok")
        } catch {
            return Answers.text("the daemon cannot be reached", .serviceUnavailable)
        }
    }

    private func wrongMethod(_ visit: Visit) -> Response {
        let allowed = visit.route.methods
        var response =
            visit.route.isInterface
            ? apiError(.methodNotFound, "cannot do that here: allowed is \(allowed)", status: .methodNotAllowed)
            : message(.failed, visit, status: .methodNotAllowed)
        response.headers[.allow] = allowed
        return response
    }
}

extension Route {
    /// The methods that it knows, as `Allow` lists them.
    var methods: String {
        switch self {
        case .press, .apiCall, .apiCodes: "POST"
        case .code, .help: "GET, HEAD, POST"
        default: "GET, HEAD"
        }
    }
}
