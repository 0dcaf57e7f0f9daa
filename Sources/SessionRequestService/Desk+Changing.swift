internal import SessionRequestModel
internal import SessionRequestStore
internal import SessionRequestWire

/// What a change to one request decides on.
struct Scene {
    /// The transaction it decides in.
    let transaction: WriteTransaction
    /// The one instant of the change.
    let now: Timestamp
    /// Who asks.
    let agent: AgentIdentity
}

extension Desk {
    /// A change of one request by an agent: brings it up to date, checks revision and permission in the promised order,
    /// lets `change` decide, records its events and answers with the request.
    func changing(
        _ id: Int64, _ action: AgentAction, ifRevision revision: Int64?, by caller: Caller,
        _ change: @escaping @Sendable (inout SessionRequest, Scene) throws -> [Event]
    ) -> Change<SessionRequestResult> {
        { transaction in
            let request = try self.changed(id, action, ifRevision: revision, by: caller, transaction, change)
            return try SessionRequestResult(sessionRequest: self.render(request, for: caller, transaction.snapshot))
        }
    }

    func changed(
        _ id: Int64, _ action: AgentAction, ifRevision revision: Int64?, by caller: Caller,
        _ transaction: WriteTransaction, _ change: (inout SessionRequest, Scene) throws -> [Event]
    ) throws -> SessionRequest {
        let now = self.now
        var request = try load(id, transaction, at: now)
        if let revision, revision != request.revision {
            throw WireError.revisionConflict(
                "cannot \(action.phrase) session request \(id): it changed since revision \(revision) and is at "
                    + "\(request.revision); read it again", revision: request.revision)
        }
        let agent = try identity(of: caller, for: request, transaction.snapshot)
        try check(action, by: agent, on: request)
        let events: [Event]
        do {
            events = try change(&request, Scene(transaction: transaction, now: now, agent: agent))
        } catch is InvalidTransition {
            throw invalidTransition(action.phrase, request, agent)
        }
        try record(events, transaction)
        return request
    }
}
