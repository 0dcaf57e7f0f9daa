/// How a request is carried out, which decides what may run beside it.
package enum JobKind: Sendable, Equatable {
    /// At once, on the event loop.
    case inline
    /// In the next group of the writer. Writes of one connection follow each other without waiting.
    case write
    /// On a reader's thread.
    case read
    /// Begun in its turn, answered whenever it is done.
    case blocking
}

/// The order of one connection's requests: each begins when those before it have ended, except that writes may follow
/// writes, which the writer answers in order, and that a blocking call holds nothing up once it has begun.
///
/// A pure value: it says what may begin; the connection begins it.
package struct RequestOrder<Job> {
    private var waiting: [(job: Job, kind: JobKind)] = []
    private var head = 0
    private var running = 0
    private var runningKind = JobKind.inline

    /// No requests yet.
    package init() {}

    /// Requests that have not ended, blocking ones that have begun not counted.
    package var unfinished: Int { waiting.count - head + running }

    /// A request arrived. True when it may begin at once, which then counts as begun.
    ///
    /// - Parameter hasRoom: whether there is room for its answer; without it none begins.
    package mutating func arrived(_ job: @autoclosure () -> Job, _ kind: JobKind, hasRoom: Bool = true) -> Bool {
        if hasRoom, head == waiting.count, mayBegin(kind) {
            begin(kind)
            return true
        }
        waiting.append((job(), kind))
        return false
    }

    /// A request that had begun, and was not blocking, ended.
    package mutating func ended() {
        running -= 1
    }

    /// The next request that may begin, which then counts as begun.
    package mutating func next() -> Job? {
        guard head < waiting.count, mayBegin(waiting[head].kind) else { return nil }
        let (job, kind) = waiting[head]
        head += 1
        if head == waiting.count {
            waiting.removeAll(keepingCapacity: waiting.capacity <= 64)
            head = 0
        } else if head >= 64, head * 2 >= waiting.count {
            waiting.removeFirst(head)
            head = 0
        }
        begin(kind)
        return job
    }

    private func mayBegin(_ kind: JobKind) -> Bool {
        running == 0 || kind == .write && runningKind == .write
    }

    private mutating func begin(_ kind: JobKind) {
        guard kind != .blocking else { return }
        running += 1
        runningKind = kind
    }
}
