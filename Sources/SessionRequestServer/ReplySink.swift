internal import JSONRPC
internal import SessionRequestWire

/// Where the answer to one call goes: straight to the connection, or into the array of its batch.
enum ReplySink {
    /// A notification: nobody is told.
    case nobody
    case single(RequestID)
    case batched(RequestID?, BatchReplies, index: Int)

    var id: RequestID? {
        switch self {
        case .nobody: nil
        case .single(let id): id
        case .batched(let id, _, _): id
        }
    }
}

/// The answers of a batch, gathered until the last is there; then one line in the order of the calls.
final class BatchReplies {
    static let isFullError = WireError.tooLarge(
        "cannot answer this call: the answers to its batch are over \(ServerLimits.batch) bytes already",
        hint: "send it again in another batch; it was not carried out")

    private var replies: [[UInt8]?]
    private var missing: Int
    private var size = 0
    /// What the calls began, which waits for the line.
    var announcements: [() -> Void] = []

    init(count: Int) {
        replies = Array(repeating: nil, count: count)
        missing = count
    }

    /// Keeps an answer; nil for a notification, which has none. True when it was the last.
    func add(_ reply: [UInt8]?, at index: Int) -> Bool {
        replies[index] = reply
        size += reply?.count ?? 0
        missing -= 1
        return missing == 0
    }

    /// Whether the answers are so much that no further call should be carried out.
    var isFull: Bool { size > ServerLimits.batch }

    /// Whether the last answer is there.
    var isComplete: Bool { missing == 0 }

    /// Writes the array; nothing when all were notifications.
    func write(to writer: inout JSONWriter) -> Bool {
        let all = replies.compactMap { $0 }
        guard !all.isEmpty else { return false }
        writer.beginArray()
        for reply in all { writer.raw(reply) }
        writer.endArray()
        return true
    }
}
