package import JSONRPC
package import SessionRequestWire

/// The calls of one connection and their answers: which are under way, who waits for them, and how it ended. A value,
/// without I/O; `Waiter` is whatever is to be told.
package struct Dialogue<Waiter> {
    /// What an answer comes to for the one who waits.
    package typealias Answer = Result<JSONNode, ClientError>

    private enum Stage {
        /// It has an id and nothing more.
        case reserved
        /// It was given up before it was sent.
        case abandoned(ClientError)
        case sent(Waiter)
    }

    private var calls: [Int64: Stage] = [:]
    private var lastID: Int64 = 0
    private var complaint: WireError?
    /// Why there will be no more answers; nil while there may be.
    package private(set) var ending: ClientError?

    /// No call yet.
    package init() {}

    /// A call is about to be made: its id.
    package mutating func reserved() -> Int64 {
        lastID += 1
        calls[lastID] = .reserved
        return lastID
    }

    /// The call is ready to be sent. Nil: send it. Otherwise it is over already, and this is its answer.
    package mutating func submitted(_ id: Int64, waiter: Waiter) -> Answer? {
        if let ending {
            calls[id] = nil
            return .failure(ending)
        }
        if case .abandoned(let error) = calls[id] {
            calls[id] = nil
            return .failure(error)
        }
        calls[id] = .sent(waiter)
        return nil
    }

    /// Nobody waits for the call any longer. The waiter to be told, if it was sent; then it should be cancelled, too.
    package mutating func abandoned(_ id: Int64, because error: ClientError) -> Waiter? {
        switch calls[id] {
        case .sent(let waiter):
            calls[id] = nil
            return waiter
        case .reserved: calls[id] = .abandoned(error)
        case .abandoned, nil: break
        }
        return nil
    }

    /// An answer came: the waiter to be told. Nil for a call that was abandoned; throws for one that was never made.
    package mutating func answered(_ id: Int64) throws(ClientError) -> Waiter? {
        guard (1...max(lastID, 1)).contains(id), lastID > 0 else {
            throw .protocolViolation("an answer has an id that nobody sent")
        }
        guard case .sent(let waiter) = calls[id] else { return nil }
        calls[id] = nil
        return waiter
    }

    /// The service says what it does not like about the connection; it ends it next.
    package mutating func complained(_ error: WireError) { complaint = error }

    /// The connection ended: the waiters to be told `ending`. A complaint that came before says it better than `error`.
    package mutating func ended(_ error: ClientError) -> [Waiter] {
        guard ending == nil else { return [] }
        ending = complaint.map { .service($0) } ?? error
        var waiters: [Waiter] = []
        for (id, stage) in calls.sorted(by: { $0.key < $1.key }) {
            guard case .sent(let waiter) = stage else { continue }
            waiters.append(waiter)
            calls[id] = nil
        }
        return waiters
    }
}
