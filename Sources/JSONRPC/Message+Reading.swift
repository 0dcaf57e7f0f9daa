extension Message {
    /// The message that a value is.
    public init(_ node: JSONNode) {
        guard node.kind == .object else {
            self = .invalid(id: .null, message: "cannot read this message: it must be an object")
            return
        }
        self = Members(of: node).message
    }

    /// The members of a message, each in its place.
    private struct Members {
        private var version: JSONNode?
        private var id: JSONNode?
        private var method: JSONNode?
        private var params: JSONNode?
        private var hasOutcome = false
        private var hasUnknown = false

        init(of node: JSONNode) {
            for (name, value) in node.members {
                if name.equals("jsonrpc") {
                    version = value
                } else if name.equals("id") {
                    id = value
                } else if name.equals("method") {
                    method = value
                } else if name.equals("params") {
                    params = value
                } else if name.equals("result") || name.equals("error") {
                    hasOutcome = true
                } else {
                    hasUnknown = true
                }
            }
        }

        var message: Message {
            if hasOutcome, method == nil { return .response }
            let requestID = id.map { RequestID($0) }
            if case .some(.none) = requestID {
                return invalid(
                    "cannot use this id: it must be a string, an integer or null, of at most "
                        + "\(JSONLimits.requestIDBytes) bytes", .null)
            }
            let echo = requestID.flatMap { $0 } ?? .null
            guard let version, version.equals("2.0") else {
                return invalid("cannot read this message: its member 'jsonrpc' must be \"2.0\"", echo)
            }
            guard let name = method?.string else {
                return invalid("cannot read this message: its member 'method' must be a string", echo)
            }
            if let params, params.kind != .object, params.kind != .array {
                return invalid("cannot read this message: its member 'params' must be an object or an array", echo)
            }
            if hasOutcome || hasUnknown {
                return invalid(
                    "cannot read this message: it may have only the members jsonrpc, id, method and params", echo)
            }
            return .call(Call(id: requestID.flatMap { $0 }, method: name, params: params))
        }

        private func invalid(_ message: String, _ id: RequestID) -> Message {
            .invalid(id: id, message: message)
        }
    }
}
