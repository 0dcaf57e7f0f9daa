/// Who did something.
public struct Actor: Sendable, Hashable {
    /// What kind of hand it was.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A person or program on this machine, named by the kernel.
        case user
        /// The person behind the link.
        case recipient
        /// Time: something was due.
        case clock
        /// The service itself: a lost lease, the close after too many denials.
        case service
    }

    /// What kind of hand it was.
    public var kind: Kind
    /// The kernel's user number; only for `user`.
    public var uid: UInt32?
    /// The account's name, or the uid in decimal where there is no account; only for `user`.
    public var user: String?
    /// The process that asked; only for `user`, and absent where the kernel does not tell.
    public var pid: Int32?
    /// What the process called itself in `rpc.hello` or `client.signIn`.
    public var program: String?

    /// An actor with just these properties.
    public init(kind: Kind, uid: UInt32? = nil, user: String? = nil, pid: Int32? = nil, program: String? = nil) {
        self.kind = kind
        self.uid = uid
        self.user = user
        self.pid = pid
        self.program = program
    }

    /// The person behind the link.
    public static let recipient = Actor(kind: .recipient)
    /// Time.
    public static let clock = Actor(kind: .clock)
    /// The service itself.
    public static let service = Actor(kind: .service)
}
