internal import GRDB
internal import Synchronization

/// What the one writer knows from one transaction to the next.
///
/// Its locks and atomics are never contended: only the writer's queue changes them.
final class WriterState: Sendable {
    /// Which live request has which code.
    let codes: LiveCodes
    private let lastRequest: Atomic<Int64>
    private let lastSequence: Atomic<Int64>

    /// Reads what there is.
    init(_ db: Database, codes: LiveCodes) throws {
        self.codes = codes
        let request = try PreparedStatement("SELECT max(id) FROM requests", on: db).first { $0.number(0) } ?? 0
        lastRequest = Atomic(max(request, try Facts.number(Facts.lastRequest, db) ?? 0))
        lastSequence = Atomic(try Snapshot(db, codes: codes).logBounds().latest)
    }

    /// A number that no request has or had. One whose transaction fails is a gap.
    func newRequestID() -> Int64 {
        lastRequest.add(1, ordering: .relaxed).newValue
    }

    /// The last number that was given to a request.
    var lastRequestID: Int64 { lastRequest.load(ordering: .relaxed) }

    /// The last place of the log that is committed.
    var committedSequence: Int64 { lastSequence.load(ordering: .relaxed) }

    /// The log ends at this place now.
    func committed(upTo sequence: Int64) {
        lastSequence.store(sequence, ordering: .relaxed)
    }
}
