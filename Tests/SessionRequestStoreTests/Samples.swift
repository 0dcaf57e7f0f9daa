internal import SessionRequestModel
internal import SessionRequestStore

/// Requests to write, and the events of their lives.
enum Samples {
    static let ana = Actor(kind: .user, uid: 1000, user: "ana", pid: 42, program: "session-request")

    static func time(_ seconds: Int64) -> Timestamp { Timestamp(milliseconds: 1_700_000_000_000 + seconds * 1000) }

    static func draft(_ name: String = "Maria") throws -> SessionRequestDraft {
        SessionRequestDraft(recipient: try Recipient(name: name), defaultLifetimeSeconds: 86_400)
    }

    /// Stands in for a keyed hash of the request's code: another for each request, link and attempt.
    static func codeHash(_ request: SessionRequest) -> [UInt8] {
        Array("code \(request.id) \(request.linkGeneration) \(request.codeAttempt)".utf8)
    }

    static func join(leaseUntil lease: Timestamp? = nil) throws -> Join {
        try Join(
            method: .client, client: JoinClient(name: "anydesk", version: "9.0.1", platform: "linux"),
            target: Target(scheme: "anydesk", address: "123456789", allowsPrivateHosts: false), grantedAt: time(10),
            permissions: ["screen", "input"], leaseExpiresAt: lease)
    }
}

extension WriteTransaction {
    /// Writes events, with the code's hash of the samples.
    func record(_ events: [Event]) throws {
        try record(events, codeHash: Samples.codeHash)
    }

    /// Creates a request.
    @discardableResult
    func create(
        _ draft: SessionRequestDraft, at now: Timestamp = Samples.time(0)
    ) throws -> SessionRequest {
        let (request, events) = try SessionRequest.created(
            from: draft, id: newRequestID(), by: Samples.ana, at: now)
        try record(events)
        return request
    }

    /// Changes a request that is there, and writes the events of it.
    @discardableResult
    func change(
        _ id: Int64, _ act: (inout SessionRequest) throws -> [Event]
    ) throws -> SessionRequest {
        guard var request = try snapshot.sessionRequest(id) else { throw TestFailure("no request \(id)") }
        try record(act(&request))
        return request
    }
}

extension TestDesk {
    /// Creates requests of these names, one write each, and gives their numbers.
    @discardableResult
    func create(_ names: String..., at now: Timestamp = Samples.time(0)) async throws -> [Int64] {
        var ids: [Int64] = []
        for name in names {
            ids.append(try await write { try $0.create(Samples.draft(name), at: now).id })
        }
        return ids
    }

    func request(_ id: Int64) throws -> SessionRequest? {
        try store.read { try $0.sessionRequest(id) }
    }

    /// The first page of a query.
    func list(_ query: ListQuery, at seconds: Int64 = 0) throws -> [SessionRequest] {
        try store.read { try $0.sessionRequests(query, at: Samples.time(seconds)).requests }
    }

    func events() throws -> [LoggedEvent] {
        try store.read { try $0.events(after: 0, limit: 100_000, bytes: .max) }
    }
}
