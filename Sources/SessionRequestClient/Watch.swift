/// The stream of events as an endless sequence, which reconnects by itself and goes on where it was lost: in order,
/// nothing twice, nothing missed.
///
/// Each iterator has a connection of its own. A reader that is slow costs the service nothing: what it has not taken
/// stays in the service's log. The sequence ends when its task is cancelled; it throws what trying again will not
/// mend: a refusal, or a service that cannot be reached in the first place.
public struct Watch: AsyncSequence, Sendable {
    /// What it tells.
    public typealias Element = WatchItem
    /// Why it stops.
    public typealias Failure = ClientError

    /// How long a subscription may take to be accepted.
    static let patience = Duration.seconds(60)

    let path: String
    let options: WatchOptions
    let timing: Timing

    /// A watch of the service at `path`; nothing happens before it is iterated.
    public init(path: String, options: WatchOptions = WatchOptions(), timing: Timing = .real) {
        self.path = path
        self.options = options
        self.timing = timing
    }

    /// Starts over from `options.since`.
    public func makeAsyncIterator() -> Iterator { Iterator(self) }
}

extension Connection {
    /// A watch of the service that this connection leads to, with connections of its own.
    public func watch(_ options: WatchOptions = WatchOptions()) -> Watch {
        Watch(path: path, options: options, timing: timing)
    }
}
