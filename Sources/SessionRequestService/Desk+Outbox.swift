internal import SessionRequestModel
internal import SessionRequestStore

// What must leave the machine is written in the transaction of what it tells of.
extension Desk {
    /// Puts into the outbox what the events make necessary: messages to the recipient, and the events themselves for
    /// endpoints that are told of them. Nothing is looked up for a request whose recipient nobody invited.
    ///
    /// - Parameter place: of the last event in the log.
    func fillOutbox(_ events: [Event], endingAt place: Int64, _ transaction: WriteTransaction) throws {
        for event in events {
            guard case .sessionRequest(let after, let before) = event.subject,
                after.invitation.isWanted || before?.invitation.isWanted == true
            else { continue }
            let isNew = before == nil
            for kind in DeliveryKind.toRecipient {
                guard let news = RecipientNews(event, by: kind) else { continue }
                try tellRecipient(
                    news, of: after, reached: before?.invitation[kind].reachedAt != nil, by: kind, isNew: isNew,
                    transaction)
            }
        }
        let webhooks = policy.settings.outbox.webhooks
        guard !webhooks.isEmpty else { return }
        let now = now
        for (index, event) in events.enumerated() {
            for endpoint in webhooks where endpoint.wants(event) {
                transaction.addDelivery(
                    OutboxEntry(
                        kind: .webhook, purpose: .event, endpoint: endpoint.id, request: event.sessionRequest?.id,
                        event: place - Int64(events.count - 1 - index), at: now))
            }
        }
    }

    private func tellRecipient(
        _ news: RecipientNews, of request: SessionRequest, reached: Bool, by kind: DeliveryKind, isNew: Bool,
        _ transaction: WriteTransaction
    ) throws {
        // Of a request that is being made nothing waits yet.
        let waiting = isNew ? nil : try transaction.snapshot.delivery(to: request.id, by: kind)
        if var waiting, waiting.holder != nil {
            waiting.sequel = OutboxSequel.after(news, waiting.sequel)
            return try transaction.updateDelivery(waiting)
        }
        switch OutboxDecision(news, waiting: waiting?.purpose, reached: reached) {
        case .nothing: break
        case .withdraw: if let waiting { try transaction.removeDelivery(waiting.id) }
        case .send(let purpose):
            // One that was never taken says what is new when it is; one that was tried may have arrived, and its reader
            // would take a second one of the same number for a copy.
            if let waiting, waiting.purpose == purpose, waiting.attempts == 0 { return }
            if let waiting { try transaction.removeDelivery(waiting.id) }
            if !isNew, purpose == .invitation { try transaction.forgetDeadLetters(to: request.id, by: kind) }
            transaction.addDelivery(OutboxEntry(kind: kind, purpose: purpose, request: request.id, at: now))
        }
    }

    /// By what ways the word that the request is over still waits, and was never tried: the recipient has not heard it.
    func untoldOfTheEnd(_ request: SessionRequest, _ snapshot: Snapshot) throws -> Set<DeliveryKind> {
        guard request.invitation.isWanted else { return [] }
        return try Set(
            DeliveryKind.toRecipient.filter { kind in
                guard let waiting = try snapshot.delivery(to: request.id, by: kind) else { return false }
                return waiting.holder == nil
                    ? waiting.attempts == 0 && waiting.purpose.tellsOfTheEnd
                    : waiting.sequel == .send(.canceled) || waiting.sequel == .send(.closed)
            })
    }

    /// Carries out what an attempt has left to do; false: it is to be tried again as it is.
    func conclude(
        _ entry: OutboxEntry, _ attempt: OutboxAttempt, reached: Bool, _ transaction: WriteTransaction
    ) throws -> Bool {
        switch OutboxOutcome(attempt, of: entry.purpose, sequel: entry.sequel, reached: reached) {
        case .again: return false
        case .done: try transaction.removeDelivery(entry.id)
        case .replaced(let purpose):
            try transaction.removeDelivery(entry.id)
            transaction.addDelivery(OutboxEntry(kind: entry.kind, purpose: purpose, request: entry.request, at: now))
        }
        return true
    }
}
