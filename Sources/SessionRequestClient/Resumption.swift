internal import JSONRPC
package import SessionRequestWire

/// Where a watch stands in the stream and what it does when the connection is lost. A value, without I/O.
package struct Resumption {
    /// What to do about a loss.
    package enum Ruling: Equatable {
        case retry(in: Duration)
        case giveUp(ClientError)
    }

    private let options: WatchOptions
    private var place: String?
    private var hasStarted = false
    private var needsSnapshot: Bool
    private var backoff = Backoff()

    package init(_ options: WatchOptions) {
        self.options = options
        place = options.since
        needsSnapshot = options.snapshot
    }

    /// How to subscribe now: from the beginning, or from where it was lost.
    package var params: EventsMethods.Subscribe.Params {
        EventsMethods.Subscribe.Params(
            since: place, snapshot: needsSnapshot ? true : nil, filter: options.filter,
            heartbeatSeconds: options.heartbeatSeconds)
    }

    /// The subscription was accepted: what to tell.
    package mutating func subscribed(_ result: EventsMethods.Subscribe.Result) -> [WatchItem] {
        var items: [WatchItem] = hasStarted ? [.resumed] : []
        if let snapshot = result.snapshot { items.append(.snapshot(snapshot, cursor: result.cursor)) }
        place = result.cursor
        hasStarted = true
        needsSnapshot = false
        return items
    }

    /// A notification came: what to tell, if anything. Throws at the end of the stream, which is a loss, and at what
    /// cannot be read.
    package mutating func received(_ notification: Notification) throws(ClientError) -> WatchItem? {
        do {
            switch notification.method {
            case "events.event":
                let event = try WireEvent(from: try params(of: notification))
                guard event.cursor != place else { return nil }
                place = event.cursor
                backoff.succeeded()
                return .event(event)
            case "events.sync":
                let sync = try EventsNotifications.Sync(from: try params(of: notification))
                place = sync.cursor
                backoff.succeeded()
                return .sync(cursor: sync.cursor)
            case "events.closed":
                let closed = try EventsNotifications.Closed(from: try params(of: notification))
                if let resume = closed.resume { place = resume }
                throw closing(closed)
            default: return nil
            }
        } catch let error as JSONMismatch {
            throw .protocolViolation("\(notification.method) has another shape (\(error))")
        } catch let error as ClientError {
            throw error
        } catch {
            throw .protocolViolation("\(notification.method) cannot be read")
        }
    }

    /// The connection or the subscription was lost, or could not be had. `random` is from 0 up to 1.
    ///
    /// A place that is gone from the log is no loss to one who asked for a snapshot: a new one takes its place. Who
    /// could not be reached in the first place is not tried again: somebody should be told.
    package mutating func lost(_ error: ClientError, random: Double) -> Ruling {
        if case .service(let refusal) = error {
            if refusal.reason == .cursorExpired, hasStarted, options.snapshot, !needsSnapshot {
                place = nil
                needsSnapshot = true
                return .retry(in: .zero)
            }
            guard refusal.data.retryable else { return .giveUp(error) }
            let minimum = refusal.data.retryAfter.map { Duration.seconds($0) } ?? .zero
            return .retry(in: backoff.failed(random: random, minimum: minimum))
        }
        guard error.isPassing, hasStarted else { return .giveUp(error) }
        return .retry(in: backoff.failed(random: random))
    }

    private func params(of notification: Notification) throws(ClientError) -> JSONNode {
        guard let params = notification.params else {
            throw .protocolViolation("\(notification.method) has no params")
        }
        return params
    }

    private func closing(_ closed: EventsNotifications.Closed) -> ClientError {
        var error = WireError(.shuttingDown, "cannot go on with the stream: the service ended it (\(closed.reason))")
        error.data.retryAfter = closed.retryAfter
        return .service(error)
    }
}
