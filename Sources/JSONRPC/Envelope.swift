/// What one line holds: one message, or a batch of them (JSON-RPC 2.0, §6).
public enum Envelope: Sendable {
    /// One message, answered with one object. Whatever is neither an object nor an array of messages,
    /// at least one and at most `JSONLimits.batchMessages`, is one invalid message.
    case single(Message)
    /// One message or more, answered with one array of the answers that there are, or not at all when there are none.
    case batch([Message])

    /// Sorts out a document; never fails, since what is no message is an invalid one.
    public static func read(_ document: JSONDocument) -> Envelope {
        let root = document.root
        guard root.kind == .array else { return .single(Message(root)) }
        guard root.count > 0 else {
            return .single(.invalid(id: .null, message: "cannot answer an empty batch: put a message into it"))
        }
        guard root.count <= JSONLimits.batchMessages else {
            let message = "cannot answer more than \(JSONLimits.batchMessages) messages at once: send them in parts"
            return .single(.invalid(id: .null, message: message))
        }
        return .batch(root.elements.map { Message($0) })
    }
}
