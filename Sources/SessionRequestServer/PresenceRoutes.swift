internal import JSONRPC
internal import SessionRequestService
internal import SessionRequestWire

/// Signing in and out: changes that hold once they are durable, which is when the presence learns of them.
enum PresenceRoutes {
    static let signIn = route(ClientMethods.SignIn.self) { try $0.signIn($1, by: $2) }
    static let signOut = route(ClientMethods.SignOut.self) { try $0.signOut($1, by: $2) }

    /// Written like any change, but in its turn like a reading: what the connection asks next sees who is signed in.
    private static func route<Method: RPCMethod>(
        _: Method.Type,
        _ body: @escaping @Sendable (Desk, Method.Params, Caller) throws -> Change<PresenceChange<Method.Result>>
    ) -> Route {
        Route(method: Method.name, access: Routes.agents, kind: .read) { node throws(JSONMismatch) in
            let params = try Method.params(from: node)
            return { connection in
                let change = try body(connection.server.desk, params, connection.caller)
                return .write(
                    { try change($0) },
                    then: { answer in
                        guard let presence = answer as? PresenceChange<Method.Result>,
                            let change = connection.server.desk.settle(presence)
                        else { return }
                        connection.server.writeInTheEnd(change)
                    })
            }
        }
    }
}
