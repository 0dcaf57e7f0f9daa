internal import HTTPTypes
internal import Hummingbird
internal import SessionRequestClient
internal import SessionRequestText
internal import SessionRequestWire

extension Portal {
    /// `GET /join`.
    func codePage(
        _ visit: Visit, notice: PageText? = nil, fault: PageText? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let language = visit.visitor.language(nil)
        let catalog = visit.site.catalog(language)
        let values: [String: Any] = [
            "key": "code", "heading": catalog.text(.codeHeading), "step": false,
            "notice": TemplateValue.orNone(notice.map { catalog.text($0) }),
            "fault": TemplateValue.orNone(fault.map { catalog.text($0) }),
            "events": false, "retry": false, "refresh": false, "form": visit.visitor.formToken,
            "paths": ["code": visit.site.address.outer("/join")],
        ]
        return Answers.page(visit.site.page("code", language, values), status)
    }

    /// `POST /join`: leads to the page of the link that the code stands for.
    func codeSent(_ visit: Visit) async -> Response {
        if let wait = budgets.take(.code, for: visit.visitor.source) { return message(.tooMany(seconds: wait), visit) }
        let form: [String: String]
        do throws(Sent.Fault) { form = try await Sent.form(visit.request) } catch { return unusable(error, visit) }
        guard visit.isOwn(form) else { return codePage(visit, notice: .noticeStale, status: .forbidden) }
        let code = TypedText.code(form["code"] ?? "")
        guard code.utf8.count == 9 else { return codePage(visit, fault: .codeInvalid, status: .unprocessableContent) }
        do throws(ClientError) {
            let result = try await gateway.call(
                LinkMethods.Resolve.self, LinkMethods.Resolve.Params(code: code, source: visit.source),
                isRepeatable: true)
            guard let token = result.token else { return message(.unavailable, visit) }
            return Answers.seeOther(visit.site.address.outer("/s/\(token)"))
        } catch {
            if case .service(let refusal) = error, [.linkInvalid, .invalidParams].contains(refusal.reason) {
                return codePage(visit, fault: .codeInvalid, status: .unprocessableContent)
            }
            return refused(error, visit)
        }
    }
}
