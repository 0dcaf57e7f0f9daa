internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire

/// One `events.poll`: reads the log from a place on, and waits at its end for the first event that it wants.
final class Poll {
    private struct Page: Sendable {
        var events: [WireEvent]
        var position: Int64
        var more: Bool
    }

    /// Events read in one step, wanted or not.
    private static let step = 1000
    private static let stepBytes = 4 * 1024 * 1024

    private let call: BlockingCall
    private let connection: Connection
    private let filter: EventFilter
    private let limit: Int
    private let seconds: Double
    private var position: Int64 = 0

    init(call: BlockingCall, connection: Connection, filter: EventFilter, limit: Int, seconds: Double) {
        self.call = call
        self.connection = connection
        self.filter = filter
        self.limit = limit
        self.seconds = seconds
    }

    func begin(_ since: String?) {
        let desk = connection.server.desk
        // What is due by the clock belongs to what has happened.
        connection.server.read(searches: false) {
            try desk.place(since, $0.logBounds())
        } then: { [self] result in
            switch result {
            case .failure(let error): call.end(.failure(error))
            case .success(let place):
                position = place
                call.after(seconds: seconds) { [self] in
                    if seconds > 0 { answer(Page(events: [], position: position, more: false)) }
                }
                read()
            }
        }
    }

    private func read() {
        guard !call.hasEnded else { return }
        let (desk, filter, limit, from) = (connection.server.desk, filter, limit, position)
        let isRedacted = !connection.caller.readsEverything
        let look: @Sendable (Snapshot) throws -> Page = { snapshot in
            let bounds = try snapshot.logBounds()
            guard from >= bounds.earliest else { throw desk.cursorExpired(bounds) }
            var page = Page(events: [], position: from, more: false)
            while page.position < bounds.latest, page.events.count < limit {
                let events = try snapshot.events(after: page.position, limit: Self.step, bytes: Self.stepBytes)
                guard !events.isEmpty else {
                    page.position = bounds.latest
                    break
                }
                for logged in events where page.events.count < limit {
                    page.position = logged.sequence
                    if filter.matches(logged.event) { page.events.append(desk.wire(logged, isRedacted: isRedacted)) }
                }
            }
            page.more = page.position < bounds.latest
            return page
        }
        connection.server.readNow(look) { [self] result in
            switch result {
            case .failure(let error): call.end(.failure(error))
            case .success(let page):
                guard page.events.isEmpty, seconds > 0 else { return answer(page) }
                position = page.position
                waitForMore()
            }
        }
    }

    private func waitForMore() {
        let server = connection.server
        // What was committed since the reading is in the log already, but its commit will not be told again.
        guard position >= server.stream.bounds.latest else { return read() }
        server.waiting.poll(filter, call) { [self] in read() }
    }

    private func answer(_ page: Page) {
        call.end(
            .success(
                EventsMethods.Poll.Result(
                    events: page.events, cursor: connection.server.desk.cursor(page.position), more: page.more)))
    }
}
