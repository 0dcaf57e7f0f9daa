internal import HTTPTypes
internal import Hummingbird
internal import SessionRequestClient
internal import SessionRequestText
internal import SessionRequestWire

extension Portal {
    /// `GET /s/TOKEN`. It changes nothing: a program may have followed the link, so that at most an event is left.
    func linkPage(_ token: String, _ visit: Visit) async -> Response {
        if let wait = budgets.take(.page, for: visit.visitor.source) { return message(.tooMany(seconds: wait), visit) }
        do throws(ClientError) {
            let link = try await resolve(token, visit, isPrefetch: !visit.isLive)
            return linkPage(token, link, visit, notice: visit.notice)
        } catch {
            return refused(error, visit, token: token)
        }
    }

    /// `POST /s/TOKEN/...`.
    func pressed(_ press: Route.Press, _ token: String, _ visit: Visit) async -> Response {
        if let wait = budgets.take(.form, for: visit.visitor.source) { return message(.tooMany(seconds: wait), visit) }
        let form: [String: String]
        do throws(Sent.Fault) { form = try await Sent.form(visit.request) } catch { return unusable(error, visit) }
        var typed = LinkPage.Typed(scheme: form["scheme"], address: form["address"], comment: form["comment"])
        do throws(ClientError) {
            guard visit.isOwn(form) else {
                let link = try await resolve(token, visit, isPrefetch: false)
                return linkPage(token, link, visit, notice: .stale, typed: typed, status: .forbidden)
            }
            if let fault = Self.fault(press, form) {
                typed.fault = fault
                let link = try await resolve(token, visit, isPrefetch: false)
                return linkPage(token, link, visit, typed: typed, status: .unprocessableContent)
            }
            try await carryOut(press, form, LinkParams(token: token, source: visit.source))
            let notice = Notice(after: press).map { "?notice=\($0.rawValue)" } ?? ""
            return Answers.seeOther(visit.site.address.outer("/s/\(token)\(notice)"))
        } catch {
            return await pressRefused(error, press, token, visit, typed)
        }
    }

    private func pressRefused(
        _ error: ClientError, _ press: Route.Press, _ token: String, _ visit: Visit, _ typed: LinkPage.Typed
    ) async -> Response {
        guard case .service(let refusal) = error else { return refused(error, visit, token: token) }
        do throws(ClientError) {
            switch refusal.reason {
            case .invalidTransition:
                let link = try await resolve(token, visit, isPrefetch: false)
                return linkPage(token, link, visit, notice: .changed, typed: typed, status: .conflict)
            case .invalidParams where press == .grant:
                var typed = typed
                typed.fault = .addressInvalid
                let link = try await resolve(token, visit, isPrefetch: false)
                return linkPage(token, link, visit, typed: typed, status: .unprocessableContent)
            default: return refused(error, visit, token: token)
            }
        } catch {
            return refused(error, visit, token: token)
        }
    }

    private func carryOut(
        _ press: Route.Press, _ form: [String: String], _ params: LinkParams
    ) async throws(ClientError) {
        switch press {
        case .open: _ = try await gateway.call(LinkMethods.Open.self, params, isRepeatable: true)
        case .deny: _ = try await gateway.call(LinkMethods.Deny.self, params)
        case .revoke: _ = try await gateway.call(LinkMethods.Revoke.self, params)
        case .cancel: _ = try await gateway.call(LinkMethods.Cancel.self, params)
        case .grant:
            let target = WireTarget(scheme: form["scheme"] ?? "", address: TypedText.address(form["address"] ?? ""))
            _ = try await gateway.call(
                LinkMethods.Grant.self,
                LinkMethods.Grant.Params(
                    token: params.token, source: params.source, join: WireJoinOffer(method: "manual", target: target)),
                isRepeatable: true)
        case .feedback:
            let comment = form["comment"] ?? ""
            _ = try await gateway.call(
                LinkMethods.Feedback.self,
                LinkMethods.Feedback.Params(
                    token: params.token, source: params.source, rating: form["rating"].flatMap(Int64.init) ?? 0,
                    comment: comment.allSatisfy(\.isWhitespace) ? nil : comment))
        }
    }

    /// What is wrong with a form before the daemon is asked.
    private static func fault(_ press: Route.Press, _ form: [String: String]) -> PageText? {
        switch press {
        case .grant:
            let address = TypedText.address(form["address"] ?? "")
            if address.isEmpty { return .addressMissing }
            return address.count > 255 ? .addressInvalid : nil
        case .feedback:
            if !["1", "2", "3", "4", "5"].contains(form["rating"]) { return .feedbackMissing }
            return (form["comment"] ?? "").unicodeScalars.count > PortalLimits.field ? .commentsInvalid : nil
        case .open, .deny, .revoke, .cancel: return nil
        }
    }

    /// The link as it is.
    func resolve(_ token: String, _ visit: Visit, isPrefetch: Bool) async throws(ClientError) -> WireLink {
        try await gateway.call(
            LinkMethods.Resolve.self,
            LinkMethods.Resolve.Params(token: token, source: visit.source, prefetch: isPrefetch ? true : nil),
            isRepeatable: true
        ).link
    }

    private func linkPage(
        _ token: String, _ link: WireLink, _ visit: Visit, notice: Notice? = nil,
        typed: LinkPage.Typed = LinkPage.Typed(), status: HTTPResponse.Status = .ok
    ) -> Response {
        guard let view = LinkView(link, now: wallClock()) else { return message(.unavailable, visit, token: token) }
        var page = LinkPage(token: token, link: link, view: view)
        page.notice = notice
        page.typed = typed
        return Answers.page(page.html(visit.site, visit.visitor), status)
    }

    /// A body that cannot be used.
    func unusable(_ fault: Sent.Fault, _ visit: Visit) -> Response {
        switch fault {
        case .tooLarge: message(.failed, visit, status: .contentTooLarge)
        case .wrongType: message(.failed, visit, status: .unsupportedMediaType)
        case .unreadable: message(.failed, visit)
        case .tooSlow: message(.failed, visit, status: .requestTimeout)
        }
    }
}
