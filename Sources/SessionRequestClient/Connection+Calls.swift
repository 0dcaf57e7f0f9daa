public import JSONRPC
public import SessionRequestWire

extension Connection {
    /// Calls a method and reads its result.
    ///
    /// Throws `deadlinePassed` when no answer comes in time; nil waits as long as it takes. When that happens, or the
    /// task is cancelled, the service is asked to give the call up, too.
    public func call<Method: RPCMethod>(
        _ method: Method.Type, _ params: Method.Params, deadline: Duration? = nil
    ) async throws(ClientError) -> Method.Result {
        let result = try await call(method: Method.name, params: params, deadline: deadline)
        do { return try Method.Result(from: result) } catch {
            throw .protocolViolation("the result of \(Method.name) has another shape (\(error))")
        }
    }

    /// Calls a method by name and returns its result as it came. `params` is a `JSONValue`, a `JSONNode` or anything
    /// else that writes itself as an object.
    public func call(
        method: String, params: (some JSONEncodable & Sendable)?, deadline: Duration? = nil
    ) async throws(ClientError) -> JSONNode {
        let channel = channel
        let id = channel.reserve()
        let line = RequestLine.call(id: id, method: method, params: params)
        let timer = deadline.map { alarm(after: $0, for: id, method: method) }
        // A connection that nobody else holds must outlive its last call.
        defer { withExtendedLifetime(self) { timer?.cancel() } }
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { channel.submit(id, line: line, waiter: $0) }
        } onCancel: {
            channel.abandon(id, because: .canceled)
        }
        return try answer.get()
    }

    private func alarm(after deadline: Duration, for id: Int64, method: String) -> Task<Void, Never> {
        let channel = channel
        let sleep = timing.sleep
        let seconds = Double(deadline.components.seconds) + Double(deadline.components.attoseconds) / 1e18
        return Task {
            do { try await sleep(deadline) } catch { return }
            guard !Task.isCancelled else { return }
            channel.abandon(id, because: .deadlinePassed(method: method, seconds: seconds))
        }
    }
}
