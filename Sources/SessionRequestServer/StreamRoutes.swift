internal import JSONRPC
internal import NIOCore
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire

/// The methods that read the stream, and the one that waits.
enum StreamRoutes {
    private struct Subscribing: Sendable, JSONEncodable {
        var result: EventsMethods.Subscribe.Result
        var position: Int64

        func encode(to writer: inout JSONWriter) { result.encode(to: &writer) }
    }

    static let subscribe = Route(method: EventsMethods.Subscribe.name, access: Routes.readers, kind: .read) {
        node throws(JSONMismatch) in
        let params = try EventsMethods.Subscribe.params(from: node)
        return { connection in
            let desk = connection.server.desk
            let caller = connection.caller
            let filter = try desk.eventFilter(params.filter, by: caller)
            let heartbeat = params.heartbeatSeconds ?? ServerLimits.defaultHeartbeatSeconds
            guard ServerLimits.heartbeatSeconds.contains(heartbeat) else {
                throw WireError.invalidParams(
                    "cannot take heartbeatSeconds: it must be 1 to 3600", path: "/heartbeatSeconds")
            }
            return .read(
                { snapshot in
                    let bounds = try snapshot.logBounds()
                    let position = try desk.place(params.since, bounds)
                    var result = EventsMethods.Subscribe.Result(subscription: "", cursor: desk.cursor(position))
                    if params.snapshot == true { result.snapshot = try desk.snapshot(filter, by: caller, snapshot) }
                    return Subscribing(result: result, position: position)
                }, searches: false
            ) { answer in
                guard var subscribing = answer as? Subscribing else { return answer }
                let subscription = Subscription(
                    id: try connection.newSubscriptionID(), connection: connection, filter: filter,
                    heartbeatSeconds: heartbeat, position: subscribing.position, now: .now())
                subscribing.result.subscription = subscription.id
                connection.server.stream.subscribed(subscription)
                connection.onceAnswered { connection.server.stream.announced(subscription, isTold: $0) }
                return subscribing
            }
        }
    }

    static let wait: @Sendable (Connection, SessionRequestMethods.Wait.Params, BlockingCall) throws -> Void = {
        connection, params, call in
        let server = connection.server
        let desk = server.desk
        let until = try desk.statusesToWaitFor(params)
        let seconds = try seconds(params.timeout ?? ServerLimits.defaultWaitSeconds)
        server.keepClock {
            guard !call.hasEnded else { return }
            do {
                let caller = connection.caller
                let request = try server.store.read {
                    try desk.get(.init(id: params.id), by: caller, $0).sessionRequest
                }
                if until.contains(request.status) {
                    return call.end(
                        .success(SessionRequestMethods.Wait.Result(sessionRequest: request, timedOut: false)))
                }
                server.waiting.wait(params.id, until: until, seconds: seconds, call)
            } catch {
                call.end(.failure(error))
            }
        }
    }

    static let poll: @Sendable (Connection, EventsMethods.Poll.Params, BlockingCall) throws -> Void = {
        connection, params, call in
        let filter = try connection.server.desk.eventFilter(params.filter, by: connection.caller)
        let seconds = try seconds(params.timeout ?? 0)
        let limit = params.limit ?? ServerLimits.defaultPollEvents
        guard ServerLimits.pollEvents.contains(limit) else {
            throw WireError.invalidParams("cannot take limit: it must be 1 to 500", path: "/limit")
        }
        Poll(call: call, connection: connection, filter: filter, limit: Int(limit), seconds: seconds).begin(
            params.since)
    }

    private static func seconds(_ timeout: Double) throws(WireError) -> Double {
        guard ServerLimits.timeoutSeconds.contains(timeout) else {
            throw WireError.invalidParams("cannot take timeout: it must be 0 to 3600 seconds", path: "/timeout")
        }
        return timeout
    }
}
