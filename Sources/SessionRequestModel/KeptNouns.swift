// Nouns that were checked when they were made, read back from where they were kept. Nothing is checked again: a rule that
// a later release makes stricter must not lock anybody out of what an earlier one wrote.

extension Assignee {
    /// An assignee that was kept; nil when the type is none of the three.
    package init?(keptType type: String, id: String) {
        switch type {
        case "agent": self = .agent(id)
        case "queue": self = .queue(id)
        case "client": self = .client(id)
        default: return nil
        }
    }
}

extension Join {
    /// A join that was kept.
    package init(
        keptMethod method: Method, client: JoinClient?, target: Target, grantedAt: Timestamp, permissions: [String],
        leaseExpiresAt: Timestamp?
    ) {
        self.method = method
        self.client = client
        self.target = target
        self.grantedAt = grantedAt
        self.permissions = permissions
        self.leaseExpiresAt = leaseExpiresAt
    }
}

extension JoinClient {
    /// A client that was kept.
    package init(keptName name: String, version: String?, platform: String?) {
        self.name = name
        self.version = version
        self.platform = platform
    }
}

extension Feedback {
    /// Feedback that was kept.
    package init(keptRating rating: Int, comment: String?, at: Timestamp) {
        self.rating = rating
        self.comment = comment
        self.at = at
    }
}

extension ExternalReference {
    /// A reference that was kept.
    package init(keptSystem system: String, id: String, url: String?) {
        self.system = system
        self.id = id
        self.url = url
    }
}
