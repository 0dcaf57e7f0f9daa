/// How often each visitor's address may do something: so many at once, refilled evenly over a minute.
///
/// Bounded, for a flood of addresses must not cost memory: when there are too many, those that are full again go, and then
/// all of them, which forgives rather than locks out.
package struct Budget {
    private struct Level {
        var tokens: Double
        var at: Duration
    }

    private let limit: Int
    private var levels: [[UInt8]: Level] = [:]

    /// - Parameter perMinute: how often.
    package init(perMinute limit: Int) {
        self.limit = limit
    }

    /// How many addresses are remembered.
    package var sources: Int { levels.count }

    /// Takes one, or answers how many seconds to wait for the next. `now` is a time that never goes back.
    package mutating func take(for source: [UInt8], now: Duration) -> Double? {
        let perSecond = Double(limit) / 60
        var level = levels[source] ?? Level(tokens: Double(limit), at: now)
        level.tokens = min(Double(limit), level.tokens + (now - level.at) / .seconds(1) * perSecond)
        level.at = now
        guard level.tokens >= 1 else {
            levels[source] = level
            return (1 - level.tokens) / perSecond
        }
        level.tokens -= 1
        if levels[source] == nil, levels.count >= PortalLimits.budgetedSources { makeRoom(now) }
        levels[source] = level
        return nil
    }

    private mutating func makeRoom(_ now: Duration) {
        levels = levels.filter { ($0.value.at - now) / .seconds(1) > -60 }
        if levels.count >= PortalLimits.budgetedSources { levels.removeAll() }
    }
}
