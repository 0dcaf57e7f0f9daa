extension Message {
    /// The message that a value is.
    public init(_ node: JSONNode) {
        guard node.kind == .object else {
            self = .invalid(id: .null, message: "cannot read this message: it must be an object")
            return
        }
        self = Members(of: node).message
    }

    /// Where the members of a message stand on the tape; 0, which is never a member's place, for one that is not there.
    private struct Members {
        private let storage: JSONStorage
        private var version = 0
        private var id = 0
        private var method = 0
        private var params = 0
        private var hasOutcome = false
        private var hasUnknown = false

        init(of node: JSONNode) {
            storage = node.storage
            var name = node.index + 1
            for _ in 0..<node.count {
                if named("jsonrpc", name) {
                    version = name + 1
                } else if named("id", name) {
                    id = name + 1
                } else if named("method", name) {
                    method = name + 1
                } else if named("params", name) {
                    params = name + 1
                } else if named("result", name) || named("error", name) {
                    hasOutcome = true
                } else {
                    hasUnknown = true
                }
                name = Int(storage.tape[name + 1].next)
            }
        }

        private func named(_ text: StaticString, _ name: Int) -> Bool {
            storage.string(
                storage.tape[name],
                means: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        }

        var message: Message {
            if hasOutcome, method == 0 { return .response }
            guard let requestID = id == 0 ? .null : RequestID(JSONNode(storage, id)) else {
                return .invalid(
                    id: .null,
                    message: "cannot use this id: it must be a string, an integer or null, of at most "
                        + "\(JSONLimits.requestIDBytes) bytes")
            }
            guard version != 0, JSONNode(storage, version).equals("2.0") else {
                return invalid("its member 'jsonrpc' must be \"2.0\"", requestID)
            }
            guard method != 0, let name = JSONNode(storage, method).string else {
                return invalid("its member 'method' must be a string", requestID)
            }
            let params = params == 0 ? nil : JSONNode(storage, params)
            if let params, params.kind != .object, params.kind != .array {
                return invalid("its member 'params' must be an object or an array", requestID)
            }
            if hasOutcome || hasUnknown {
                return invalid("it may have only the members jsonrpc, id, method and params", requestID)
            }
            return .call(Call(id: id == 0 ? nil : requestID, method: name, params: params))
        }

        private func invalid(_ fault: String, _ id: RequestID) -> Message {
            .invalid(id: id, message: "cannot read this message: " + fault)
        }
    }
}
