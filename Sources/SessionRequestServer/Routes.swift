internal import JSONRPC
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire

/// Every method of the protocol, with who may call it and how it is carried out.
enum Routes {
    static let everybody: Set<Role> = [.admin, .supportAgent, .viewer, .gateway, .courier]
    static let readers: Set<Role> = [.admin, .supportAgent, .viewer]
    static let agents: Set<Role> = [.admin, .supportAgent]
    static let admins: Set<Role> = [.admin]
    static let gateway: Set<Role> = [.gateway]
    static let courier: Set<Role> = [.courier]

    static let all: [Route] = service + sessionRequests + stream + queues + links + DeliveryRoutes.all

    static let table = Dictionary(all.map { ($0.method, $0) }, uniquingKeysWith: { first, _ in first })

    private static let sessionRequests: [Route] = [
        .write(
            SessionRequestMethods.Create.self, agents,
            then: { connection, params, result in
                guard let id = result.sessionRequest.id else { return }
                connection.server.log.created(id, connection.caller, method: SessionRequestMethods.Create.name)
            }
        ) { try $0.create($1, by: $2) },
        .look(SessionRequestMethods.Get.self, readers) { try $0.get($1, by: $2, $3) },
        .read(SessionRequestMethods.List.self, readers, searches: { $0.searches($1) }) { try $0.list($1, by: $2, $3) },
        .read(SessionRequestMethods.History.self, readers) { try $0.history($1, by: $2, $3) },
        .look(SessionRequestMethods.Explain.self, readers) { try $0.explain($1, by: $2, $3) },
        .write(SessionRequestMethods.Update.self, agents) { try $0.update($1, by: $2) },
        .write(SessionRequestMethods.Assign.self, agents) { try $0.assign($1, by: $2) },
        .write(SessionRequestMethods.Claim.self, agents) { try $0.claim($1, by: $2) },
        .write(SessionRequestMethods.Comment.self, agents) { try $0.comment($1, by: $2) },
        .write(SessionRequestMethods.Reschedule.self, agents) { try $0.reschedule($1, by: $2) },
        .write(SessionRequestMethods.Connect.self, agents, then: connected) { try $0.connect($1, by: $2) },
        .write(SessionRequestMethods.RequestAccess.self, agents) { try $0.requestAccess($1, by: $2) },
        .write(SessionRequestMethods.Disconnect.self, agents) { try $0.disconnect($1, by: $2) },
        .write(
            SessionRequestMethods.Close.self, agents,
            then: { connection, params, _ in
                connection.server.log.closed(params.id, connection.caller, method: SessionRequestMethods.Close.name)
            }
        ) { try $0.close($1, by: $2) },
        .write(SessionRequestMethods.Reopen.self, agents) { try $0.reopen($1, by: $2) },
        .write(SessionRequestMethods.ResendInvitation.self, agents) { try $0.resendInvitation($1, by: $2) },
        .write(SessionRequestMethods.RotateLink.self, agents) { try $0.rotateLink($1, by: $2) },
        .write(
            SessionRequestMethods.Bulk.self, agents,
            then: { connection, params, result in
                keep(connection.server.desk.leases(of: params, result), connection)
            }
        ) { try $0.bulk($1, by: $2) },
        .blocking(SessionRequestMethods.Wait.self, readers, StreamRoutes.wait),
        .read(SessionRequestMethods.Summary.self, readers) { desk, _, _, snapshot in try desk.summary(snapshot) },
    ]

    private static let stream: [Route] = [
        StreamRoutes.subscribe,
        .inline(EventsMethods.Unsubscribe.self, readers) { connection, params in
            guard let subscription = connection.subscriptions.first(where: { $0.id == params.subscription }) else {
                return EventsMethods.Unsubscribe.Result(unsubscribed: false)
            }
            connection.server.stream.unsubscribed(subscription)
            return EventsMethods.Unsubscribe.Result(unsubscribed: true)
        },
        .blocking(EventsMethods.Poll.self, readers, StreamRoutes.poll),
    ]

    private static let queues: [Route] = [
        .write(QueueMethods.Create.self, admins) { try $0.createQueue($1, by: $2) },
        .look(QueueMethods.Get.self, readers) { desk, params, _, snapshot in try desk.queue(params, snapshot) },
        .read(QueueMethods.List.self, readers) { desk, _, _, snapshot in try desk.queues(snapshot) },
        .write(QueueMethods.Update.self, admins) { try $0.updateQueue($1, by: $2) },
        .write(QueueMethods.Delete.self, admins) { try $0.deleteQueue($1, by: $2) },
        .write(QueueMethods.Next.self, agents) { try $0.next($1, by: $2) },
        .inline(AgentMethods.List.self, readers) { connection, _ in connection.server.desk.agents() },
        PresenceRoutes.signIn,
        PresenceRoutes.signOut,
        .inline(ClientMethods.List.self, agents) { connection, _ in connection.server.desk.clients() },
    ]

    private static let links: [Route] = [
        LinkRoutes.resolve,
        .write(LinkMethods.Open.self, gateway) { desk, params, _ in desk.open(try desk.linkReference(params)) },
        .write(LinkMethods.Grant.self, gateway) { desk, params, _ in
            try desk.grant(
                params, desk.linkReference(token: params.token, code: params.code, source: params.source))
        },
        .write(LinkMethods.Deny.self, gateway) { desk, params, _ in desk.deny(try desk.linkReference(params)) },
        .write(LinkMethods.Revoke.self, gateway) { desk, params, _ in desk.revoke(try desk.linkReference(params)) },
        .write(LinkMethods.Cancel.self, gateway) { desk, params, _ in desk.cancel(try desk.linkReference(params)) },
        .write(LinkMethods.Feedback.self, gateway) { desk, params, _ in
            try desk.feedback(
                params, desk.linkReference(token: params.token, code: params.code, source: params.source))
        },
        LinkRoutes.watch,
        LinkRoutes.unwatch,
        .write(LinkMethods.Request.self, gateway) { try $0.request($1, by: $2) },
    ]

    @Sendable private static func connected(
        _ connection: Connection, _ params: SessionRequestMethods.Connect.Params,
        _ result: SessionRequestMethods.Connect.Result
    ) {
        connection.server.log.connected(params.id, connection.caller, method: SessionRequestMethods.Connect.name)
        keep(connection.server.desk.leases(of: params, result), connection)
    }

    /// Ties sessions to the connection that took them; one that is gone by now loses them at once.
    private static func keep(_ leases: [AgentLease], _ connection: Connection) {
        guard !leases.isEmpty else { return }
        if connection.isOpen {
            // Of one request only the last session can still run.
            let renewed = Set(leases.map(\.request))
            connection.leases = connection.leases.filter { !renewed.contains($0.request) }.union(leases)
        } else {
            connection.server.writeInTheEnd(connection.server.desk.leasesLost(Set(leases)))
        }
    }
}

extension Desk {
    func linkReference(_ params: LinkParams) throws(WireError) -> LinkReference {
        try linkReference(token: params.token, code: params.code, source: params.source)
    }
}
