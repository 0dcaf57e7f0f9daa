package import SessionRequestWire

/// Where a visitor stands: one page for each.
package enum Step: String, Sendable, CaseIterable {
    /// The link was followed; nothing has been pressed yet.
    case invitation
    /// The visitor is there, and has yet to allow access.
    case join
    /// The same, while an agent asks for access.
    case asked
    /// Access is allowed; the agent has yet to connect.
    case ready
    /// The agent is connected.
    case connected
    /// It is over.
    case closed
    /// Its time ran out.
    case expired

    /// The page for a link as it is; nil for a status that only a newer service knows.
    package init?(_ link: WireLink) {
        switch link.status {
        case "open": self = link.accessRequested ? .asked : .invitation
        case "waiting": self = link.accessRequested ? .asked : .join
        case "ready": self = .ready
        case "connected": self = .connected
        case "closed": self = .closed
        case "expired": self = .expired
        default: return nil
        }
    }

    /// Which of `Step.count` it is; nil when there is nothing left to do.
    package var number: Int? {
        switch self {
        case .invitation: 1
        case .join, .asked: 2
        case .ready, .connected: 3
        case .closed, .expired: nil
        }
    }

    /// How many there are to go.
    package static let count = 3

    /// Whether somebody without JavaScript is shown the page again after a while: where the next thing to happen is
    /// not theirs to do, and nothing that is typed would be lost.
    package var refreshes: Bool { self == .ready || self == .connected }
}

/// What a page of a link offers, decided from the link alone.
package struct LinkView: Equatable, Sendable {
    /// Where the visitor stands.
    package let step: Step
    /// The presses that the service would take now.
    package let presses: Set<Route.Press>
    /// Whether a rating was given.
    package let isRated: Bool
    /// The place in the queue, from 1.
    package let queuePosition: Int64?
    /// Whether its time is planned and has not come.
    package let isAhead: Bool
    /// The same for two links whose pages differ in nothing but the place in the queue.
    package let key: String

    /// - Parameter now: RFC 3339 in UTC with milliseconds, as the service writes it.
    package init?(_ link: WireLink, now: String) {
        guard let step = Step(link) else { return nil }
        self.step = step
        presses = Set(link.allowedActions.compactMap(Route.Press.init))
        isRated = link.feedback != nil
        queuePosition = [.join, .asked, .ready].contains(step) ? link.queuePosition : nil
        isAhead = link.schedule.map { $0.startsAt > now } ?? false
        var same = link
        same.queuePosition = nil
        key = ContentHash.text(of: [UInt8](JSONText.bytes(same)))
    }

    /// Whether a press is offered.
    package func offers(_ press: Route.Press) -> Bool { presses.contains(press) }
}
