internal import SessionRequestClient
internal import SessionRequestWire

/// Which part of the desk a status bar is about.
struct BarScope: Sendable {
    /// Without anything in it: all of the desk.
    let filter: WireFilter

    /// How it is now, or why that cannot be said.
    func look(_ console: Console) async -> BarState {
        do throws(Failure) {
            let (connection, _) = try await console.connect()
            return .desk(try await desk(console, connection))
        } catch {
            return BarState(error)
        }
    }

    private func desk(_ console: Console, _ connection: Connection) async throws(Failure) -> BarDesk {
        guard filter == WireFilter() else {
            return BarDesk(only: try await list(["open", "waiting", "ready", "connected"], 500, console, connection))
        }
        let summary = try await console.call(SessionRequestMethods.Summary.self, NoParams(), on: connection).result
        guard summary.byStatus.waiting + summary.byStatus.ready > 0 else {
            return BarDesk(summary.byStatus, listed: [])
        }
        let listed = try await list(["waiting", "ready"], Int64(BarDesk.shown), console, connection)
        return BarDesk(summary.byStatus, listed: listed)
    }

    /// Those who have been where they are for longest come first.
    private func list(
        _ statuses: [String], _ limit: Int64, _ console: Console, _ connection: Connection
    ) async throws(Failure) -> [WireSessionRequest] {
        var filter = filter
        filter.statuses = statuses
        let params = SessionRequestMethods.List.Params(filter: filter, sort: "statusSince", limit: limit)
        return try await console.call(SessionRequestMethods.List.self, params, on: connection).result.sessionRequests
    }
}
