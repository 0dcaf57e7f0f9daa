internal import Logging
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import Systemd

/// What this service tells the journal: every line of note with its MESSAGE_ID and fields.
struct ServerLog: Sendable {
    let logger: Logger

    func permissionDenied(_ caller: Caller, method: String) {
        logger.warning(
            "refused \(method) to \(caller.user): permission denied",
            metadata: MessageID.permissionDenied.metadata(fields(caller, method)))
    }

    func peerRefused(uid: UInt32, reason: String) {
        logger.warning(
            "refused a connection of uid \(uid): \(reason)",
            metadata: MessageID.peerRefused.metadata(["PEER_UID": "\(uid)"]))
    }

    /// At debug: the event log tells of every creation already, and a line for each would cost a flood of them a third.
    func created(_ id: Int64, _ caller: Caller, method: String) {
        logger.debug(
            "session request \(id) was created by \(caller.user)",
            metadata: MessageID.requestCreated.metadata(fields(caller, method, id)))
    }

    func connected(_ id: Int64, _ caller: Caller, method: String) {
        logger.info(
            "\(caller.user) connected to session request \(id)",
            metadata: MessageID.requestConnected.metadata(fields(caller, method, id)))
    }

    func closed(_ id: Int64, _ caller: Caller, method: String) {
        logger.info(
            "session request \(id) was closed by \(caller.user)",
            metadata: MessageID.requestClosed.metadata(fields(caller, method, id)))
    }

    func expired(_ event: Event) {
        guard let id = event.sessionRequest?.id else { return }
        logger.info(
            "session request \(id) expired at \(event.at.rfc3339)",
            metadata: MessageID.requestExpired.metadata(["SESSION_REQUEST_ID": "\(id)"]))
    }

    /// Servers quote whom they refuse; the journal is not told who that is. The agent reads it whole at the request.
    func deliveryFailed(_ entry: OutboxEntry) {
        var fields: Logger.Metadata = [
            "DELIVERY_ID": "\(entry.id)", "DELIVERY_KIND": "\(entry.kind.rawValue)",
            "CAUSE": "\(Redaction.withoutAddresses(entry.error ?? ""))",
        ]
        if let id = entry.request { fields["SESSION_REQUEST_ID"] = "\(id)" }
        if let endpoint = entry.endpoint { fields["WEBHOOK"] = "\(endpoint)" }
        let thing = entry.endpoint.map { "an event for the webhook \($0)" } ?? "a delivery by \(entry.kind.rawValue)"
        let whose = entry.request.map { " of session request \($0)" } ?? ""
        logger.warning(
            "gave up \(thing)\(whose) after \(entry.attempts) attempts",
            metadata: MessageID.deliveryFailed.metadata(fields))
    }

    func storageFull(_ cause: (any Error)?) {
        logger.error(
            "cannot write: the disk is full; changes are refused until there is room, reading goes on",
            metadata: MessageID.storageFull.metadata(["CAUSE": "\(cause.map { "\($0)" } ?? "")"]))
    }

    func storageRecovered() {
        logger.notice(
            "there is room on the disk again; changes are taken", metadata: MessageID.storageRecovered.metadata())
    }

    func wasStuck(seconds: Int64) {
        logger.error(
            "stood still for \(seconds) s, longer than the watchdog allows",
            metadata: MessageID.watchdogTripped.metadata())
    }

    func cannotWrite(_ cause: any Error) {
        logger.error("cannot write a group of changes", metadata: ["CAUSE": "\(cause)"])
    }

    func cannotReadLog(_ cause: any Error) {
        logger.error("cannot read the event log; trying again", metadata: ["CAUSE": "\(cause)"])
    }

    func internalError(_ cause: any Error) {
        logger.error("cannot answer a call", metadata: ["CAUSE": "\(cause)"])
    }

    private func fields(_ caller: Caller, _ method: String, _ id: Int64? = nil) -> Logger.Metadata {
        var fields: Logger.Metadata = [
            "PEER_UID": "\(caller.uid)", "PEER_USER": "\(caller.user)", "RPC_METHOD": "\(method)",
        ]
        if let pid = caller.pid { fields["PEER_PID"] = "\(pid)" }
        if let id { fields["SESSION_REQUEST_ID"] = "\(id)" }
        return fields
    }
}
