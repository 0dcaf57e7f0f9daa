/// The bounds of what the courier takes in, and of how long it waits.
package enum CourierLimits {
    /// Bytes of an endpoint's answer that are read.
    static let answer = 64 * 1024
    /// Bytes of one line of a server's reply that are kept.
    static let reply = 512
    /// Bytes that a program may say of why it failed; more is not kept.
    static let complaint = 4096
    /// Characters of the reason that an agent reads, as `delivery.fail` takes it.
    static let error = 512
    /// Bytes of a file with a secret.
    static let secret = 4096
    /// Bytes of a template or a file of texts.
    static let template = 256 * 1024
    /// Bytes of what `preview` reads.
    static let preview = 1024 * 1024
    /// Mails that travel at once.
    static let mailLanes = 4
    /// Deliveries that were handed over and of which the desk does not know it, whose keys are kept.
    package static let unacknowledged = 4096
    /// Seconds until a connection must stand.
    static let connectSeconds = 15
    /// Seconds that an attempt by mail may take as a whole.
    static let mailSeconds = 120
    /// Seconds that an attempt by HTTP may take as a whole.
    static let requestSeconds = 30
    /// Seconds that a program that sends a message may run.
    static let programSeconds = 90
    /// Seconds for which a delivery is taken; longer than any attempt.
    static let leaseSeconds = 300.0
    /// Seconds to wait for something to send before asking again.
    static let waitSeconds = 60.0
    /// Seconds that an attempt may go on after the courier was told to end.
    static let farewellSeconds = 20
    /// Seconds at most that an endpoint can make it wait.
    static let retryAfter = 86_400.0
}
