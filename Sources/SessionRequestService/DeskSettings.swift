public import SessionRequestModel

/// What an admin decides about a desk. Replaced as a whole when the configuration is read again.
public struct DeskSettings: Sendable {
    /// Whose desk it is, as recipients read it.
    public var organization: String?
    /// The address of the page, without a slash at its end.
    public var portal = "http://localhost:7080"
    /// Denials after which a request is closed.
    public var maxDenials = 3
    /// Seconds that a request lives unless it says otherwise.
    public var defaultExpirySeconds: Int64 = 86_400
    /// Schemes that a recipient may grant.
    public var allowedSchemes: Set<String> = ["anydesk", "rustdesk"]
    /// Whether a grant may lead to a private, loopback or link-local host.
    public var allowPrivateHosts = false
    /// Seconds between two requests for access to one recipient.
    public var requestAccessIntervalSeconds: Int64 = 10
    /// Whether an agent must be signed in on a client to connect.
    public var requireClient = false
    /// The oldest versions of clients that agents may connect with, by client name.
    public var minimumAgentVersions: [String: String] = ["anydesk": "9.0.1"]
    /// The oldest versions of clients that recipients may join with, by client name.
    public var minimumRecipientVersions: [String: String] = ["anydesk": "9.0"]
    /// How targets are opened, by scheme.
    public var connectors: [String: Connector] = Dictionary(
        uniqueKeysWithValues: Connector.builtIn.map { ($0.scheme, $0) })
    /// What addresses must match besides their grammar, by scheme.
    public var addressPatterns: [String: AddressPattern] = [:]
    /// Ways of joining that the page offers; nil: one for each allowed scheme.
    public var joinMethods: [JoinMethod]?
    /// What leaves the machine.
    public var outbox = OutboxSettings()
    /// Days that an ended request is kept.
    public var retentionDays: Int64 = 90
    /// Events that the log holds before ended requests go early.
    public var retentionEvents = 1_000_000
    /// Wrong codes that one visitor's address may try in an hour.
    public var wrongCodesPerSourcePerHour = 10
    /// Wrong codes in a minute, of all visitors together, after which codes are not taken.
    public var wrongCodesPerMinute = 600
    /// Requests that one visitor's address may make in an hour at public pages.
    public var publicRequestsPerSourcePerHour = 10

    /// The settings of a desk that nobody has configured.
    public init() {}

    /// What the page offers.
    public var offeredJoinMethods: [JoinMethod] {
        joinMethods
            ?? allowedSchemes.sorted().map { scheme in
                JoinMethod(
                    method: .client, scheme: scheme, pattern: AddressGrammar(scheme: scheme).pattern,
                    minimumVersion: minimumRecipientVersions[scheme])
            }
    }
}

/// A way of joining that the page offers.
public struct JoinMethod: Sendable, Hashable {
    /// The kind of way.
    public var method: Join.Method
    /// The scheme of the target it leads to.
    public var scheme: String
    /// A regular expression that addresses of the scheme match.
    public var pattern: String
    /// The oldest version of a client that may join.
    public var minimumVersion: String?

    /// A way with just these properties.
    public init(method: Join.Method, scheme: String, pattern: String, minimumVersion: String?) {
        self.method = method
        self.scheme = scheme
        self.pattern = pattern
        self.minimumVersion = minimumVersion
    }
}
