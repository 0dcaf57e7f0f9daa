internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import SessionRequestClient
internal import SessionRequestText
internal import SessionRequestWire

extension Portal {
    /// A page with one message.
    ///
    /// - Parameter token: of the link whose page it stands in for, which is shown again by itself when it works again.
    func message(
        _ message: Message, _ visit: Visit, token: String? = nil, status: HTTPResponse.Status? = nil
    ) -> Response {
        let site = visit.site
        let language = visit.visitor.language(nil)
        let catalog = site.catalog(language)
        let isUnavailable = message == .unavailable
        let page = token.map { site.address.outer("/s/\($0)") }
        let values: [String: Any] = [
            "key": message.heading.rawValue, "heading": catalog.text(message.heading),
            "intro": message.intro(catalog), "step": false, "notice": false, "fault": false,
            "events": TemplateValue.orNone(isUnavailable ? page.map { $0 + "/events" } : nil),
            "retry": TemplateValue.orNone(isUnavailable ? String(PortalLimits.retrySeconds) : nil),
            "refresh": TemplateValue.orNone(isUnavailable ? refresh(page) : nil),
            "again": TemplateValue.orNone(isUnavailable ? page : nil),
            "paths": ["code": TemplateValue.orNone(message.offersCode ? site.address.outer("/join") : nil)],
        ]
        var response = Answers.page(site.page("message", language, values), status ?? message.status)
        if let seconds = message.retryAfter { response.headers[.retryAfter] = String(seconds) }
        return response
    }

    /// The page that a failure of the daemon, or its refusal, leads to.
    func refused(_ error: ClientError, _ visit: Visit, token: String? = nil) -> Response {
        guard case .service(let refusal) = error else {
            logger.debug("cannot ask the daemon", error: error)
            return message(.unavailable, visit, token: token)
        }
        switch refusal.reason {
        case .linkInvalid, .notFound: return message(.linkInvalid, visit)
        case .linkExpired: return message(.linkReplaced, visit)
        case .rateLimited: return message(.tooMany(seconds: refusal.data.retryAfter ?? 60), visit)
        case .invalidParams, .invalidTransition, .clientTooOld, .tooLarge: return message(.failed, visit)
        default:
            logger.warning("the daemon refused a call of the page", metadata: ["REASON": "\(refusal.data.reason)"])
            return message(.unavailable, visit, token: token)
        }
    }

    /// The page after a press, too, is fetched with GET.
    private func refresh(_ page: String?) -> String {
        "\(PortalLimits.retrySeconds)" + (page.map { "; url=\($0)" } ?? "")
    }
}
