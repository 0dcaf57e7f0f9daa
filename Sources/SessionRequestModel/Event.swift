/// Something that happened, as it is written to the log together with the change itself.
public struct Event: Sendable, Hashable {
    /// What it happened to, as it was afterwards. Indirect, because events are handed on more often than looked into.
    public indirect enum Subject: Sendable, Hashable {
        /// A request, and what it was before; nil when the event created it.
        case sessionRequest(SessionRequest, before: SessionRequest?)
        /// A queue, and what it was before; nil when the event created it.
        case queue(Queue, before: Queue?)
        /// A remote-desktop client that signed in or out.
        case client(SignedInClient)
    }

    /// What happened.
    public var type: EventType
    /// When it happened, which for an expiry is the instant of expiry, not of noticing it.
    public var at: Timestamp
    /// Who did it.
    public var actor: Actor
    /// What it happened to.
    public var subject: Subject

    /// An event with just these properties.
    public init(type: EventType, at: Timestamp, actor: Actor, subject: Subject) {
        self.type = type
        self.at = at
        self.actor = actor
        self.subject = subject
    }

    /// The request that it happened to, as it was afterwards.
    public var sessionRequest: SessionRequest? {
        if case .sessionRequest(let request, _) = subject { request } else { nil }
    }
}
