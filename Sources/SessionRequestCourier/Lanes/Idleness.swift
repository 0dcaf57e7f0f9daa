/// Since when no lane has anything to send. A value; time is a parameter.
package struct Idleness: Sendable {
    private var busy = 0
    private var since: ContinuousClock.Instant

    /// Nothing to send yet.
    package init(since: ContinuousClock.Instant) { self.since = since }

    /// A lane took a delivery.
    package mutating func taken() { busy += 1 }

    /// A lane is done with its delivery.
    package mutating func finished(at now: ContinuousClock.Instant) {
        busy -= 1
        since = max(since, now)
    }

    /// How long to wait until it has been idle for `patience`; zero when it has, nil while somebody is busy.
    package func remaining(of patience: Duration, at now: ContinuousClock.Instant) -> Duration? {
        guard busy == 0 else { return nil }
        return max(.zero, patience - (now - since))
    }
}
