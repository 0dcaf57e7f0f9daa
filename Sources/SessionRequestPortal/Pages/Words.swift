package import SessionRequestText
package import SessionRequestWire

/// The sentences about one link, in one language.
package struct Words {
    package let catalog: Catalog
    package let link: WireLink

    private var moments: MomentText { MomentText(language: catalog.language, timeZone: link.schedule?.timeZone) }

    private func isolated(_ text: String) -> String {
        Isolation.isolated(text, in: catalog.language)
    }

    private var agent: String { link.agentName.map(isolated) ?? catalog.text(.someAgent) }

    /// A moment in the request's time zone.
    package func moment(_ text: String) -> String? { moments.moment(text) }

    /// When it is planned, in the request's time zone.
    package var scheduled: String? { link.schedule.flatMap { moments.span(from: $0.startsAt, to: $0.endsAt) } }

    /// That it is planned for later.
    package var planned: String? { scheduled.map { catalog.text(.plannedFor, ["moment": $0]) } }

    /// The heading of a step.
    package func heading(_ step: Step) -> String {
        switch step {
        case .invitation: catalog.text(.invitationHeading, ["name": isolated(link.recipientName)])
        case .join: catalog.text(.joinHeading)
        case .asked: catalog.text(.askedHeading, ["agent": agent])
        case .ready: catalog.text(.readyHeading)
        case .connected: catalog.text(.connectedHeading, ["agent": agent])
        case .closed: catalog.text(.closedHeading)
        case .expired: catalog.text(.expiredHeading)
        }
    }

    /// The first sentence of a step.
    package func intro(_ step: Step) -> String {
        switch step {
        case .invitation: invitation
        case .join: catalog.text(.joinIntro)
        case .asked: catalog.text(.askedIntro)
        case .ready: catalog.text(.readyIntro, ["agent": agent])
        case .connected: catalog.text(.connectedIntro)
        case .closed: catalog.text(.closedIntro)
        case .expired: catalog.text(.expiredIntro, ["moment": moments.moment(link.expiresAt) ?? link.expiresAt])
        }
    }

    private var invitation: String {
        switch (link.agentName, link.organization) {
        case (let agent?, let organization?):
            catalog.text(
                .introAgentOrganization, ["agent": isolated(agent), "organization": isolated(organization)])
        case (let agent?, nil): catalog.text(.introAgent, ["agent": isolated(agent)])
        case (nil, let organization?): catalog.text(.introOrganization, ["organization": isolated(organization)])
        case (nil, nil): catalog.text(.introNobody)
        }
    }

    /// What allowing means.
    package var allowMeaning: String { catalog.text(.allowMeaning, ["agent": agent]) }

    /// The place in the queue.
    package func queue(_ position: String) -> String { catalog.text(.queuePosition, ["position": position]) }

    /// Who asks, and for what.
    package var facts: [[String: String]] {
        let facts: [(PageText, String?)] = [
            (.factSubject, link.subject), (.factAgent, link.agentName), (.factOrganization, link.organization),
        ]
        return facts.compactMap { label, value in value.map { ["label": catalog.text(label), "value": $0] } }
    }
}
