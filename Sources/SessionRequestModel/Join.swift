/// How the recipient's side joined, and what it allowed.
public struct Join: Sendable, Hashable {
    /// The way of joining.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        /// A client downloaded for this session.
        case assist
        /// A client that was installed already.
        case client
        /// An address that the recipient typed in.
        case manual
    }

    /// The way of joining.
    public var method: Method
    /// The program that shares the screen.
    public var client: JoinClient?
    /// Where the agent's client finds it.
    public var target: Target
    /// When access was allowed.
    public var grantedAt: Timestamp
    /// What the agent may do, in the client's own words.
    public var permissions: [String]
    /// When the grant lapses unless it is renewed; nil: it lives until close or expiry.
    public var leaseExpiresAt: Timestamp?

    /// Throws when there are too many permissions or one is no token.
    public init(
        method: Method, client: JoinClient?, target: Target, grantedAt: Timestamp, permissions: [String],
        leaseExpiresAt: Timestamp?
    ) throws(Violation) {
        guard permissions.count <= Limits.tokens else {
            throw Violation("must hold at most \(Limits.tokens) permissions", at: "/permissions")
        }
        for (index, permission) in permissions.enumerated() {
            do { try TextRule.checkToken(permission, atMost: Limits.token, others: "._-:") } catch {
                throw error.inside("\(index)").inside("permissions")
            }
        }
        self.method = method
        self.client = client
        self.target = target
        self.grantedAt = grantedAt
        self.permissions = permissions
        self.leaseExpiresAt = leaseExpiresAt
    }
}

/// A remote-desktop client, as it names itself.
public struct JoinClient: Sendable, Hashable {
    /// The program: `anydesk`, `rustdesk`, ...
    public var name: String
    /// Its version, numbers joined by dots.
    public var version: String?
    /// What it runs on.
    public var platform: String?

    /// Throws when a member is over its limit.
    public init(name: String, version: String? = nil, platform: String? = nil) throws(Violation) {
        do { try TextRule.checkLine(name, atMost: Limits.name) } catch { throw error.inside("name") }
        if let version {
            do { try TextRule.checkLine(version, atMost: Limits.token) } catch { throw error.inside("version") }
        }
        if let platform {
            do { try TextRule.checkLine(platform, atMost: Limits.token) } catch { throw error.inside("platform") }
        }
        self.name = name
        self.version = version
        self.platform = platform
    }
}
