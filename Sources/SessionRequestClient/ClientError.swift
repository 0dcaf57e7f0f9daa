public import SessionRequestWire

/// Why a call has no result.
public enum ClientError: Error, Sendable, Equatable {
    /// The service said no; `WireError.reason` says why.
    case service(WireError)
    /// Nobody could be asked, or the connection ended before the answer came, which leaves open whether it was done.
    /// `cause` is what is wrong and `advice` what to do, each a sentence for people.
    case unreachable(path: String, cause: String, advice: String)
    /// No answer came in time; the call was cancelled and may have been done all the same.
    case deadlinePassed(method: String, seconds: Double)
    /// What answers is not the service, or not a version that can be talked to; a sentence for people.
    case protocolViolation(String)
    /// The caller's task was cancelled.
    case canceled
}

extension ClientError: CustomStringConvertible {
    /// One or two sentences for people.
    public var description: String {
        switch self {
        case .service(let error): error.message
        case .unreachable(let path, let cause, let advice):
            "cannot reach the service at \(path): \(cause). \(advice)"
        case .deadlinePassed(let method, let seconds):
            "cannot wait longer for \(method): no answer in \(Int64(exactly: seconds).map(String.init) ?? "\(seconds)") s"
        case .protocolViolation(let what): "cannot understand what answers: \(what)"
        case .canceled: "cannot go on: the call was cancelled"
        }
    }

    /// Whether the same may succeed on a new connection without anybody changing anything.
    public var isPassing: Bool {
        switch self {
        case .service(let error): error.data.retryable
        case .unreachable, .deadlinePassed: true
        case .protocolViolation, .canceled: false
        }
    }
}
