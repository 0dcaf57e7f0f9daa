public import JSONRPC
internal import SessionRequestModel

/// The answer to `client.signIn` or `client.signOut`, with what it makes of who is here. That holds only once the answer
/// is durable: hand the change to `Desk.settle(_:)` then.
public struct PresenceChange<Answer: JSONEncodable & Sendable>: JSONEncodable, Sendable {
    enum Step: Sendable {
        case signedIn(SignedInClient, connection: Int)
        case signedOut(SignedInClient, connection: Int)
    }

    /// What the caller is told.
    public let answer: Answer
    let steps: [Step]

    init(_ answer: Answer, _ steps: [Step]) {
        self.answer = answer
        self.steps = steps
    }

    /// Writes the answer.
    public func encode(to writer: inout JSONWriter) {
        answer.encode(to: &writer)
    }
}
