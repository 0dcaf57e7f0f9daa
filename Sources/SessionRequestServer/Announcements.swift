/// What a call has begun, and what may speak of itself once the call's answer is in a line: an event comes behind the
/// answer that names its subscription, also in a batch.
struct Announcements {
    /// Told whether there is an answer: nobody is told what a notification began.
    typealias Begin = (_ isTold: Bool) -> Void

    private var waiting: [Begin] = []

    /// Of the call whose answer is being made.
    mutating func add(_ begin: @escaping Begin) {
        waiting.append(begin)
    }

    /// The answer was put where it belongs.
    ///
    /// - Returns: what is to be told so now.
    mutating func answered(_ sink: ReplySink) -> [() -> Void] {
        if case .batched(_, let batch, _) = sink {
            batch.announcements += bound(isTold: sink.id != nil)
            return batch.isComplete ? batch.announcements : []
        }
        return waiting.isEmpty ? [] : bound(isTold: sink.id != nil)
    }

    private mutating func bound(isTold: Bool) -> [() -> Void] {
        defer { waiting = [] }
        return waiting.map { begin in { begin(isTold) } }
    }
}
