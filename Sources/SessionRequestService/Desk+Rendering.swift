internal import JSONRPC
public import SessionRequestModel
public import SessionRequestStore
public import SessionRequestWire

extension Desk {
    /// The request as it crosses the wire to a caller: with the link, code and allowed actions for an agent, redacted for
    /// a viewer.
    func render(_ request: SessionRequest, for caller: Caller, _ snapshot: Snapshot) throws -> WireSessionRequest {
        var wire = wire(request, isRedacted: !caller.readsEverything)
        wire.queuePosition = try snapshot.queuePosition(of: request).map { Int64($0) }
        if caller.readsEverything {
            let agent = try identity(of: caller, for: request, snapshot)
            wire.allowedActions = RequestPermissions.allowedActions(for: agent, in: request).map(\.rawValue)
        } else {
            wire.allowedActions = []
        }
        return wire
    }

    /// The request as an event carries it: without what belongs to a caller.
    func wire(_ request: SessionRequest, isRedacted: Bool) -> WireSessionRequest {
        WireSessionRequest(
            id: request.id, revision: request.revision, status: request.status.rawValue,
            statusSince: request.statusSince.rfc3339, subject: request.subject,
            recipient: WireRecipient(request.recipient), comments: request.comments,
            assignee: request.assignee.map { WireAssignee($0) }, createdBy: WireActor(request.createdBy),
            createdAt: request.createdAt.rfc3339, updatedAt: request.updatedAt.rfc3339,
            schedule: request.schedule.map { WireSchedule($0) }, expiresAt: request.expiresAt.rfc3339,
            link: isRedacted ? nil : link(of: request), code: isRedacted ? nil : code(of: request),
            invitation: WireInvitation(request.invitation), join: request.join.map { WireJoin($0) },
            connection: request.connection.map { WireConnection($0) }, closed: request.closed.map { WireClosure($0) },
            feedback: request.feedback.map { WireFeedback($0) }, denials: Int64(request.denials),
            priority: request.priority.rawValue, tags: request.tags,
            externalReference: request.externalReference.map { WireExternalReference($0) },
            customFields: request.customFields, redacted: isRedacted)
    }

    /// The event as it crosses the wire.
    ///
    /// - Parameter isRedacted: whether it is for a viewer.
    public func wire(_ logged: LoggedEvent, isRedacted: Bool) -> WireEvent {
        let event = logged.event
        var wire = WireEvent(
            cursor: cursor(logged.sequence), type: event.type.rawValue, at: event.at.rfc3339,
            actor: WireActor(event.actor))
        switch event.subject {
        case .sessionRequest(let request, let before):
            let after = self.wire(request, isRedacted: isRedacted)
            wire.sessionRequest = after
            if let before { wire.changes = WireChanges(from: self.wire(before, isRedacted: isRedacted), to: after) }
        case .queue(let queue, _): wire.queue = WireQueue(queue)
        case .client(let client): wire.client = WireClient(client)
        }
        return wire
    }

    /// The cursor that stands right after the event at a place.
    public func cursor(_ sequence: Int64) -> String { "\(epoch).\(sequence)" }
}

extension WireChanges {
    /// The members at the top level that differ, except those that every change moves.
    init(from before: WireSessionRequest, to after: WireSessionRequest) {
        self.init()
        func compare<Value: JSONEncodable & Equatable>(_ field: String, _ from: Value?, _ to: Value?) {
            guard from != to else { return }
            fields.append(WireChange(field: field, from: Self.json(from), to: Self.json(to)))
        }
        compare("status", before.status, after.status)
        compare("subject", before.subject, after.subject)
        compare("assignee", before.assignee, after.assignee)
        compare("schedule", before.schedule, after.schedule)
        compare("expiresAt", before.expiresAt, after.expiresAt)
        compare("connection", before.connection, after.connection)
        compare("denials", before.denials, after.denials)
        compare("priority", before.priority, after.priority)
        compare("tags", before.tags, after.tags)
        compare("externalReference", before.externalReference, after.externalReference)
        if after.redacted {
            compare("recipient", before.recipient.redacted, after.recipient.redacted)
            compare("invitation", before.invitation.redacted, after.invitation.redacted)
            compare("join", before.join?.redacted, after.join?.redacted)
            compare("closed", before.closed?.redacted, after.closed?.redacted)
            compare("feedback", before.feedback?.redacted, after.feedback?.redacted)
        } else {
            compare("recipient", before.recipient, after.recipient)
            compare("comments", before.comments, after.comments)
            compare("link", before.link, after.link)
            compare("code", before.code, after.code)
            compare("invitation", before.invitation, after.invitation)
            compare("join", before.join, after.join)
            compare("closed", before.closed, after.closed)
            compare("feedback", before.feedback, after.feedback)
            compare("customFields", before.customFields, after.customFields)
        }
    }

    private static func json(_ value: (some JSONEncodable)?) -> [UInt8]? {
        guard let value else { return nil }
        var writer = JSONWriter()
        writer.value(value)
        return writer.bytes
    }
}
