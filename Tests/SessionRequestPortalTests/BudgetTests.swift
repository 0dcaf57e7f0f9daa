internal import SessionRequestConfiguration
internal import SessionRequestPortal
internal import Synchronization
internal import Testing

@Suite struct BudgetTests {
    @Test func itIsSpentAndFilledAgain() {
        var budget = Budget(perMinute: 6)
        for _ in 0..<6 { #expect(budget.take(for: [1], now: .zero) == nil) }
        #expect(budget.take(for: [1], now: .zero) == 10)
        #expect(budget.take(for: [2], now: .zero) == nil)
        #expect(budget.take(for: [1], now: .seconds(10)) == nil)
        #expect(budget.take(for: [1], now: .seconds(10)) == 10)
        // However long nobody comes, there are never more than a minute's.
        for _ in 0..<6 { #expect(budget.take(for: [1], now: .seconds(3600)) == nil) }
        #expect(budget.take(for: [1], now: .seconds(3600)) != nil)
    }

    @Test func aFloodOfAddressesCostsBoundedMemory() {
        var budget = Budget(perMinute: 1)
        for number in 0..<PortalLimits.budgetedSources + 10 {
            let source = [UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255)]
            _ = budget.take(for: source, now: .zero)
            #expect(budget.sources <= PortalLimits.budgetedSources)
        }
    }

    @Test func eachKindHasItsOwn() {
        var limits = PortalSettings.RateLimits()
        (limits.pagesPerMinute, limits.formsPerMinute, limits.codesPerMinute) = (3, 2, 1)
        let budgets = Budgets(limits) { .zero }
        let visitor = IPAddress("192.0.2.1")
        #expect((0..<4).map { _ in budgets.take(.page, for: visitor) == nil } == [true, true, true, false])
        #expect((0..<3).map { _ in budgets.take(.form, for: visitor) == nil } == [true, true, false])
        #expect((0..<2).map { _ in budgets.take(.code, for: visitor) == nil } == [true, false])
        #expect(budgets.take(.code, for: nil) == nil)
    }

    @Test func livePagesAreCountedAndGivenBack() {
        var limits = PortalSettings.RateLimits()
        limits.streams = 2
        let budgets = Budgets(limits) { .zero }
        let visitor = IPAddress("2001:db8::1")
        let neighbour = IPAddress("2001:db8::2")
        #expect(budgets.beginStream(for: visitor))
        #expect(budgets.beginStream(for: neighbour))
        #expect(!budgets.beginStream(for: visitor))
        #expect(budgets.beginStream(for: IPAddress("192.0.2.1")))
        budgets.endStream(for: neighbour)
        #expect(budgets.beginStream(for: visitor))
    }

    @Test func otherLimitsBeginAnew() {
        var limits = PortalSettings.RateLimits()
        limits.codesPerMinute = 1
        let budgets = Budgets(limits) { .zero }
        #expect(budgets.take(.code, for: nil) == nil)
        budgets.configure(limits)
        #expect(budgets.take(.code, for: nil) != nil)
        limits.codesPerMinute = 2
        budgets.configure(limits)
        #expect(budgets.take(.code, for: nil) == nil)
    }
}
