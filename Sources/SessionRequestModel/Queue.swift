/// A line of requests that its members share.
public struct Queue: Sendable, Hashable {
    /// How requests find an agent. The first release takes `manual` as written and keeps the others for routing to come.
    public enum Strategy: String, Sendable, Hashable, CaseIterable {
        case manual, roundRobin, leastBusy
    }

    /// A slug, `[a-z0-9-]{1,64}`, chosen at creation and kept for good.
    public let id: String
    /// How people call it; one line.
    public var name: String
    /// What it is for.
    public var description: String
    /// Account names of its members.
    public var users: [String]
    /// Unix groups whose members are its members.
    public var groups: [String]
    /// Seconds that a request of this queue lives unless it says otherwise; nil: the desk's default.
    public var defaultExpirySeconds: Int64?
    /// The language of a recipient who names none.
    public var defaultLanguage: String?
    /// Whether people without a link may ask for help at its page.
    public var publicPage: Bool
    /// How requests find an agent.
    public var strategy: Strategy
    /// The queue that takes over when nobody of this one is signed in.
    public var fallback: String?
    /// When it was made.
    public let createdAt: Timestamp
    /// When it last changed.
    public var updatedAt: Timestamp
    /// Counts its changes, from 1.
    public var revision: Int64

    /// A queue with just these properties; `check()` says whether they are within bounds.
    public init(
        id: String, name: String, description: String, users: [String], groups: [String],
        defaultExpirySeconds: Int64?, defaultLanguage: String?, publicPage: Bool, strategy: Strategy, fallback: String?,
        createdAt: Timestamp, updatedAt: Timestamp, revision: Int64
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.users = users
        self.groups = groups
        self.defaultExpirySeconds = defaultExpirySeconds
        self.defaultLanguage = defaultLanguage
        self.publicPage = publicPage
        self.strategy = strategy
        self.fallback = fallback
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.revision = revision
    }

    /// Throws with the pointer of the first member that is out of bounds.
    public func check() throws(Violation) {
        do { try Self.check(id: id) } catch { throw error.inside("id") }
        do { try TextRule.checkLine(name, atMost: Limits.name) } catch { throw error.inside("name") }
        do { try TextRule.checkText(description, atMost: Limits.comments) } catch { throw error.inside("description") }
        do {
            try Self.check(members: users, named: "users")
            try Self.check(members: groups, named: "groups")
        } catch { throw error.inside("members") }
        if let defaultExpirySeconds, !(1...Limits.lifetimeSeconds).contains(defaultExpirySeconds) {
            throw Violation("must be 1 to \(Limits.lifetimeSeconds) seconds", at: "/defaultExpirySeconds")
        }
        if let defaultLanguage {
            do { try TextRule.checkLanguageTag(defaultLanguage) } catch { throw error.inside("defaultLanguage") }
        }
        if let fallback {
            do { try Self.check(id: fallback) } catch { throw error.inside("fallback") }
            if fallback == id { throw Violation("must be another queue", at: "/fallback") }
        }
    }

    /// Whether an account of this name, in these groups, is a member.
    public func hasMember(user: String, groups memberOf: some Sequence<String>) -> Bool {
        users.contains(user) || memberOf.contains(where: groups.contains)
    }

    /// Throws unless `id` is a slug.
    public static func check(id: String) throws(Violation) {
        guard (1...Limits.queueID).contains(id.utf8.count),
            id.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") })
        else { throw Violation("must be a slug of 1 to \(Limits.queueID) characters of a-z, 0-9 and -") }
    }

    private static func check(members: [String], named member: String) throws(Violation) {
        guard members.count <= Limits.queueMembers else {
            throw Violation("must hold at most \(Limits.queueMembers) names", at: "/\(member)")
        }
        for (index, name) in members.enumerated() {
            do { try TextRule.checkLine(name, atMost: Limits.name) } catch {
                throw error.inside("\(index)").inside(member)
            }
        }
    }
}
