/// One JSON-RPC 2.0 call, as §4 of the specification shapes it.
public struct Call: Sendable {
    /// What the answer must carry; nil for a notification, which has no answer.
    public var id: RequestID?
    /// The name of the method, any text.
    public var method: String
    /// The params, an object or an array; nil when there are none.
    public var params: JSONNode?

    /// A call as it is.
    public init(id: RequestID?, method: String, params: JSONNode?) {
        self.id = id
        self.method = method
        self.params = params
    }
}

/// One message of a peer.
public enum Message: Sendable {
    /// A request or a notification.
    case call(Call)
    /// Something that is no message: answer with an invalid-request error under this id.
    case invalid(id: RequestID, message: String)
    /// An answer, which is for a client to read and for a server to ignore.
    case response
}
