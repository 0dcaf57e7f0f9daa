internal import SessionRequestModel
public import SessionRequestStore
public import SessionRequestWire

extension Desk {
    /// The request as it crosses the wire to a caller: with the link, code and allowed actions for an agent, redacted for
    /// a viewer.
    func render(_ request: SessionRequest, for caller: Caller, _ snapshot: Snapshot) throws -> WireSessionRequest {
        var memberships = Memberships()
        return try render(request, for: caller, QueuePlaces(), snapshot, &memberships)
    }

    /// Many requests, in the same order.
    func render(
        _ requests: [SessionRequest], for caller: Caller, _ snapshot: Snapshot
    ) throws -> [WireSessionRequest] {
        var memberships = Memberships()
        let places = try QueuePlaces(of: requests, snapshot)
        return try requests.map { try render($0, for: caller, places, snapshot, &memberships) }
    }

    private func render(
        _ request: SessionRequest, for caller: Caller, _ places: QueuePlaces, _ snapshot: Snapshot,
        _ memberships: inout Memberships
    ) throws -> WireSessionRequest {
        var wire = wire(request, isRedacted: !caller.readsEverything)
        wire.queuePosition = try places.place(of: request, snapshot).map { Int64($0) }
        if request.invitation.isWanted { wire.invitation = try wireInvitation(of: request, snapshot) }
        wire.allowedActions = []
        if caller.readsEverything {
            let agent = try identity(of: caller, for: request, snapshot, &memberships)
            wire.allowedActions = RequestPermissions.allowedActions(for: agent, in: request).map(\.rawValue)
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
            wire.sessionRequest = self.wire(request, isRedacted: isRedacted)
            if let before { wire.changes = changes(from: before, to: request, isRedacted: isRedacted) }
        case .queue(let queue, let before):
            wire.queue = WireQueue(queue)
            if let before { wire.changes = changes(from: before, to: queue) }
        case .client(let client): wire.client = WireClient(client)
        }
        return wire
    }

    /// The cursor that stands right after the event at a place.
    public func cursor(_ sequence: Int64) -> String { "\(epoch).\(sequence)" }
}
