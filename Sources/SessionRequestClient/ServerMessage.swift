internal import JSONRPC
internal import SessionRequestWire

/// One line from the service, read as far as its envelope.
enum ServerMessage {
    /// The answer to the call with this id.
    case answer(id: Int64, Result<JSONNode, WireError>)
    /// An error that belongs to no call: the service says why it will end the connection.
    case complaint(WireError)
    case notification(Notification)

    /// Reads a line; throws `protocolViolation` at anything that is no JSON-RPC 2.0 message.
    static func read(_ line: UnsafeRawBufferPointer) throws(ClientError) -> ServerMessage {
        let root: JSONNode
        do { root = try JSONDocument(line).root } catch {
            throw .protocolViolation("a line is not JSON (\(error))")
        }
        guard let version = root["jsonrpc"], version.equals("2.0") else {
            throw .protocolViolation("a message is not JSON-RPC 2.0")
        }
        if let method = root["method"]?.string {
            guard root["id"] == nil else { throw .protocolViolation("the service sent a request") }
            return .notification(Notification(method: method, params: root["params"]))
        }
        guard let id = root["id"] else { throw .protocolViolation("a message has no id and no method") }
        if let error = root["error"] {
            let refusal: WireError
            do { refusal = try WireError(from: error) } catch {
                throw .protocolViolation("an error has another shape (\(error))")
            }
            if id.isNull { return .complaint(refusal) }
            return .answer(id: try number(id), .failure(refusal))
        }
        guard let result = root["result"] else { throw .protocolViolation("an answer has no result and no error") }
        return .answer(id: try number(id), .success(result))
    }

    private static func number(_ id: JSONNode) throws(ClientError) -> Int64 {
        guard let number = id.integer else { throw .protocolViolation("an answer has an id that nobody sent") }
        return number
    }
}
