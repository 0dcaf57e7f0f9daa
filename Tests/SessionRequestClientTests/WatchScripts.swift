internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire

/// What the service's end of a watch says in tests.
enum WatchScripts {
    static let request =
        #"{"id":1,"revision":1,"status":"open","statusSince":"t","recipient":{"name":"Maria"},"comments":null,"#
        + #""createdBy":{"kind":"user"},"createdAt":"t","updatedAt":"t","expiresAt":"t","#
        + #""invitation":{"email":{"state":"notRequested","attempts":0},"sms":{"state":"notRequested","attempts":0}},"#
        + #""denials":0,"priority":"normal","tags":[]}"#

    /// Answers a subscription that must be from this place.
    static func subscribe(
        _ peer: Peer, since: String?, snapshot: Bool = false, at cursor: String
    ) throws {
        let request = try peer.request("events.subscribe")
        guard request.params?["since"]?.string == since else {
            throw Unexpected("subscribed since \(request.params?["since"]?.string ?? "nothing")")
        }
        guard (request.params?["snapshot"]?.bool ?? false) == snapshot else { throw Unexpected("snapshot") }
        let requests = snapshot ? #","snapshot":[\#(Self.request)]"# : ""
        peer.answer(request, #"{"subscription":"s1","cursor":"\#(cursor)"\#(requests)}"#)
    }

    static func event(_ peer: Peer, _ cursor: String) {
        peer.notify(
            "events.event",
            #"{"subscription":"s1","cursor":"\#(cursor)","type":"sessionRequest.opened","at":"t","#
                + #""actor":{"kind":"recipient"},"sessionRequest":null,"changes":{}}"#)
    }

    static func refuse(_ peer: Peer, _ error: WireError) throws {
        var writer = JSONWriter()
        writer.value(error)
        peer.refuse(try peer.request("events.subscribe"), String(decoding: writer.bytes, as: UTF8.self))
    }

    /// A few words for each item, to compare with.
    static func words(_ item: WatchItem) -> String {
        switch item {
        case .snapshot(let requests, let cursor): "snapshot \(requests.count) at \(cursor)"
        case .event(let event): "event \(event.cursor)"
        case .sync(let cursor): "sync \(cursor)"
        case .interrupted(_, let delay): "interrupted \(delay)"
        case .resumed: "resumed"
        }
    }

    /// Pauses take no time and are recorded; deadlines, which are a minute and more, never pass.
    static func timing(_ pauses: Recorder<Duration>, random: Double = 0) -> Timing {
        Timing(
            sleep: { duration in
                guard duration < .seconds(60) else { return try await Task.sleep(for: .seconds(3600)) }
                pauses.record(duration)
            }, random: { random })
    }
}
