internal import JSONRPC
internal import SessionRequestModel
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire

typealias Methods = SessionRequestMethods

/// Calls as a connection makes them, and the steps that most tests begin with.
extension TestDesk {
    func create(_ params: Methods.Create.Params, by caller: Caller = People.ana) async throws -> WireSessionRequest {
        try await write(desk.create(params, by: caller)).sessionRequest
    }

    /// A new request for Maria; its number.
    func create(by caller: Caller = People.ana, assignee: WireAssignee? = nil) async throws -> Int64 {
        try await create(.init(recipient: .init(name: "Maria"), assignee: assignee), by: caller).id ?? 0
    }

    /// Hands out numbers of requests until the next one is `id`.
    func skip(to id: Int64) async throws {
        try await write { transaction in
            var last: Int64 = 0
            while last < id - 1 { last = transaction.newRequestID() }
        }
    }

    func get(_ id: Int64, by caller: Caller = People.ana) throws -> WireSessionRequest {
        try read { try desk.get(.init(id: id), by: caller, $0).sessionRequest }
    }

    func explain(_ id: Int64, by caller: Caller) throws -> Methods.Explain.Result {
        try read { try desk.explain(.init(id: id), by: caller, $0) }
    }

    func connect(
        _ id: Int64, by caller: Caller = People.ana, lease: Bool? = nil, ifRevision: Int64? = nil
    ) async throws -> Methods.Connect.Result {
        try await write(desk.connect(.init(id: id, lease: lease, ifRevision: ifRevision), by: caller))
    }

    @discardableResult
    func assign(_ id: Int64, to assignee: WireAssignee?, by caller: Caller = People.root) async throws
        -> WireSessionRequest
    {
        let patch: Patch<WireAssignee> = assignee.map { .value($0) } ?? .null
        return try await write(desk.assign(.init(id: id, assignee: patch), by: caller)).sessionRequest
    }

    @discardableResult
    func close(_ id: Int64, by caller: Caller = People.root, reason: String? = nil) async throws -> WireSessionRequest {
        try await write(desk.close(.init(id: id, reason: reason), by: caller)).sessionRequest
    }

    func reference(_ id: Int64) throws -> LinkReference {
        try desk.linkReference(token: token(id), code: nil, source: nil)
    }

    func token(_ id: Int64) throws -> String {
        let link = try get(id, by: People.root).link ?? ""
        return String(link.split(separator: "/").last ?? "")
    }

    @discardableResult
    func open(_ id: Int64) async throws -> WireLink {
        try await write(desk.open(reference(id))).link
    }

    @discardableResult
    func grant(
        _ id: Int64, lease: Double? = nil, client: WireJoinClient? = .init(name: "anydesk", version: "9.0.4"),
        scheme: String = "anydesk", address: String = "123456789"
    ) async throws -> WireLink {
        let join = WireJoinOffer(
            method: "client", client: client, target: .init(scheme: scheme, address: address), permissions: ["view"])
        let params = LinkMethods.Grant.Params(token: try token(id), join: join, leaseSeconds: lease)
        return try await write(desk.grant(params, reference(id))).link
    }

    /// A request of ana's to which access is granted.
    func ready(by caller: Caller = People.ana, assignee: WireAssignee? = nil) async throws -> Int64 {
        let id = try await create(by: caller, assignee: assignee)
        try await grant(id)
        return id
    }

    @discardableResult
    func createQueue(_ params: QueueMethods.Create.Params) async throws -> WireQueue {
        try await write(desk.createQueue(params, by: People.root)).queue
    }

    /// The queue `tier-1`, of ben and the group `desk`.
    func createQueue() async throws {
        try await createQueue(.init(id: "tier-1", members: .init(users: ["ben"], groups: ["desk"])))
    }

    @discardableResult
    func signIn(
        _ caller: Caller, client: String? = nil, name: String = "anydesk", version: String = "9.0.4"
    ) async throws -> WireClient {
        let params = ClientMethods.SignIn.Params(name: name, version: version, clientId: client)
        let change = try await write(desk.signIn(params, by: caller))
        if let rest = desk.settle(change) { try await write(rest) }
        return change.answer.client
    }

    @discardableResult
    func signOut(_ caller: Caller, client: String? = nil, release: Bool? = nil) async throws -> Bool {
        let change = try await write(desk.signOut(.init(clientId: client, release: release), by: caller))
        if let rest = desk.settle(change) { try await write(rest) }
        return change.answer.signedOut
    }
}

extension WireAssignee {
    static func agent(_ user: String) -> WireAssignee { WireAssignee(type: "agent", id: user) }
    static func queue(_ id: String) -> WireAssignee { WireAssignee(type: "queue", id: id) }
    static func client(_ id: String) -> WireAssignee { WireAssignee(type: "client", id: id) }
}
