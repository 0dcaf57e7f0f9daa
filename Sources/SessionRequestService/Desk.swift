public import SessionRequestModel
public import SessionRequestStore
internal import SessionRequestWire
internal import Synchronization

/// What a method does to the store, to be given to `Store.write`.
public typealias Change<Outcome> = @Sendable (WriteTransaction) throws -> Outcome

/// The service: it loads, decides, and hands events to the store to be persisted.
///
/// A method that changes something checks the shape of its parameters at once and answers with a `Change`, which decides
/// inside the transaction, on what is true then. A method that reads takes a `Snapshot`. All throw `WireError`; anything
/// else that a change throws is the store's.
///
/// Mutable state: the settings, replaced as a whole; the presence of clients and the budgets of visitors, each behind a
/// lock of its own; none of it outlives the process.
public final class Desk: Sendable {
    let secret: LinkSecret
    private let texts: LinkTexts
    let clock: @Sendable () -> Timestamp
    let timeZoneExists: @Sendable (String) -> Bool
    /// Names the database, for cursors.
    public let epoch: String
    private let currentPolicy: Mutex<Policy>
    let presence = Presence()
    let budgets = Budgets()

    /// A desk.
    ///
    /// - Parameters:
    ///   - clock: tells the time.
    ///   - timeZoneExists: whether a name is one of an IANA time zone.
    public init(
        epoch: String, secret: LinkSecret, settings: DeskSettings, clock: @escaping @Sendable () -> Timestamp,
        timeZoneExists: @escaping @Sendable (String) -> Bool
    ) {
        self.epoch = epoch
        self.secret = secret
        texts = LinkTexts(secret)
        self.clock = clock
        self.timeZoneExists = timeZoneExists
        currentPolicy = Mutex(Policy(settings))
    }

    /// What the admin decided, as of the last reading of the configuration.
    public var settings: DeskSettings {
        get { policy.settings }
        set {
            let policy = Policy(newValue)
            currentPolicy.withLock { $0 = policy }
        }
    }

    /// The same, by reference.
    var policy: Policy { currentPolicy.withLock { $0 } }

    /// What the desk's clock says now.
    public var now: Timestamp { clock() }

    /// The link of a request.
    func link(of request: SessionRequest) -> String { policy.linkPrefix + token(of: request) }

    func token(of request: SessionRequest) -> String {
        texts.token(id: request.id, generation: request.linkGeneration, attempt: request.codeAttempt)
    }

    /// The code of a request; nil for one that has none any more.
    func code(of request: SessionRequest) -> String? {
        guard request.status.isLive else { return nil }
        return texts.code(id: request.id, generation: request.linkGeneration, attempt: request.codeAttempt)
    }

    func codeHash(of request: SessionRequest) -> [UInt8] {
        texts.codeHash(id: request.id, generation: request.linkGeneration, attempt: request.codeAttempt)
    }

    /// The first attempt whose code no other live request has.
    func freeCodeAttempt(id: Int64, generation: Int64, _ snapshot: Snapshot) throws -> Int64 {
        for attempt in 0..<DeskLimits.codeAttempts {
            let hash = texts.codeHash(id: id, generation: generation, attempt: attempt)
            guard let holder = try snapshot.requestID(codeHash: hash), holder != id else { return attempt }
        }
        throw WireError(.unavailable, "cannot find a code that no other session request has; close some first")
    }

    /// Writes events and the request they lead to.
    @discardableResult
    func record(_ events: [Event], _ transaction: WriteTransaction) throws -> Int64? {
        let place = try transaction.record(events) { codeHash(of: $0) }
        if let place { try fillOutbox(events, endingAt: place, transaction) }
        return place
    }

    /// The request of a number as time has left it: what was due by now is written first, with the time it was due.
    func load(_ id: Int64, _ transaction: WriteTransaction, at now: Timestamp) throws -> SessionRequest {
        guard var request = try transaction.snapshot.sessionRequest(id) else {
            throw WireError.notFound("session request \(id)")
        }
        try record(request.timePassed(to: now), transaction)
        return request
    }

    /// Writes everything that the clock has brought about by now, at most `limit` requests of it; answers how many.
    public func catchUpWithClock(limit: Int) -> Change<Int> {
        { transaction in
            let now = self.now
            let due = try transaction.snapshot.requestsDue(at: now, limit: limit)
            for var request in due { try self.record(request.timePassed(to: now), transaction) }
            return due.count
        }
    }
}
