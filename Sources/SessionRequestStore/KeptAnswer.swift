/// Where the answer to a call with an idempotency key stands.
public struct KeptAnswer: Sendable, Hashable {
    /// A hash of what was asked, to tell a retry from another call under the same key.
    public var fingerprint: [UInt8]
    /// The place of the event that holds the request as it was answered.
    public var event: Int64

    /// An answer with just these properties.
    public init(fingerprint: [UInt8], event: Int64) {
        self.fingerprint = fingerprint
        self.event = event
    }
}
