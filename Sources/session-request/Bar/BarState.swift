package import SessionRequestWire

/// What a status bar is to tell.
package enum BarState: Sendable, Equatable {
    /// The desk as it is.
    case desk(BarDesk)
    /// The service cannot be asked; why, as a sentence for people.
    case offline(String)
    /// The service answers, but not this user; why, as a sentence for people.
    case refused(String)

    /// How it is when nothing of the desk could be learned.
    package init(_ failure: Failure) {
        self = failure.refusal?.reason == .permissionDenied ? .refused(failure.message) : .offline(failure.message)
    }
}

/// The desk as a status bar sees it.
package struct BarDesk: Sendable, Equatable {
    /// Somebody who waits, or has allowed access.
    package struct Person: Sendable, Equatable {
        package let id: Int64
        package let name: String
        package let subject: String?
        package let status: String
        /// Since when it has this status.
        package let since: Instant

        /// Nil when the request is neither waiting nor ready.
        package init?(_ request: WireSessionRequest) {
            guard request.status == "waiting" || request.status == "ready", let id = request.id,
                let since = Instant(request.statusSince)
            else { return nil }
            (self.id, name, subject) = (id, request.recipient.name, request.subject)
            (status, self.since) = (request.status, since)
        }
    }

    /// How many are shown by name.
    package static let shown = 10

    package let open: Int64
    package let waiting: Int64
    package let ready: Int64
    package let connected: Int64
    /// Those who have waited longest come first.
    package let people: [Person]

    /// All of the desk; `listed` has the longest waiting and ready ones first.
    package init(_ counts: WireStatusCounts, listed: [WireSessionRequest]) {
        (open, waiting, ready, connected) = (counts.open, counts.waiting, counts.ready, counts.connected)
        people = Array(listed.compactMap(Person.init).prefix(Self.shown))
    }

    /// Only these requests, ordered in the same way.
    package init(only requests: [WireSessionRequest]) {
        func count(_ status: String) -> Int64 { Int64(requests.count { $0.status == status }) }
        (open, waiting, ready, connected) = (count("open"), count("waiting"), count("ready"), count("connected"))
        people = Array(requests.compactMap(Person.init).prefix(Self.shown))
    }

    /// Since when somebody waits; nil when nobody does.
    package var waitingSince: Instant? { people.filter { $0.status == "waiting" }.map(\.since).min() }
}
