internal import SessionRequestWire

/// What there is to say about a watched link.
enum LinkNews: Sendable, Equatable {
    /// As it is now.
    case link(WireLink)
    /// The daemon cannot be asked at the moment; it is asked again.
    case unavailable
    /// There is nothing more to come: the link is no longer good.
    case gone(WireError)
}
