internal import HTTPTypes
internal import Hummingbird
internal import JSONRPC
internal import Logging
internal import SessionRequestClient
internal import SessionRequestWire

extension Portal {
    /// `GET /api/v1/links/TOKEN`.
    func apiLink(_ token: String, _ visit: Visit) async -> Response {
        if let wait = budgets.take(.page, for: visit.visitor.source) { return apiTooMany(wait) }
        do throws(ClientError) {
            return Answers.json(JSONText.object("link", try await resolve(token, visit, isPrefetch: true)))
        } catch {
            return apiRefused(error)
        }
    }

    /// `POST /api/v1/links/TOKEN/...`.
    func apiCalled(_ call: Route.Call, _ token: String, _ visit: Visit) async -> Response {
        if let wait = budgets.take(.form, for: visit.visitor.source) { return apiTooMany(wait) }
        return await apiAnswered(visit) { body in
            let params = LinkParams(token: token, source: visit.source)
            let link: WireLink
            switch call {
            case .open: link = try await apiPlain(LinkMethods.Open.self, params, body)
            case .deny: link = try await apiPlain(LinkMethods.Deny.self, params, body)
            case .revoke: link = try await apiPlain(LinkMethods.Revoke.self, params, body)
            case .cancel: link = try await apiPlain(LinkMethods.Cancel.self, params, body)
            case .grant:
                link = try await gateway.call(
                    LinkMethods.Grant.self, try body.grant(token: token, source: visit.source)
                ).link
            }
            return Answers.json(JSONText.object("link", link))
        }
    }

    /// `POST /api/v1/codes`: the link that nine digits stand for, with its token.
    func apiCode(_ visit: Visit) async -> Response {
        if let wait = budgets.take(.code, for: visit.visitor.source) { return apiTooMany(wait) }
        return await apiAnswered(visit) { body in
            let params = LinkMethods.Resolve.Params(code: try body.code(), source: visit.source)
            return Answers.json(
                JSONText.bytes(try await gateway.call(LinkMethods.Resolve.self, params, isRepeatable: true)))
        }
    }

    /// What a call comes to, its errors as clients read them; calls from pages of other sites are refused.
    private func apiAnswered(_ visit: Visit, _ call: (APIBody) async throws -> Response) async -> Response {
        let headers = visit.request.headers
        guard
            !Origin.isForeign(
                origin: headers[.origin], fetchSite: headers[.fetchSite], host: visit.request.head.authority,
                address: visit.site.address)
        else { return apiError(.permissionDenied, "cannot take calls from pages of other sites") }
        do {
            return try await call(try APIBody(try await Sent.json(visit.request)))
        } catch let fault as Sent.Fault {
            return apiUnusable(fault)
        } catch let mismatch as APIBody.Mismatch {
            return apiError(.invalidParams, mismatch.message, path: mismatch.path)
        } catch let error as ClientError {
            return apiRefused(error)
        } catch {
            return apiError(.internal, "cannot answer: something went wrong inside, which the journal tells")
        }
    }

    private func apiPlain<Method: RPCMethod>(
        _ method: Method.Type, _ params: LinkParams, _ body: APIBody
    ) async throws -> WireLink where Method.Params == LinkParams, Method.Result == LinkResult {
        try body.checkEmpty()
        return try await gateway.call(method, params).link
    }

    // MARK: Errors

    /// An error as clients read it.
    func apiError(
        _ reason: ErrorReason, _ message: String, path: String? = nil, status: HTTPResponse.Status? = nil
    ) -> Response {
        var error = WireError(reason, message)
        error.data.path = path
        return apiError(error, status: status)
    }

    func apiTooMany(_ seconds: Double) -> Response {
        apiError(WireError.rateLimited("cannot take so many calls from one address", retryAfter: seconds))
    }

    /// A refusal of the daemon, or the lack of an answer.
    func apiRefused(_ error: ClientError) -> Response {
        guard case .service(let refusal) = error else {
            logger.debug("cannot ask the daemon", error: error)
            var unavailable = WireError(.unavailable, "cannot reach the support desk at the moment; try again")
            unavailable.data.retryAfter = Double(PortalLimits.retrySeconds)
            return apiError(unavailable)
        }
        return apiError(refusal)
    }

    private func apiUnusable(_ fault: Sent.Fault) -> Response {
        switch fault {
        case .tooLarge: apiError(.tooLarge, "cannot take a body of more than \(PortalLimits.body) bytes")
        case .wrongType:
            apiError(
                .invalidRequest, "cannot read the body: send it as application/json", status: .unsupportedMediaType)
        case .unreadable: apiError(.invalidRequest, "cannot read the body to its end")
        case .tooSlow:
            apiError(
                .invalidRequest, "cannot wait longer than \(PortalLimits.bodySeconds) s for the body",
                status: .requestTimeout)
        }
    }

    private func apiError(_ error: WireError, status: HTTPResponse.Status? = nil) -> Response {
        var response = Answers.json(
            JSONText.object("error", APIError(error: error)), status ?? APIError.status(of: error.reason))
        if let seconds = error.data.retryAfter {
            response.headers[.retryAfter] = String(max(1, Int(min(seconds, 86_400).rounded(.up))))
        }
        return response
    }
}
