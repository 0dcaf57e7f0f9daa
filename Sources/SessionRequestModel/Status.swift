/// Where a session request stands. These six and no others; everything finer is an event.
public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Created; the recipient has not opened the link. Successors: waiting, ready, closed, expired.
    case open
    /// The recipient opened the link and has not allowed access. Successors: ready, closed, expired.
    case waiting
    /// The recipient allowed access; an agent may connect. Successors: waiting, connected, closed, expired.
    case ready
    /// An agent is connected. Successors: waiting, ready, closed; expired when it ends past its expiry.
    case connected
    /// Done, canceled, or denied too often. Successor: open.
    case closed
    /// Its time ran out before it was closed. Successor: open.
    case expired

    /// Whether the request is neither closed nor expired.
    public var isLive: Bool { self != .closed && self != .expired }
}
