internal import HTTPTypes
internal import Hummingbird
internal import SessionRequestClient
internal import SessionRequestText
internal import SessionRequestWire

extension Portal {
    /// What is wrong with a request for help, and with which of its fields.
    private struct HelpFault {
        let text: PageText
        let field: String
    }

    /// `GET /q/QUEUE`: the form, where somebody takes what is written into it.
    func helpPage(_ queue: String, _ visit: Visit) async -> Response {
        if let wait = budgets.take(.page, for: visit.visitor.source) { return message(.tooMany(seconds: wait), visit) }
        do throws(ClientError) {
            _ = try await gateway.call(
                LinkMethods.Request.self,
                LinkMethods.Request.Params(
                    queue: queue, recipient: WireRecipient(name: "-"), source: visit.source, dryRun: true))
        } catch {
            guard case .service(let refusal) = error else { return refused(error, visit) }
            return refusal.reason == .notFound || refusal.reason == .invalidParams
                ? message(.notFound, visit) : refused(error, visit)
        }
        return helpPage(queue, visit, [:])
    }

    /// `POST /q/QUEUE`: makes a request, and leads to its page.
    func helpAsked(_ queue: String, _ visit: Visit) async -> Response {
        if let wait = budgets.take(.form, for: visit.visitor.source) { return message(.tooMany(seconds: wait), visit) }
        let form: [String: String]
        do throws(Sent.Fault) { form = try await Sent.form(visit.request) } catch { return unusable(error, visit) }
        guard visit.isOwn(form) else { return helpPage(queue, visit, form, isStale: true, status: .forbidden) }
        func text(_ name: String) -> String? {
            let text = String((form[name] ?? "")[...].trimmingSpaces)
            return text.isEmpty ? nil : text
        }
        guard let name = text("name") else {
            return helpPage(queue, visit, form, HelpFault(text: .nameInvalid, field: "name"))
        }
        guard text("email") != nil || text("phone") != nil else {
            return helpPage(queue, visit, form, HelpFault(text: .contactMissing, field: "email"))
        }
        let recipient = WireRecipient(
            name: name, email: text("email"), phone: text("phone"),
            language: visit.visitor.language(nil).rawValue)
        do throws(ClientError) {
            let made = try await gateway.call(
                LinkMethods.Request.self,
                LinkMethods.Request.Params(
                    queue: queue, recipient: recipient, comments: text("comments"), source: visit.source))
            guard let token = made.token else { return message(.notFound, visit) }
            return Answers.seeOther(visit.site.address.outer("/s/\(token)?notice=asked"))
        } catch {
            guard case .service(let refusal) = error else { return refused(error, visit) }
            if refusal.reason == .notFound { return message(.notFound, visit) }
            guard refusal.reason == .invalidParams, let fault = Self.helpFault(refusal.data.path) else {
                return refused(error, visit)
            }
            return helpPage(queue, visit, form, fault)
        }
    }

    private static func helpFault(_ path: String?) -> HelpFault? {
        switch path {
        case "/recipient/name": HelpFault(text: .nameInvalid, field: "name")
        case "/recipient/email": HelpFault(text: .emailInvalid, field: "email")
        case "/recipient/phone": HelpFault(text: .phoneInvalid, field: "phone")
        case "/comments": HelpFault(text: .commentsInvalid, field: "comments")
        default: nil
        }
    }

    private func helpPage(
        _ queue: String, _ visit: Visit, _ form: [String: String], _ fault: HelpFault? = nil, isStale: Bool = false,
        status: HTTPResponse.Status? = nil
    ) -> Response {
        let language = visit.visitor.language(nil)
        let catalog = visit.site.catalog(language)
        let fields = ["name", "email", "phone", "comments"]
        let values: [String: Any] = [
            "key": "help", "heading": catalog.text(.helpHeading), "step": false,
            "notice": TemplateValue.orNone(isStale ? catalog.text(.noticeStale) : nil),
            "fault": TemplateValue.orNone(fault.map { catalog.text($0.text) }), "events": false, "retry": false,
            "refresh": false,
            "form": visit.visitor.formToken, "paths": ["help": visit.site.address.outer("/q/\(queue)")],
            "values": Dictionary(uniqueKeysWithValues: fields.map { ($0, form[$0] ?? "") }),
            "faulty": Dictionary(uniqueKeysWithValues: fields.map { ($0, $0 == fault?.field) }),
        ]
        return Answers.page(
            visit.site.page("help", language, values), status ?? (fault == nil ? .ok : .unprocessableContent))
    }
}
