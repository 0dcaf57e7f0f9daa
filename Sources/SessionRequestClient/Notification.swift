public import JSONRPC

/// What the service says without being asked.
public struct Notification: Sendable {
    /// `events.event`, `events.sync`, `events.closed` or `link.changed`; a newer service may send others.
    public var method: String
    /// What it says; read it with the types of `EventsNotifications` and `LinkNotifications`.
    public var params: JSONNode?

    /// Just these members.
    public init(method: String, params: JSONNode?) {
        self.method = method
        self.params = params
    }
}
