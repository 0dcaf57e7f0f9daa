internal import JSONRPC
internal import NIOCore
internal import SessionRequestWire

/// A call that is answered when something happens, its time is up, or it is canceled: whichever comes first, once.
final class BlockingCall {
    private let connection: Connection
    private let sink: ReplySink
    private var timer: Scheduled<Void>?
    private var atEnd: (() -> Void)?
    private(set) var hasEnded = false

    init(connection: Connection, sink: ReplySink) {
        self.connection = connection
        self.sink = sink
    }

    var id: RequestID? { sink.id }

    var connectionIfOpen: Connection? { connection.isOpen ? connection : nil }

    /// `body` runs when the call ends, however it ends: to forget it where it waits.
    func whenEnded(_ body: @escaping () -> Void) {
        atEnd = body
    }

    /// `body` runs on the event loop after so many seconds, unless the call has ended by then.
    func after(seconds: Double, _ body: @escaping () -> Void) {
        timer?.cancel()
        timer = connection.server.loop.assumeIsolated().scheduleTask(in: .milliseconds(Int64(seconds * 1000))) {
            [weak self] in
            guard let self, !self.hasEnded else { return }
            body()
        }
    }

    /// Answers the call. Later answers are of no effect.
    func end(_ result: Result<Route.Answer, any Error>) {
        guard !hasEnded else { return }
        hasEnded = true
        timer?.cancel()
        atEnd?()
        atEnd = nil
        connection.blockingEnded(self)
        connection.reply(result, to: sink)
        connection.flushSoon()
        connection.closeIfDone()
    }

    /// Ends the call with a reason of the service's.
    func cancel(_ reason: ErrorReason, _ message: String) {
        end(.failure(WireError(reason, message)))
    }
}
