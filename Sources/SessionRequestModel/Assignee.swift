/// Who is to take a request; nobody when there is none.
public enum Assignee: Sendable, Hashable {
    /// An agent, by account name.
    case agent(String)
    /// Any member of a queue, by the queue's slug.
    case queue(String)
    /// Whoever is signed in on this remote-desktop client.
    case client(String)

    /// The word for the kind: `agent`, `queue` or `client`.
    public var type: String {
        switch self {
        case .agent: "agent"
        case .queue: "queue"
        case .client: "client"
        }
    }

    /// The account name, slug or client identifier.
    public var id: String {
        switch self {
        case .agent(let id), .queue(let id), .client(let id): id
        }
    }

    /// Throws when the type is none of the three or the id cannot be one of that type.
    public init(type: String, id: String) throws(Violation) {
        switch type {
        case "agent":
            do { try TextRule.checkLine(id, atMost: Limits.name) } catch { throw error.inside("id") }
            self = .agent(id)
        case "queue":
            do { try Queue.check(id: id) } catch { throw error.inside("id") }
            self = .queue(id)
        case "client":
            do { try TextRule.checkLine(id, atMost: Limits.clientID) } catch { throw error.inside("id") }
            self = .client(id)
        default: throw Violation("must be agent, queue or client", at: "/type")
        }
    }
}
