internal import SessionRequestModel
internal import Synchronization

/// Which agents are here, and on which remote-desktop clients, as long as their connections live.
final class Presence: Sendable {
    private struct Entry {
        var uid: UInt32
        var user: String
        var client: SignedInClient?
    }

    /// By the number of the connection.
    private let entries = Mutex<[Int: Entry]>([:])

    func arrived(_ caller: Caller) {
        entries.withLock { $0[caller.connection] = Entry(uid: caller.uid, user: caller.user) }
    }

    /// The client that was signed in on the connection.
    func left(_ connection: Int) -> SignedInClient? {
        entries.withLock { $0.removeValue(forKey: connection)?.client }
    }

    /// False when the connection is gone already.
    func signedIn(_ client: SignedInClient, on connection: Int) -> Bool {
        entries.withLock { entries in
            guard entries[connection] != nil else { return false }
            entries[connection]?.client = client
            return true
        }
    }

    /// Unless another client has taken its place, or the connection is gone.
    func signedOut(_ client: SignedInClient, on connection: Int) {
        entries.withLock { entries in
            if entries[connection]?.client == client { entries[connection]?.client = nil }
        }
    }

    func client(on connection: Int) -> SignedInClient? {
        entries.withLock { $0[connection]?.client }
    }

    func isSignedIn(uid: UInt32, on clientID: String) -> Bool {
        entries.withLock { $0.values.contains { $0.uid == uid && $0.client?.clientID == clientID } }
    }

    /// Who is signed in on a client of this identifier, with the connections.
    func signedIn(on clientID: String) -> [(Int, SignedInClient)] {
        entries.withLock { entries in
            entries.compactMap { connection, entry in
                entry.client.flatMap { $0.clientID == clientID ? (connection, $0) : nil }
            }
        }.sorted { $0.0 < $1.0 }
    }

    /// The number of an account that is here.
    func uid(ofUser user: String) -> UInt32? {
        entries.withLock { $0.values.first { $0.user == user }?.uid }
    }

    /// The clients, by name of the agent and time of signing in.
    func clients() -> [SignedInClient] {
        entries.withLock { $0.values.compactMap(\.client) }.sorted { ($0.user, $0.since) < ($1.user, $1.since) }
    }

    /// The agents, by name, each with the clients.
    func agents() -> [(uid: UInt32, user: String, clients: [SignedInClient])] {
        let names = entries.withLock { entries in
            Dictionary(entries.values.map { ($0.uid, $0.user) }, uniquingKeysWith: { first, _ in first })
        }
        let clients = Dictionary(grouping: clients(), by: \.uid)
        return names.map { ($0.key, $0.value, clients[$0.key] ?? []) }.sorted { $0.user < $1.user }
    }
}
