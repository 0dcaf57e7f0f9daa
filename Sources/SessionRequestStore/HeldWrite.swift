internal import SessionRequestModel

/// A write that waits until somebody reads what it changes, or the command ends.
///
/// Most commands write once, as their last act: by then nothing can undo them alone any more, and the savepoint, which
/// makes SQLite copy every page before it is changed, is saved.
enum HeldWrite {
    case event(sequence: Int64, type: EventType, at: Int64, request: Int64?, previous: Predecessor, body: Range<Int>)
    case newRequest(RequestRow, codeHash: [UInt8]?)
    case request(RequestRow, changed: RequestRow.Parts)
    case code(hash: [UInt8]?, request: Int64)
    case tag(String, request: Int64, isAdded: Bool)
    case lease(expiresAt: Int64?, deadline: Int64?, request: Int64)
    case reminder(at: Int64?, request: Int64)
    case delivery(OutboxEntry)
    case answer(KeptAnswer, uid: UInt32, key: String, at: Int64)

    /// The event of the same request before one.
    enum Predecessor {
        /// There is none: the request is new, or the event is of no request.
        case none
        /// The one at this place.
        case event(Int64)
        /// The last one that the index knows of.
        case lastOfRequest
    }
}
