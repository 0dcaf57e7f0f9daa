internal import NIOCore
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore

/// Files that tell the service manager what is to be done: `outbox-pending` starts the courier, `due` the daemon at boot.
///
/// Lives on the event loop. State: what the files say, which nobody else changes.
final class OutboxMarks {
    private unowned let server: Server
    private let stateDirectory: String
    private let pendingFile: MarkFile
    private let dueFile: MarkFile
    private var timer: Scheduled<Void>?

    /// - Parameters:
    ///   - runtimeDirectory: where `outbox-pending` is kept.
    ///   - stateDirectory: where `due` is kept.
    init(server: Server, runtimeDirectory: String, stateDirectory: String) {
        self.server = server
        self.stateDirectory = stateDirectory
        pendingFile = MarkFile(path: runtimeDirectory + "/outbox-pending")
        dueFile = MarkFile(path: stateDirectory + "/due")
    }

    /// Whether something lies ahead that somebody must hear of, so that the daemon must not go.
    var hasSomethingAhead: Bool {
        let settings = server.desk.settings.outbox
        let state = server.couriers.state
        let now = server.desk.now
        return OutboxOutlook(state, settings, nextDeadline: server.nextDeadline, at: now).isAhead
    }

    /// The outbox, the time, or the configuration is another.
    func look() {
        let now = server.desk.now
        let outlook = OutboxOutlook(
            server.couriers.state, server.desk.settings.outbox, nextDeadline: server.nextDeadline, at: now)
        _ = pendingFile.set(outlook.isPending)
        if dueFile.set(outlook.isAhead) {
            // It is for the next boot, which a power cut may bring.
            let path = stateDirectory
            server.beside { MarkFile.sync(folder: path) }
        }
        timer?.cancel()
        timer = nil
        guard let next = outlook.nextDue, !server.isStopping else { return }
        let wait = min(max(next.milliseconds(since: now), 1), 60_000)
        timer = server.loop.assumeIsolated().scheduleTask(in: .milliseconds(wait)) { [weak self] in self?.look() }
    }

    func stop() {
        timer?.cancel()
        timer = nil
    }
}
