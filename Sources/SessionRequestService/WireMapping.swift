internal import SessionRequestModel
internal import SessionRequestWire

extension WireActor {
    init(_ actor: Actor) {
        self.init(
            kind: actor.kind.rawValue, uid: actor.uid.map { Int64($0) }, user: actor.user,
            pid: actor.pid.map { Int64($0) }, program: actor.program)
    }
}

extension WireAssignee {
    init(_ assignee: Assignee) {
        self.init(type: assignee.type, id: assignee.id)
    }
}

extension WireRecipient {
    init(_ recipient: Recipient) {
        self.init(
            name: recipient.name, email: recipient.email, phone: recipient.phone, language: recipient.language)
    }
}

extension WireSchedule {
    init(_ schedule: Schedule) {
        self.init(
            startsAt: schedule.startsAt.rfc3339, endsAt: schedule.endsAt?.rfc3339, timeZone: schedule.timeZone)
    }
}

extension WireInvitation {
    init(_ invitation: Invitation) {
        self.init(email: WireDelivery(invitation.email), sms: WireDelivery(invitation.sms))
    }
}

extension WireDelivery {
    init(_ delivery: Delivery) {
        self.init(
            state: delivery.state.rawValue, at: delivery.at?.rfc3339, attempts: Int64(delivery.attempts),
            error: delivery.error)
    }
}

extension WireJoin {
    init(_ join: Join) {
        self.init(
            method: join.method.rawValue,
            client: join.client.map { WireJoinClient(name: $0.name, version: $0.version, platform: $0.platform) },
            target: WireTarget(scheme: join.target.scheme, address: join.target.address),
            grantedAt: join.grantedAt.rfc3339, permissions: join.permissions)
    }
}

extension WireConnection {
    init(_ connection: Connection) {
        self.init(agent: WireActor(connection.agent), since: connection.since.rfc3339, leased: connection.leased)
    }
}

extension WireClosure {
    init(_ closure: Closure) {
        self.init(
            reason: closure.reason.rawValue, by: WireActor(closure.by), at: closure.at.rfc3339, note: closure.note)
    }
}

extension WireFeedback {
    init(_ feedback: Feedback) {
        self.init(rating: Int64(feedback.rating), comment: feedback.comment, at: feedback.at.rfc3339)
    }
}

extension WireExternalReference {
    init(_ reference: ExternalReference) {
        self.init(system: reference.system, id: reference.id, url: reference.url)
    }
}

extension WireQueue {
    init(_ queue: Queue) {
        self.init(
            id: queue.id, name: queue.name, description: queue.description,
            members: WireQueueMembers(users: queue.users, groups: queue.groups),
            defaultExpirySeconds: queue.defaultExpirySeconds, defaultLanguage: queue.defaultLanguage,
            publicPage: queue.publicPage, strategy: queue.strategy.rawValue, fallback: queue.fallback,
            createdAt: queue.createdAt.rfc3339, updatedAt: queue.updatedAt.rfc3339, revision: queue.revision)
    }
}

extension WireClient {
    /// As it is answered to the connection that signed in: without whose it is.
    init(answering client: SignedInClient) {
        self.init(
            clientId: client.clientID, name: client.name, version: client.version, features: client.features,
            supported: client.isSupported)
    }

    init(_ client: SignedInClient) {
        self.init(
            clientId: client.clientID, name: client.name, version: client.version, features: client.features,
            supported: client.isSupported, uid: Int64(client.uid), user: client.user, since: client.since.rfc3339)
    }
}
