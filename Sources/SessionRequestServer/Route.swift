internal import JSONRPC
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire

/// A method, who may call it, and how it is carried out: one value.
struct Route: Sendable {
    typealias Answer = any JSONEncodable & Sendable

    /// What runs once the parameters have been read and the permission checked.
    enum Work {
        case inline(() throws -> Answer)
        case write(Change<Answer>, then: ((Answer) -> Void)?)
        case read(@Sendable (Snapshot) throws -> Answer, searches: Bool, then: ((Answer) throws -> Answer)?)
        /// Reads by key, which are short enough for the event loop, and writes the answer, into the lines that its connection
        /// has yet to send: it cannot send anything else on it meanwhile.
        case look((Snapshot, inout JSONWriter) throws -> Void)
        case blocking((BlockingCall) throws -> Void)
    }

    let method: String
    let access: Set<Role>
    let kind: JobKind
    /// Reads the parameters. Throws `JSONMismatch` for a wrong shape; what it returns makes the work, for a caller who may.
    let prepare: @Sendable (JSONNode?) throws(JSONMismatch) -> (Connection) throws -> Work

    static func inline<Method: RPCMethod>(
        _: Method.Type, _ access: Set<Role>,
        _ body: @escaping @Sendable (Connection, Method.Params) throws -> Method.Result
    ) -> Route {
        Route(method: Method.name, access: access, kind: .inline) { node throws(JSONMismatch) in
            let params = try Method.params(from: node)
            return { connection in .inline { try body(connection, params) } }
        }
    }

    static func look<Method: RPCMethod>(
        _: Method.Type, _ access: Set<Role>,
        _ body: @escaping @Sendable (Desk, Method.Params, Caller, Snapshot) throws -> Method.Result
    ) -> Route {
        Route(method: Method.name, access: access, kind: .inline) { node throws(JSONMismatch) in
            let params = try Method.params(from: node)
            return { connection in
                let desk = connection.server.desk
                return .look { snapshot, writer in
                    try body(desk, params, connection.caller, snapshot).encode(to: &writer)
                }
            }
        }
    }

    static func write<Method: RPCMethod>(
        _: Method.Type, _ access: Set<Role>,
        then: (@Sendable (Connection, Method.Params, Method.Result) -> Void)? = nil,
        _ body: @escaping @Sendable (Desk, Method.Params, Caller) throws -> Change<Method.Result>
    ) -> Route {
        Route(method: Method.name, access: access, kind: .write) { node throws(JSONMismatch) in
            let params = try Method.params(from: node)
            return { connection in
                let change = try body(connection.server.desk, params, connection.caller)
                return .write(
                    { try change($0) },
                    then: then.map { then in
                        { answer in if let result = answer as? Method.Result { then(connection, params, result) } }
                    })
            }
        }
    }

    static func read<Method: RPCMethod>(
        _: Method.Type, _ access: Set<Role>,
        searches: @escaping @Sendable (Desk, Method.Params) -> Bool = { _, _ in false },
        _ body: @escaping @Sendable (Desk, Method.Params, Caller, Snapshot) throws -> Method.Result
    ) -> Route {
        Route(method: Method.name, access: access, kind: .read) { node throws(JSONMismatch) in
            let params = try Method.params(from: node)
            return { connection in
                let desk = connection.server.desk
                let caller = connection.caller
                return .read(
                    { try body(desk, params, caller, $0) }, searches: searches(desk, params), then: nil)
            }
        }
    }

    static func blocking<Method: RPCMethod>(
        _: Method.Type, _ access: Set<Role>,
        _ body: @escaping @Sendable (Connection, Method.Params, BlockingCall) throws -> Void
    ) -> Route {
        Route(method: Method.name, access: access, kind: .blocking) { node throws(JSONMismatch) in
            let params = try Method.params(from: node)
            return { connection in .blocking { try body(connection, params, $0) } }
        }
    }
}
