internal import SessionRequestService
internal import SessionRequestWire

extension Route {
    /// What is wrong with the values of a call that the caller may not make: the shape comes before the permission. Links are
    /// not looked at, which would count the guesses of who may not guess.
    func fault(in work: (Connection) throws -> Work, for connection: Connection) -> WireError? {
        guard access != Routes.gateway else { return nil }
        do {
            _ = try work(connection)
            return nil
        } catch { return (error as? WireError).flatMap { $0.reason == .invalidParams ? $0 : nil } }
    }

    /// That the caller may not call it, and what it takes.
    func refusal(of caller: Caller) -> WireError {
        let needs = access.map(\.rawValue).sorted().joined(separator: " or ")
        let has = caller.roles.map(\.rawValue).sorted().joined(separator: ", ")
        return WireError.permissionDenied(
            "cannot call \(method) as \(caller.user): it needs the role \(needs)",
            hint: has.isEmpty
                ? "you have no role here; ask an admin to add you to the group session-request"
                : "you have \(has) on this socket")
    }
}
