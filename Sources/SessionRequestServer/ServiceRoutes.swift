internal import Glibc
internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestWire

extension Routes {
    /// The methods about the service itself.
    static let service: [Route] = [
        .inline(RPCMethods.Discover.self, everybody) { _, _ in
            RPCMethods.Discover.Result(document: OpenRPCDocument.bytes)
        },
        .inline(RPCMethods.Ping.self, everybody) { _, _ in RPCMethods.Ping.Result() },
        .inline(RPCMethods.Hello.self, everybody) { connection, params in
            try connection.server.desk.check(params)
            if let client = params.client { connection.introduced(as: client) }
            let caller = connection.caller
            return RPCMethods.Hello.Result(
                server: ServiceIdentity.name, version: ServiceIdentity.version, api: ServiceIdentity.api,
                features: ServiceIdentity.features, epoch: connection.server.desk.epoch,
                limits: ServiceIdentity.limits(connection.server.limits),
                peer: WirePeer(uid: Int64(caller.uid), user: caller.user, roles: caller.roleNames))
        },
        .inline(RPCMethods.Cancel.self, everybody) { connection, params in
            RPCMethods.Cancel.Result(canceled: connection.cancel(params.id))
        },
        .inline(DaemonMethods.Info.self, everybody) { connection, _ in
            let server = connection.server
            let settings = server.desk.settings
            return DaemonMethods.Info.Result(
                name: ServiceIdentity.name, version: ServiceIdentity.version, api: ServiceIdentity.api,
                epoch: server.desk.epoch, startedAt: server.startedAt.rfc3339, pid: Int64(getpid()),
                portal: settings.portal, limits: ServiceIdentity.limits(server.limits),
                connectors: settings.connectors.keys.sorted(), features: ServiceIdentity.features,
                delivery: WireDeliveryWays(
                    email: settings.outbox.sendsEmail, sms: settings.outbox.sendsSMS,
                    webhooks: Int64(settings.outbox.webhooks.count)))
        },
        .inline(DaemonMethods.Health.self, everybody) { connection, _ in
            let isFull = connection.server.isStorageFull
            return DaemonMethods.Health.Result(
                status: isFull ? "degraded" : "ok",
                checks: [
                    WireHealthCheck(
                        name: "storage", status: isFull ? "degraded" : "ok",
                        message: isFull ? "the disk is full: changes are refused, reading goes on" : nil)
                ])
        },
        .inline(DaemonMethods.Metrics.self, readers) { connection, _ in
            DaemonMethods.Metrics.Result(openMetrics: connection.server.metrics.openMetrics(connection.server))
        },
        .inline(DaemonMethods.WhoAmI.self, everybody) { connection, _ in
            let caller = connection.caller
            return DaemonMethods.WhoAmI.Result(
                uid: Int64(caller.uid), user: caller.user, groups: caller.groups, roles: caller.roleNames)
        },
    ]
}

extension Caller {
    /// The roles in the order of the protocol's list.
    var roleNames: [String] { Role.allCases.filter(roles.contains).map(\.rawValue) }
}

/// What this service says of itself.
public enum ServiceIdentity {
    static let name = "session-requestd"
    /// The release.
    public static let version = "1.0.0"
    static let api = WireAPIVersion(major: 1, minor: 0)
    static let features = ["bulk", "idempotency", "leases", "linkWatch", "poll", "search", "snapshot"]

    /// The bounds that a client may want to know, by the names of the schema.
    static func limits(_ limits: ConnectionLimits) -> [String: Int64] {
        [
            "lineBytes": Int64(ServerLimits.line), "depth": Int64(JSONLimits.depth),
            "idBytes": Int64(JSONLimits.requestIDBytes),
            "connections": Int64(limits.connections), "connectionsPerUser": Int64(limits.connectionsPerUser),
            "subscriptionsPerConnection": Int64(limits.subscriptionsPerConnection),
            "watchesPerConnection": Int64(limits.watchesPerConnection),
            "inFlightPerConnection": Int64(limits.inFlightPerConnection), "pageItems": 500,
            "timeoutSeconds": Int64(ServerLimits.timeoutSeconds.upperBound),
            "snapshotRequests": Int64(Desk.largestSnapshot), "bulkOperations": Int64(WireLimits.operations),
            "batchMessages": Int64(JSONLimits.batchMessages),
            "name": Int64(Limits.name), "subject": Int64(Limits.subject), "email": Int64(Limits.email),
            "phone": Int64(Limits.phone), "comments": Int64(Limits.comments), "tag": Int64(Limits.tag),
            "tags": Int64(Limits.tags), "customFields": Int64(Limits.customFields),
            "customName": Int64(Limits.customFieldName),
            "customValue": Int64(Limits.customFieldValue), "filterEntries": Int64(WireLimits.filterEntries),
            "note": Int64(Limits.note), "externalReference": Int64(Limits.externalReference), "url": Int64(Limits.url),
            "address": Int64(Limits.address), "features": Int64(Limits.tokens), "queues": Int64(Limits.queues),
            "query": Int64(Limits.subject), "idempotencyKey": Int64(Limits.idempotencyKey),
            "queueMembers": Int64(Limits.queueMembers),
        ]
    }
}
