internal import JSONRPC
internal import SessionRequestService
internal import SessionRequestStore
internal import SessionRequestWire

/// The methods of the `link` family that are more than a change.
enum LinkRoutes {
    /// In its turn like a reading, though it may write: what it shows is what the calls before it have made of it.
    static let resolve = Route(method: LinkMethods.Resolve.name, access: Routes.gateway, kind: .read) {
        node throws(JSONMismatch) in
        let params = try LinkMethods.Resolve.params(from: node)
        return { connection in
            let desk = connection.server.desk
            let reference = try desk.linkReference(token: params.token, code: params.code, source: params.source)
            guard params.prefetch == true else {
                return .look { snapshot, writer in try desk.resolve(reference, snapshot).encode(to: &writer) }
            }
            let change = desk.resolvePrefetched(reference)
            return .write({ try change($0) }, then: nil)
        }
    }

    static let watch = Route(method: LinkMethods.Watch.name, access: Routes.gateway, kind: .inline) {
        node throws(JSONMismatch) in
        let params = try LinkMethods.Watch.params(from: node)
        return { connection in
            let server = connection.server
            let reference = try server.desk.linkReference(params)
            return .look { snapshot, writer in
                let watched = try server.desk.link(reference, snapshot)
                let watch = LinkWatch(id: try connection.newWatchID(), of: watched, connection: connection)
                server.waiting.watch(watch)
                connection.onceAnswered { server.waiting.announced(watch, isTold: $0) }
                LinkMethods.Watch.Result(subscription: watch.id, link: watched.link).encode(to: &writer)
            }
        }
    }

    static let unwatch = Route.inline(LinkMethods.Unwatch.self, Routes.gateway) { connection, params in
        let watch = connection.watches.first { $0.id == params.subscription }
        if let watch { connection.server.waiting.unwatched(watch) }
        return LinkMethods.Unwatch.Result(unwatched: watch != nil)
    }
}
