public import SessionRequestModel
public import SessionRequestStore

/// A connection of an agent's that lives only as long as the agent's connection to this service.
public struct AgentLease: Sendable, Hashable {
    /// The request.
    public var request: Int64
    /// Since when the agent is connected: tells this session from a later one of the same request.
    public var since: String

    /// A lease with just these properties.
    public init(request: Int64, since: String) {
        self.request = request
        self.since = since
    }
}

extension Desk {
    /// The agent's connection to this service is gone: ends the sessions that lived by it, unless they have ended already.
    public func leasesLost(_ leases: Set<AgentLease>) -> Change<Void> {
        { transaction in
            let now = self.now
            for lease in leases.sorted(by: { $0.request < $1.request }) {
                guard var request = try transaction.snapshot.sessionRequest(lease.request), request.status == .connected,
                    let connection = request.connection, connection.leased, connection.since.rfc3339 == lease.since
                else { continue }
                try self.record(request.disconnected(by: .service, at: now), transaction)
            }
        }
    }

    /// No connection to this service survives its process: ends every session that lived by one. To be run at the start,
    /// before anybody can connect.
    public func allLeasesLost() -> Change<Int> {
        { transaction in
            let now = self.now
            var count = 0
            for id in try transaction.snapshot.connectedRequestIDs() {
                guard var request = try transaction.snapshot.sessionRequest(id), request.connection?.leased == true else {
                    continue
                }
                try self.record(request.disconnected(by: .service, at: now), transaction)
                count += 1
            }
            return count
        }
    }
}
