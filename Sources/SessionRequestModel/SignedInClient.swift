/// A remote-desktop client that an agent signed in with, for as long as its connection to the service lives.
public struct SignedInClient: Sendable, Hashable {
    /// The client's own identifier, such as its AnyDesk ID; nil when it gave none.
    public var clientID: String?
    /// The program.
    public var name: String
    /// Its version.
    public var version: String
    /// What it can do, in its own words.
    public var features: [String]
    /// Whether its version is at least the configured minimum.
    public var isSupported: Bool
    /// Whose it is.
    public var uid: UInt32
    /// The account's name.
    public var user: String
    /// When it signed in.
    public var since: Timestamp

    /// A client with just these properties.
    public init(
        clientID: String?, name: String, version: String, features: [String], isSupported: Bool, uid: UInt32,
        user: String,
        since: Timestamp
    ) {
        self.clientID = clientID
        self.name = name
        self.version = version
        self.features = features
        self.isSupported = isSupported
        self.uid = uid
        self.user = user
        self.since = since
    }
}
