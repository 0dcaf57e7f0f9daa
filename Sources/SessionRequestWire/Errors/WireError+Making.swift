public import JSONRPC

extension WireError {
    /// Params of the wrong shape; `path` points into the params.
    public static func invalidParams(_ message: String, path: String) -> WireError {
        var error = WireError(.invalidParams, message)
        error.data.path = path
        return error
    }

    /// Params of the wrong shape; `params` is the node that was read, from which the path is counted.
    public static func invalidParams(_ mismatch: JSONMismatch, in params: JSONNode?) -> WireError {
        invalidParams(mismatch.message, path: params.map { mismatch.pointer(from: $0) } ?? mismatch.pointer)
    }

    /// No such thing: "session request 42", "queue tier-1".
    public static func notFound(_ thing: String) -> WireError {
        WireError(.notFound, "cannot find \(thing)")
    }

    /// The caller's roles do not allow it.
    public static func permissionDenied(_ message: String, hint: String? = nil) -> WireError {
        var error = WireError(.permissionDenied, message)
        error.data.hint = hint
        return error
    }

    /// Not from this status; `allowed` holds what the caller may do instead.
    public static func invalidTransition(_ message: String, status: String, allowed: [String]) -> WireError {
        var error = WireError(.invalidTransition, message)
        error.data.status = status
        error.data.allowed = allowed
        return error
    }

    /// It is at another revision than the caller thinks.
    public static func revisionConflict(_ message: String, revision: Int64) -> WireError {
        var error = WireError(.revisionConflict, message)
        error.data.revision = revision
        return error
    }

    /// Somebody is connected.
    public static func alreadyConnected(_ message: String, by agent: WireActor?) -> WireError {
        var error = WireError(.alreadyConnected, message)
        error.data.by = agent
        return error
    }

    /// It is another agent's.
    public static func alreadyClaimed(_ message: String, by agent: WireActor?) -> WireError {
        var error = WireError(.alreadyClaimed, message)
        error.data.by = agent
        return error
    }

    /// The cursor's place is not in the log; these are its ends.
    public static func cursorExpired(_ message: String, earliest: String, latest: String) -> WireError {
        var error = WireError(.cursorExpired, message)
        error.data.earliest = earliest
        error.data.latest = latest
        return error
    }

    /// Too much is under way; try again after so many seconds.
    public static func busy(_ message: String, retryAfter seconds: Double) -> WireError {
        var error = WireError(.busy, message)
        error.data.retryAfter = seconds
        return error
    }

    /// The caller's budget is spent; try again after so many seconds.
    public static func rateLimited(_ message: String, retryAfter seconds: Double) -> WireError {
        var error = WireError(.rateLimited, message)
        error.data.retryAfter = seconds
        return error
    }

    /// More than can be taken or given at once, and what to do instead.
    public static func tooLarge(_ message: String, hint: String? = nil) -> WireError {
        var error = WireError(.tooLarge, message)
        error.data.hint = hint
        return error
    }

    /// The same error as that of the operation of a bulk call that it comes from.
    public func inOperation(_ index: Int) -> WireError {
        var error = self
        error.data.cause = data.reason
        error.data.index = Int64(index)
        error.data.path = data.path.map { "/operations/\(index)/params\($0)" }
        return error
    }
}
