internal import Synchronization

/// The tokens and codes of the requests that were in hand last: most are asked for again at once, by the answer and by
/// the stream, and each costs a MAC.
///
/// Mutable state: the slots, behind a lock, because the writer and the event loop ask. A slot is found by the number of
/// the request; what is in it is told by all that it was computed from.
final class LinkTexts: Sendable {
    private struct Slot {
        var id: Int64
        var generation: Int64
        var attempt: Int64
        var token: String
        var code: String
        var codeHash: [UInt8]?

        /// Of no request.
        static let empty = Slot(id: .min, generation: 0, attempt: 0, token: "", code: "")
    }

    private static let count = 1024

    private let secret: LinkSecret
    private let slots = Mutex(Array(repeating: Slot.empty, count: count))

    init(_ secret: LinkSecret) {
        self.secret = secret
    }

    /// The token of a link.
    func token(id: Int64, generation: Int64, attempt: Int64) -> String {
        slot(id, generation, attempt) { $0.token }
    }

    /// The code that goes with a link.
    func code(id: Int64, generation: Int64, attempt: Int64) -> String {
        slot(id, generation, attempt) { $0.code }
    }

    /// By what that code is looked up.
    func codeHash(id: Int64, generation: Int64, attempt: Int64) -> [UInt8] {
        slot(id, generation, attempt) { slot in
            if let hash = slot.codeHash { return hash }
            let hash = secret.hash(ofCode: slot.code)
            slot.codeHash = hash
            return hash
        }
    }

    private func slot<Text: Sendable>(
        _ id: Int64, _ generation: Int64, _ attempt: Int64, _ read: (inout Slot) -> Text
    ) -> Text {
        let index = Int(UInt64(bitPattern: id) % UInt64(Self.count))
        return slots.withLock { slots in
            if slots[index].id != id || slots[index].generation != generation || slots[index].attempt != attempt {
                slots[index] = Slot(
                    id: id, generation: generation, attempt: attempt,
                    token: secret.token(id: id, generation: generation),
                    code: secret.code(id: id, generation: generation, attempt: attempt))
            }
            return read(&slots[index])
        }
    }
}
