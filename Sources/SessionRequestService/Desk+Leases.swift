internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestStore
public import SessionRequestWire

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
                guard try transaction.snapshot.sessionRequest(lease.request) != nil else { continue }
                var request = try self.load(lease.request, transaction, at: now)
                guard let connection = request.connection, connection.leased, connection.since.rfc3339 == lease.since
                else { continue }
                try self.record(request.disconnected(by: .service, at: now), transaction)
            }
        }
    }

    /// The leases that a `sessionRequest.connect` took, to be kept with the connection until it is gone.
    public func leases(
        of params: SessionRequestMethods.Connect.Params, _ result: SessionRequestMethods.Connect.Result
    ) -> [AgentLease] {
        guard params.lease == true, let since = result.sessionRequest.connection?.since else { return [] }
        return [AgentLease(request: params.id, since: since)]
    }

    /// The leases that a `sessionRequest.bulk` took; those it has given up itself are as good as lost.
    public func leases(
        of params: SessionRequestMethods.Bulk.Params, _ result: SessionRequestMethods.Bulk.Result
    ) -> [AgentLease] {
        typealias Connect = SessionRequestMethods.Connect
        return zip(params.operations, result.results).flatMap { operation, bytes -> [AgentLease] in
            guard operation.method == Connect.name, let params = try? Connect.params(from: operation.params),
                let answer = try? Connect.Result(from: JSONDocument(bytes).root)
            else { return [] }
            return leases(of: params, answer)
        }
    }

    /// No connection to this service survives its process: ends every session that lived by one, and signs out every client.
    /// To be run at the start, before anybody can connect. Answers how many sessions ended.
    public func allLeasesLost() -> Change<Int> {
        { transaction in
            let now = self.now
            var count = 0
            for id in try transaction.snapshot.connectedRequestIDs() {
                var request = try self.load(id, transaction, at: now)
                guard request.connection?.leased == true else { continue }
                try self.record(request.disconnected(by: .service, at: now), transaction)
                count += 1
            }
            try self.signOutAll(transaction)
            return count
        }
    }
}
