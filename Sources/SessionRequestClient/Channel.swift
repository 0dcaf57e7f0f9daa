internal import JSONRPC
internal import Synchronization

/// What the callers of a connection and its thread share. The thread alone touches the socket; callers leave bytes and
/// ring the bell.
final class Channel: Sendable {
    typealias CallWaiter = CheckedContinuation<Result<JSONNode, ClientError>, Never>
    typealias InboxWaiter = CheckedContinuation<Notification?, Never>

    private struct State {
        var dialogue = Dialogue<CallWaiter>()
        var inbox = Inbox<InboxWaiter>()
        var outbox: [UInt8] = []
        var isClosing = false
    }

    /// What the thread is to do next.
    struct Interest {
        var reads: Bool
        var writes: Bool
        var isClosing: Bool
    }

    let path: String
    private let keepsNotifications: Bool
    private let bell: Bell
    private let state = Mutex(State())

    init(path: String, keepsNotifications: Bool, bell: Bell) {
        self.path = path
        self.keepsNotifications = keepsNotifications
        self.bell = bell
    }

    /// Why there will be no more answers; nil while there may be.
    var ending: ClientError? { state.withLock { $0.dialogue.ending } }

    // For callers.

    func reserve() -> Int64 { state.withLock { $0.dialogue.reserved() } }

    /// Sends a line for a reserved call; the waiter is told exactly once.
    func submit(_ id: Int64, line: [UInt8], waiter: CallWaiter) {
        let answer = state.withLock { state in
            let answer = state.dialogue.submitted(id, waiter: waiter)
            if answer == nil { state.outbox += line }
            return answer
        }
        if let answer { waiter.resume(returning: answer) } else { bell.ring() }
    }

    /// Sends a line that nobody awaits an answer to.
    func post(_ line: [UInt8]) {
        state.withLock { $0.outbox += line }
        bell.ring()
    }

    /// Gives a call up, and asks the service to do the same.
    func abandon(_ id: Int64, because error: ClientError) {
        guard let waiter = state.withLock({ $0.dialogue.abandoned(id, because: error) }) else { return }
        waiter.resume(returning: .failure(error))
        post(RequestLine.cancellation(of: id))
    }

    /// The next notification; nil when none will come any more, or the task is cancelled.
    func nextNotification() async -> Notification? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { (waiter: InboxWaiter) in
                let isCanceled = Task.isCancelled
                let (told, answer, makesRoom) = state.withLock { state -> (InboxWaiter?, Notification?, Bool) in
                    let wasFull = state.inbox.isFull
                    if let notification = state.inbox.taken() { return (waiter, notification, wasFull) }
                    if isCanceled || state.dialogue.ending != nil { return (waiter, nil, false) }
                    return (state.inbox.awaited(by: waiter), nil, false)
                }
                told?.resume(returning: answer)
                if makesRoom { bell.ring() }
            }
        } onCancel: {
            state.withLock { $0.inbox.ended() }?.resume(returning: nil)
        }
    }

    /// Ends the connection; what is under way fails.
    func close() {
        state.withLock { $0.isClosing = true }
        bell.ring()
    }

    // For the thread.

    var interest: Interest {
        state.withLock { Interest(reads: !$0.inbox.isFull, writes: !$0.outbox.isEmpty, isClosing: $0.isClosing) }
    }

    /// Takes what is to be written next.
    func takeOutbox() -> [UInt8] {
        state.withLock { state in
            defer { state.outbox = [] }
            return state.outbox
        }
    }

    /// Puts back what could not be written, in front of what came since.
    func returnToOutbox(_ rest: ArraySlice<UInt8>) {
        state.withLock { $0.outbox = rest + $0.outbox }
    }

    /// A line came. Throws when it cannot have come from the service.
    func received(_ line: UnsafeRawBufferPointer) throws(ClientError) {
        switch try ServerMessage.read(line) {
        case .complaint(let error): state.withLock { $0.dialogue.complained(error) }
        case .notification(let notification):
            guard keepsNotifications else { return }
            state.withLock { $0.inbox.arrived(notification) }?.resume(returning: notification)
        case .answer(let id, let answer):
            let waiter = try state.withLock { state throws(ClientError) in try state.dialogue.answered(id) }
            waiter?.resume(returning: answer.mapError { .service($0) })
        }
    }

    /// The connection is over; everybody who waits is told.
    func ended(_ error: ClientError) {
        let (calls, reader, ending) = state.withLock { state in
            let calls = state.dialogue.ended(error)
            return (calls, state.inbox.ended(), state.dialogue.ending ?? error)
        }
        for call in calls { call.resume(returning: .failure(ending)) }
        reader?.resume(returning: nil)
    }
}
