internal import HTTPTypes
internal import JSONRPC
internal import SessionRequestWire

/// An error as clients read it: reason and message, and whatever else the reason has to say.
struct APIError: JSONEncodable {
    let error: WireError

    func encode(to writer: inout JSONWriter) {
        let data = error.data
        writer.beginObject()
        writer.name("reason")
        writer.string(data.reason)
        writer.name("message")
        writer.string(error.message)
        writer.name("retryable")
        writer.bool(data.retryable)
        if let seconds = data.retryAfter {
            writer.name("retryAfter")
            writer.double(seconds)
        }
        for (name, text) in [("path", data.path), ("hint", data.hint), ("status", data.status)] {
            guard let text else { continue }
            writer.name(name)
            writer.string(text)
        }
        if let allowed = data.allowed {
            writer.name("allowed")
            writer.beginArray()
            for action in allowed { writer.string(action) }
            writer.endArray()
        }
        writer.endObject()
    }

    /// The status of HTTP that comes nearest.
    static func status(of reason: ErrorReason?) -> HTTPResponse.Status {
        switch reason {
        case .parseError, .invalidRequest, .invalidParams: .badRequest
        case .permissionDenied, .clientTooOld: .forbidden
        case .linkInvalid, .notFound: .notFound
        case .methodNotFound: .methodNotAllowed
        case .linkExpired: .gone
        case .invalidTransition: .conflict
        case .tooLarge: .contentTooLarge
        case .rateLimited: .tooManyRequests
        case .busy, .unavailable, .shuttingDown, .storageFull, .canceled: .serviceUnavailable
        default: .internalServerError
        }
    }
}
