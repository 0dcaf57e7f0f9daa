internal import SessionRequestModel
internal import SessionRequestStore

extension Desk {
    /// The connection is gone: what it had taken can be taken by the next one at once.
    public func deliveriesLost(by connection: Int) -> Change<Void> {
        { transaction in try self.lose(transaction.snapshot.deliveries(heldBy: connection), transaction) }
    }

    /// No connection survives its process: what was taken can be taken anew. To be run at the start, before anybody can
    /// connect.
    public func allDeliveriesLost() -> Change<Void> {
        { transaction in try self.lose(transaction.snapshot.heldDeliveries(), transaction) }
    }

    /// A delivery that was taken and could not be handed over waits as before: its attempt does not count.
    public func deliveryReturned(_ id: Int64, by connection: Int) -> Change<Void> {
        { transaction in
            guard var entry = try transaction.snapshot.delivery(id), entry.holder == connection else { return }
            if try self.concludeUnlessAgain(&entry, .failed, transaction) { return }
            entry.attempts -= 1
            try transaction.updateDelivery(entry)
        }
    }

    private func lose(_ entries: [OutboxEntry], _ transaction: WriteTransaction) throws {
        for entry in entries {
            var entry = entry
            if try concludeUnlessAgain(&entry, .lost, transaction) { continue }
            try transaction.updateDelivery(entry)
        }
    }

    /// True when nothing is left of the entry; else it is nobody's, and due.
    private func concludeUnlessAgain(
        _ entry: inout OutboxEntry, _ attempt: OutboxAttempt, _ transaction: WriteTransaction
    ) throws -> Bool {
        let request = try entry.request.flatMap { try transaction.snapshot.sessionRequest($0) }
        if try conclude(entry, attempt, reached: hasReached(request, entry.kind), transaction) { return true }
        entry.holder = nil
        entry.due = now
        return false
    }
}
