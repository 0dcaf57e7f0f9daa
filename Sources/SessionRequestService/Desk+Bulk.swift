internal import JSONRPC
internal import SessionRequestStore
public import SessionRequestWire

extension Desk {
    /// `sessionRequest.bulk`: all of the operations, in order, or none.
    public func bulk(
        _ params: SessionRequestMethods.Bulk.Params, by caller: Caller
    ) throws(WireError) -> Change<SessionRequestMethods.Bulk.Result> {
        guard !params.operations.isEmpty else {
            throw WireError.invalidParams("cannot run no operations: give at least one", path: "/operations")
        }
        var changes: [Change<[UInt8]>] = []
        for (index, operation) in params.operations.enumerated() {
            do throws(WireError) { changes.append(try change(operation, by: caller)) } catch {
                throw Self.failure(error, of: operation, at: index)
            }
        }
        let all = changes
        return { transaction in
            var results: [[UInt8]] = []
            for (index, change) in all.enumerated() {
                do { results.append(try change(transaction)) } catch let error as WireError {
                    throw error.inOperation(index)
                }
            }
            return SessionRequestMethods.Bulk.Result(results: results)
        }
    }

    private func change(_ operation: WireOperation, by caller: Caller) throws(WireError) -> Change<[UInt8]> {
        typealias Methods = SessionRequestMethods
        switch operation.method {
        case Methods.Create.name: return try encoded(Methods.Create.self, operation, create, caller)
        case Methods.Update.name: return try encoded(Methods.Update.self, operation, update, caller)
        case Methods.Assign.name: return try encoded(Methods.Assign.self, operation, assign, caller)
        case Methods.Claim.name: return try encoded(Methods.Claim.self, operation, claim, caller)
        case Methods.Comment.name: return try encoded(Methods.Comment.self, operation, comment, caller)
        case Methods.Reschedule.name: return try encoded(Methods.Reschedule.self, operation, reschedule, caller)
        case Methods.Connect.name: return try encoded(Methods.Connect.self, operation, connect, caller)
        case Methods.RequestAccess.name:
            return try encoded(Methods.RequestAccess.self, operation, requestAccess, caller)
        case Methods.Disconnect.name: return try encoded(Methods.Disconnect.self, operation, disconnect, caller)
        case Methods.Close.name: return try encoded(Methods.Close.self, operation, close, caller)
        case Methods.Reopen.name: return try encoded(Methods.Reopen.self, operation, reopen, caller)
        case Methods.ResendInvitation.name:
            return try encoded(Methods.ResendInvitation.self, operation, resendInvitation, caller)
        case Methods.RotateLink.name: return try encoded(Methods.RotateLink.self, operation, rotateLink, caller)
        default:
            throw WireError(.invalidParams, "cannot run this method in a bulk: only changes of session requests can be")
        }
    }

    /// The error of an operation that could not be read; without a path of its own it is the method's.
    private static func failure(_ error: WireError, of operation: WireOperation, at index: Int) -> WireError {
        var failure = error.inOperation(index)
        if error.reason == .invalidParams, error.data.path == nil { failure.data.path = "/operations/\(index)/method" }
        return failure
    }

    private func encoded<Method: RPCMethod>(
        _ method: Method.Type, _ operation: WireOperation,
        _ make: (Method.Params, Caller) throws(WireError) -> Change<Method.Result>, _ caller: Caller
    ) throws(WireError) -> Change<[UInt8]> {
        let params: Method.Params
        do { params = try Method.params(from: operation.params) } catch {
            throw WireError.invalidParams(error, in: operation.params)
        }
        let change = try make(params, caller)
        return { transaction in
            var writer = JSONWriter()
            writer.value(try change(transaction))
            return writer.bytes
        }
    }
}
