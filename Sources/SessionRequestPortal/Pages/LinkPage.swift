internal import SessionRequestConfiguration
package import SessionRequestText
package import SessionRequestWire

/// The page of a link, with everything that it shows.
package struct LinkPage {
    /// What was typed and is shown again, and what is wrong with it.
    package struct Typed: Sendable {
        package var scheme: String?
        package var address: String?
        package var comment: String?
        package var fault: PageText?
    }

    package let token: String
    package let link: WireLink
    package let view: LinkView
    package var notice: Notice?
    package var typed = Typed()

    package init(token: String, link: WireLink, view: LinkView) {
        self.token = token
        self.link = link
        self.view = view
    }

    /// The page as HTML.
    package func html(_ site: Site, _ visitor: Visitor) -> String {
        let language = visitor.language(link.language)
        let catalog = site.catalog(language)
        let words = Words(catalog: catalog, link: link)
        var values: [String: Any] = [
            "key": view.key, "events": site.address.outer("/s/\(token)/events"), "form": visitor.formToken,
            "heading": words.heading(view.step), "notice": TemplateValue.orNone(noticeText(catalog)),
            "fault": TemplateValue.orNone(typed.fault.map { catalog.text($0) }), "retry": false, "again": false,
        ]
        values["step"] = TemplateValue.orNone(
            view.step.number.map {
                catalog.text(.stepOf, ["number": String($0), "total": String(Step.count)])
            })
        values["refresh"] = TemplateValue.orNone(view.step.refreshes ? String(PortalLimits.refreshSeconds) : nil)
        values["looksAgain"] = catalog.text(.looksAgain, ["seconds": String(PortalLimits.refreshSeconds)])
        if !view.step.refreshes {
            values["lookAgain"] = ["url": site.address.outer("/s/\(token)"), "text": catalog.text(.lookAgain)]
        }
        values["intro"] = words.intro(view.step)
        values["planned"] = TemplateValue.orNone(view.isAhead ? words.planned : nil)
        values["facts"] = words.facts
        values["when"] = when(words)
        values["until"] = until(words)
        values["queue"] = TemplateValue.orNone(view.queuePosition.map { words.queue(String($0)) })
        values["queueText"] = words.queue("#")
        values["paths"] = paths(site)
        values["asked"] = view.step == .asked
        values["ratings"] = ratings(catalog)
        values["comment"] = typed.comment ?? ""
        if view.step == .join || view.step == .asked { addPrograms(to: &values, site, visitor, catalog, words) }
        return site.page(template, language, values)
    }

    private var template: String {
        switch view.step {
        case .invitation: "invitation"
        case .join, .asked: "join"
        case .ready: "ready"
        case .connected: "connected"
        case .closed, .expired: "over"
        }
    }

    private func noticeText(_ catalog: Catalog) -> String? {
        if let text = notice?.text(on: view.step) { return catalog.text(text) }
        return view.isRated && view.step == .closed ? catalog.text(.feedbackThanks) : nil
    }

    private func when(_ words: Words) -> Any {
        guard let schedule = link.schedule, let text = words.scheduled else { return false }
        return [
            "start": schedule.startsAt, "end": schedule.endsAt ?? "", "zone": schedule.timeZone ?? "UTC", "text": text,
        ]
    }

    private func until(_ words: Words) -> Any {
        guard [.invitation, .join, .asked, .ready].contains(view.step), let text = words.moment(link.expiresAt) else {
            return false
        }
        return ["instant": link.expiresAt, "text": text]
    }

    private func paths(_ site: Site) -> [String: Any] {
        var paths: [String: Any] = ["code": site.address.outer("/join")]
        for press in Route.Press.allCases {
            paths[press.rawValue] = TemplateValue.orNone(
                view.offers(press) ? site.address.outer("/s/\(token)/\(press.rawValue)") : nil)
        }
        // A rating is of a session that is over; the page then says so itself.
        if view.step != .closed { paths["feedback"] = false }
        return paths
    }

    private func ratings(_ catalog: Catalog) -> [[String: String]] {
        let texts: [PageText] = [.rating5, .rating4, .rating3, .rating2, .rating1]
        return texts.enumerated().map { ["value": String(5 - $0.offset), "text": catalog.text($0.element)] }
    }

    private func addPrograms(
        to values: inout [String: Any], _ site: Site, _ visitor: Visitor, _ catalog: Catalog, _ words: Words
    ) {
        let clients = RemoteClient.offered(link.joinMethods, settings: site.settings, platform: visitor.platform)
        values["several"] = clients.count > 1
        values["programs"] = clients.map { client in
            program(client, isOneOfSeveral: clients.count > 1, catalog)
        }
        values["joinLink"] = TemplateValue.orNone(visitor.platform == .linux ? joinLink(site) : nil)
        values["allowMeaning"] = words.allowMeaning
        values["address"] = typed.address ?? ""
        if clients.isEmpty { values["fault"] = catalog.text(.noWayToJoin) }
    }

    /// What opens the recipient's own program, with this link.
    private func joinLink(_ site: Site) -> String {
        "session-request://join?link=" + PercentEncoding.encoded("\(site.address.text)/s/\(token)")
    }

    private func program(_ client: RemoteClient, isOneOfSeveral: Bool, _ catalog: Catalog) -> [String: Any] {
        func files(_ files: [RemoteClient.File]) -> [[String: Any]] {
            files.map { file in
                [
                    "url": file.url, "sha256": TemplateValue.orNone(file.sha256),
                    "label": catalog.text(.downloadFor, ["client": file.name, "platform": file.platform]),
                ]
            }
        }
        let version = client.minimumVersion.map { catalog.text(.minimumVersion, ["version": $0]) }
        var values: [String: Any] = [
            "scheme": client.scheme, "name": client.name, "pattern": client.pattern,
            "chosen": client.scheme == typed.scheme, "hint": catalog.text(client.hint, ["client": client.name]),
            "heading": TemplateValue.orNone(isOneOfSeveral ? client.name : nil), "files": files(client.files),
            "otherFiles": files(client.otherFiles), "hasOthers": !client.otherFiles.isEmpty, "open": false,
            "byHand": false,
        ]
        if let link = client.link {
            values["open"] =
                [
                    "link": link, "label": catalog.text(.openInstalled, ["client": client.name]),
                    "version": TemplateValue.orNone(version),
                ] as [String: Any]
        } else if client.files.isEmpty {
            values["byHand"] = catalog.text(.startByHand, ["client": client.name])
        }
        return values
    }
}
