/// An agent's running session.
public struct Connection: Sendable, Hashable {
    /// Who connected.
    public var agent: Actor
    /// Since when.
    public var since: Timestamp
    /// Whether it lives only as long as the agent's own connection to the service.
    public var leased: Bool

    /// A connection with just these properties.
    public init(agent: Actor, since: Timestamp, leased: Bool) {
        self.agent = agent
        self.since = since
        self.leased = leased
    }
}

/// How a request ended.
public struct Closure: Sendable, Hashable {
    /// Why.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case done, canceled, denied, duplicate, other
        /// The person behind the link called it off.
        case canceledByRecipient
    }

    /// Why.
    public var reason: Reason
    /// By whom.
    public var by: Actor
    /// When.
    public var at: Timestamp
    /// What the agent wrote down.
    public var note: String?

    /// A closure with just these properties.
    public init(reason: Reason, by: Actor, at: Timestamp, note: String?) {
        self.reason = reason
        self.by = by
        self.at = at
        self.note = note
    }
}

/// What the recipient said afterwards.
public struct Feedback: Sendable, Hashable {
    /// 1 (bad) to 5 (good).
    public var rating: Int
    /// In the recipient's own words.
    public var comment: String?
    /// When it was given.
    public var at: Timestamp

    /// Throws when the rating is not 1 to 5 or the comment is over its limit.
    public init(rating: Int, comment: String?, at: Timestamp) throws(Violation) {
        guard (1...5).contains(rating) else { throw Violation("must be 1 to 5", at: "/rating") }
        if let comment {
            do { try TextRule.checkText(comment, atMost: Limits.note) } catch { throw error.inside("comment") }
        }
        self.rating = rating
        self.comment = comment
        self.at = at
    }
}

/// The record in another system that a request belongs to.
public struct ExternalReference: Sendable, Hashable {
    /// The other system: `salesforce`, `freshservice`, ...
    public var system: String
    /// Its identifier there.
    public var id: String
    /// Where a person can look at it.
    public var url: String?

    /// Throws when a member is over its limit, or the URL is not http(s).
    public init(system: String, id: String, url: String? = nil) throws(Violation) {
        do { try TextRule.checkLine(system, atMost: Limits.externalReference) } catch { throw error.inside("system") }
        do { try TextRule.checkLine(id, atMost: Limits.externalReference) } catch { throw error.inside("id") }
        if let url {
            do { try TextRule.checkLine(url, atMost: Limits.url) } catch { throw error.inside("url") }
            guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
                throw Violation("must begin with https:// or http://", at: "/url")
            }
        }
        self.system = system
        self.id = id
        self.url = url
    }
}
