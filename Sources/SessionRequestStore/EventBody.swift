internal import JSONRPC
internal import SessionRequestModel

/// The body of a row of `events`: the actor, what the event happened to as it was afterwards, and of what it was before
/// only the members that differ.
enum EventBody {
    static func write(_ event: Event, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("actor", RecordOf<Actor>(event.actor))
        switch event.subject {
        case .sessionRequest(let after, let before):
            writer.name("request")
            RecordCodec.write(after, to: &writer)
            if let before {
                writer.name("before")
                RecordCodec.writeDifference(from: before, to: after, to: &writer)
            }
        case .queue(let after, let before):
            writer.member("queue", RecordOf<Queue>(after))
            writer.member("before", ifPresent: before.map { RecordOf<Queue>($0) })
        case .client(let client):
            writer.member("client", RecordOf<SignedInClient>(client))
        }
        writer.endObject()
    }

    static func read(_ document: JSONDocument, type: String, at: Int64) throws -> Event {
        guard let type = EventType(rawValue: type) else { throw DamagedRecord(member: "type") }
        let body = document.root
        let subject: Event.Subject
        if let record = body["request"] {
            let before = try body["before"].map { try RecordCodec.read(record, without: $0) }
            subject = .sessionRequest(try RecordCodec.read(record), before: before)
        } else if let queue = body["queue"] {
            subject = .queue(try Queue(members: queue), before: try body["before"].map { try Queue(members: $0) })
        } else {
            subject = .client(try SignedInClient(members: body.member("client")))
        }
        return Event(
            type: type, at: Timestamp(milliseconds: at), actor: try Actor(members: body.member("actor")),
            subject: subject)
    }

    /// The request alone, which is all that most readers of a body want.
    static func readRequest(_ document: JSONDocument) throws -> SessionRequest {
        try RecordCodec.read(document.root.member("request"))
    }
}
