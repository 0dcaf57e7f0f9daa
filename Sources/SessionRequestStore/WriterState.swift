internal import GRDB
internal import Synchronization

/// What the one writer knows from one transaction to the next.
///
/// Its locks and atomics are never contended: only the writer's thread changes them.
final class WriterState: Sendable {
    /// Which live request has which code.
    let codes: LiveCodes
    private let lastRequest: Atomic<Int64>
    private let lastSequence: Atomic<Int64>
    private let lastTallied: Atomic<Int64>
    private let deadline = Mutex(NearestDeadline.unknown)

    /// Reads what there is.
    init(_ db: Database, codes: LiveCodes) throws {
        self.codes = codes
        lastRequest = Atomic(try Self.lastRequest(db))
        lastSequence = Atomic(try Snapshot(db, codes: codes).logBounds().latest)
        lastTallied = Atomic(try Tallies.place(db))
    }

    /// The last number that was given to a request, and those that are left out.
    static func lastRequest(_ db: Database) throws -> Int64 {
        let request = try PreparedStatement("SELECT max(id) FROM requests", on: db).first { $0.number(0) } ?? 0
        return max(request, try Facts.number(Facts.lastRequest, db) ?? 0)
    }

    /// A number that no request has or had. One whose transaction fails is a gap.
    func newRequestID() -> Int64 {
        lastRequest.add(1, ordering: .relaxed).newValue
    }

    /// The last number that was given to a request.
    var lastRequestID: Int64 { lastRequest.load(ordering: .relaxed) }

    /// The last place of the log that is committed.
    var committedSequence: Int64 { lastSequence.load(ordering: .relaxed) }

    /// The place of the log up to which the tallies count.
    var tallied: Int64 { lastTallied.load(ordering: .relaxed) }

    /// What is known of the deadlines after the last commit.
    var nearestDeadline: NearestDeadline { deadline.withLock { $0 } }

    /// The log ends at this place now.
    func committed(upTo sequence: Int64, tallied: Int64, nearestDeadline: NearestDeadline) {
        lastSequence.store(sequence, ordering: .relaxed)
        lastTallied.store(tallied, ordering: .relaxed)
        deadline.withLock { $0 = nearestDeadline }
    }

    /// A group failed: whatever it knew may be wrong.
    func forgetDeadline() {
        deadline.withLock { $0 = .unknown }
    }
}
