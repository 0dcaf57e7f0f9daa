internal import JSONRPC
internal import SessionRequestModel

/// The body of a row of `events`: the actor, what the event happened to as it was afterwards, and of what it was before
/// only the members that differ.
enum EventBody {
    /// Writes the body of an event; returns the number of the request that it is of.
    static func write(_ event: Event, to writer: inout JSONWriter) -> Int64? {
        var number: Int64?
        writer.beginObject()
        writer.member("actor", RecordOf<Actor>(event.actor))
        switch event.subject {
        case .sessionRequest(let after, let before):
            number = after.id
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
        return number
    }

    static func read(_ document: JSONDocument, type: String, at: Int64) throws -> Event {
        guard let type = EventType(rawValue: type) else { throw DamagedRecord(member: "type") }
        let body = document.root
        let subject: Event.Subject
        if let record = body["request"] {
            if let difference = body["before"] {
                let (after, before) = try RecordCodec.read(record, difference: difference)
                subject = .sessionRequest(after, before: before)
            } else {
                subject = .sessionRequest(try RecordCodec.read(record), before: nil)
            }
        } else if let queue = body["queue"] {
            subject = .queue(try Queue(members: queue), before: try body["before"].map { try Queue(members: $0) })
        } else {
            subject = .client(try SignedInClient(members: body.member("client")))
        }
        return Event(
            type: type, at: Timestamp(milliseconds: at), actor: try Actor(members: body.member("actor")),
            subject: subject)
    }

    /// What the tallies count: status and assignee of the request after the event and before it; nil for an event of no
    /// request.
    static func readTally(_ document: JSONDocument) throws -> (after: Tallies.Key, before: Tallies.Key?)? {
        guard let record = document.root["request"] else { return nil }
        let after = try Tallies.Key(record, unlessGiven: nil)
        return (after, try document.root["before"].map { try Tallies.Key($0, unlessGiven: after) })
    }

    /// The request alone, which is all that most readers of a body want.
    static func readRequest(_ document: JSONDocument) throws -> SessionRequest {
        try RecordCodec.read(document.root.member("request"))
    }
}
