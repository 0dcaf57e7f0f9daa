internal import HTTPTypes
internal import Hummingbird
internal import JSONRPC
internal import NIOCore
internal import SessionRequestClient
internal import SessionRequestWire

extension Portal {
    /// `GET /s/TOKEN/events`: tells our own script when the page is out of date, and nothing else.
    func pageEvents(_ token: String, _ visit: Visit) async -> Response {
        await stream(token, visit, refused: { [self] in message(.tooMany(seconds: $0), visit) }) { [self] news in
            switch news {
            case .link(let link): ServerSentEvents.event("changed", pageState(link))
            case .unavailable: ServerSentEvents.event("unavailable", Array("{}".utf8))
            case .gone: ServerSentEvents.event("gone", Array("{}".utf8))
            }
        }
    }

    /// `GET /api/v1/links/TOKEN/events`: the link, whenever it changes.
    func apiEvents(_ token: String, _ visit: Visit) async -> Response {
        await stream(token, visit, refused: { [self] in apiTooMany($0) }) { news in
            switch news {
            case .link(let link): ServerSentEvents.event("link", JSONText.object("link", link))
            case .unavailable:
                ServerSentEvents.event(
                    "error",
                    JSONText.object("error", APIError(error: WireError(.unavailable, "cannot reach the support desk"))))
            case .gone(let error):
                ServerSentEvents.event("error", JSONText.object("error", APIError(error: error)))
            }
        }
    }

    private func pageState(_ link: WireLink) -> [UInt8] {
        let view = LinkView(link, now: wallClock())
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("key")
        writer.string(view?.key ?? "")
        writer.name("position")
        if let position = view?.queuePosition { writer.integer(position) } else { writer.null() }
        writer.endObject()
        return writer.bytes
    }

    private func stream(
        _ token: String, _ visit: Visit, refused: (Double) -> Response,
        event: @escaping @Sendable (LinkNews) -> [UInt8]
    ) async -> Response {
        let source = visit.visitor.source
        if let wait = budgets.take(.page, for: source) { return refused(wait) }
        // Looked at first, so that a link that is no link costs nothing that lasts, and is told by its status.
        do throws(ClientError) { _ = try await resolve(token, visit, isPrefetch: false) } catch {
            if case .service(let refusal) = error, !refusal.data.retryable {
                return visit.route.isInterface ? apiRefused(error) : self.refused(error, visit, token: token)
            }
            if visit.route.isInterface { return apiRefused(error) }
        }
        guard visit.request.method == .get else { return Answers.events(ResponseBody()) }
        guard budgets.beginStream(for: source) else { return refused(60) }
        guard let listener = await hub.listen(to: token, source: visit.source) else {
            budgets.endStream(for: source)
            return refused(60)
        }
        let stream = ServerSentEvents(listener: listener, event: event)
        let place = StreamPlace(listener) { [budgets] in budgets.endStream(for: source) }
        let request = visit.request
        return Answers.events(
            ResponseBody { writer in
                defer { withExtendedLifetime(place) {} }
                try await stream.write(to: &writer, of: request)
            })
    }
}
