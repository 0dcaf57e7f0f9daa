/// How long the service has been away, and whether somebody was told.
package struct Absence {
    /// How long it may be away before anybody is told: a restart is nothing to tell.
    package static let grace = Duration.seconds(2)

    private var since: ContinuousClock.Instant?
    private var isTold = false

    /// Nobody is away.
    package init() {}

    /// It could not be reached; answers whether that is to be told now, which is once.
    package mutating func failed(at now: ContinuousClock.Instant) -> Bool {
        let beginning = since ?? now
        since = beginning
        guard !isTold, now - beginning >= Self.grace else { return false }
        isTold = true
        return true
    }

    /// It was reached; answers whether that is to be told, since its absence was.
    package mutating func succeeded() -> Bool {
        defer { self = Absence() }
        return isTold
    }
}
