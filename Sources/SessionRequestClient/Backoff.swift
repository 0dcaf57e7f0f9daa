/// How long to wait before trying again: twice as long each time, up to a bound, less up to half of it by chance, so
/// that many clients that lost the same service do not come back at once.
package struct Backoff: Sendable {
    package static let first = Duration.milliseconds(100)
    package static let longest = Duration.seconds(30)

    private var ceiling = Self.first

    /// Nothing has failed yet.
    package init() {}

    /// Something worked: the next wait is a short one again.
    package mutating func succeeded() { ceiling = Self.first }

    /// Something failed: how long to wait, at least `minimum`. `random` is from 0 up to 1.
    package mutating func failed(random: Double, minimum: Duration = .zero) -> Duration {
        let wait = ceiling * (0.5 + random / 2)
        ceiling = min(ceiling * 2, Self.longest)
        return max(wait, minimum)
    }
}
