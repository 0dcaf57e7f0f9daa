internal import JSONRPC
package import SessionRequestWire

/// What happened, in a few words. Not yet fit for a terminal: whoever prints it sees to that.
package enum EventWords {
    /// The type without its family: "opened", "link rotated".
    package static func what(_ event: WireEvent) -> String {
        let parts = event.type.split(separator: ".", maxSplits: 1)
        return Words.spaced(String(parts.last ?? ""))
    }

    /// What is to be said beyond that: the address of a grant, the reason of a close, the fields of an update.
    package static func details(_ event: WireEvent, user: String? = nil) -> String {
        let request = event.sessionRequest
        switch event.type {
        case "sessionRequest.created": return request?.subject ?? ""
        case "sessionRequest.granted": return request?.join?.target.map(Words.target) ?? ""
        case "sessionRequest.denied": return request.map { "\($0.denials). time" } ?? ""
        case "sessionRequest.assigned":
            guard let assignee = request?.assignee else { return "to nobody" }
            return "to \(Words.assignee(assignee, user: user))"
        case "sessionRequest.closed":
            guard let closed = request?.closed else { return "" }
            return Words.spaced(closed.reason) + (closed.note.map { ": \($0)" } ?? "")
        case "sessionRequest.invitationFailed":
            return [request?.invitation.email.error, request?.invitation.sms.error].compactMap { $0 }.joined(
                separator: "; ")
        case "sessionRequest.feedbackGiven":
            return request?.feedback.map { "\($0.rating) of 5" + ($0.comment.map { ": \($0)" } ?? "") } ?? ""
        case "sessionRequest.commented": return lastLine(of: request?.comments)
        case "sessionRequest.disconnected":
            let hasNote = event.changes.fields.contains { $0.field == "comments" }
            return hasNote ? lastLine(of: request?.comments) : ""
        case "sessionRequest.updated", "queue.updated": return changes(event.changes)
        default: return subject(event)
        }
    }

    /// The queue or the client that it is about.
    private static func subject(_ event: WireEvent) -> String {
        if let queue = event.queue { return queue.id }
        if let client = event.client { return "\(client.name) \(client.version)" }
        return ""
    }

    private static func lastLine(of comments: String?) -> String {
        comments.flatMap { $0.split(whereSeparator: \.isNewline).last.map(String.init) } ?? ""
    }

    private static func changes(_ changes: WireChanges) -> String {
        changes.fields.filter { $0.field != "updatedAt" && $0.field != "revision" }.map { change in
            guard let from = plain(change.from), let to = plain(change.to) else { return Words.spaced(change.field) }
            return "\(Words.spaced(change.field)) \(from) → \(to)"
        }.joined(separator: ", ")
    }

    /// A short plain value as people write it; nil for anything else.
    private static func plain(_ json: [UInt8]?) -> String? {
        guard let json, let node = try? JSONDocument(json).root else { return nil }
        switch node.kind {
        case .string: return node.string.flatMap { $0.utf8.count <= 40 ? $0 : nil }
        case .number, .bool: return String(decoding: node.rawBytes, as: UTF8.self)
        default: return nil
        }
    }
}
