/// What became of one attempt.
package enum DeliveryOutcome: Sendable, Equatable {
    /// The other side has it.
    case delivered
    /// It is not there; another attempt may help, after so many seconds if the other side said when.
    case failed(String, retryAfter: Double?)
    /// It is not there, and the same again would be refused again.
    case refused(String)

    /// Without a time of the other side's.
    package static func failed(_ error: String) -> DeliveryOutcome { .failed(error, retryAfter: nil) }
}
