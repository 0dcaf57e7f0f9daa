internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire

/// Prints what a watch tells: the wire's objects for programs, a line each for people.
struct EventPrinter {
    let console: Console
    let user: String
    /// Ends after so many events.
    let limit: Int?

    /// Runs until the limit is reached; without one until the process is ended, or the stream gives up.
    func run(_ options: WatchOptions) async throws {
        var count = 0
        for try await item in Watch(path: console.path, options: options) {
            switch item {
            case .snapshot(let requests, let cursor): snapshot(requests, cursor: cursor)
            case .event(let event):
                print(event)
                count += 1
                if count == limit { return }
            case .sync: break
            case .interrupted(let error, _): console.note("\(error.description) Trying again; nothing will be missed.")
            case .resumed: console.note("connected again")
            }
        }
    }

    private func print(_ event: WireEvent) {
        if console.isForPeople {
            console.show([BoardView.eventLine(event, on: console.screen(user: user))])
        } else {
            console.print(json: event)
        }
    }

    /// One line, so that nobody takes a part of it for all of it.
    private func snapshot(_ requests: [WireSessionRequest], cursor: String) {
        let screen = console.screen(user: user)
        if console.isForPeople { return console.show(RequestTable.lines(requests, on: screen)) }
        console.print(json: WatchSnapshot(cursor: cursor, snapshot: requests))
    }
}

/// The beginning of a stream that was asked for with a snapshot.
struct WatchSnapshot: JSONEncodable {
    let cursor: String
    let snapshot: [WireSessionRequest]

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("cursor", cursor)
        writer.member("snapshot", snapshot)
        writer.endObject()
    }
}
