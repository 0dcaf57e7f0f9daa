internal import SessionRequestCourier
internal import Synchronization
internal import Testing

@Suite("Handovers")
struct HandoversTests {
    /// A way out that counts.
    private final class Carried: Sendable {
        private let count = Mutex(0)
        var times: Int { count.withLock(\.self) }

        func carry(_ outcome: DeliveryOutcome = .delivered) -> DeliveryOutcome {
            count.withLock { $0 += 1 }
            return outcome
        }
    }

    @Test("What was handed over is not carried again until the desk knows it")
    func delivered() async {
        let (handovers, carried) = (Handovers(), Carried())
        for _ in 0..<3 { #expect(await handovers.outcome(of: "e.1") { carried.carry() } == .delivered) }
        #expect(carried.times == 1)
        #expect(await handovers.outcome(of: "e.2") { carried.carry() } == .delivered)
        handovers.acknowledged("e.1")
        #expect(await handovers.outcome(of: "e.1") { carried.carry() } == .delivered)
        #expect(carried.times == 3)
    }

    @Test("What failed is carried again", arguments: [DeliveryOutcome.failed("later"), .refused("no")])
    func failed(outcome: DeliveryOutcome) async {
        let (handovers, carried) = (Handovers(), Carried())
        for _ in 0..<2 { #expect(await handovers.outcome(of: "e.1") { carried.carry(outcome) } == outcome) }
        #expect(carried.times == 2)
    }

    @Test("What another lane carries is waited for", arguments: [DeliveryOutcome.delivered, .failed("later")])
    func shared(outcome: DeliveryOutcome) async {
        let (handovers, carried) = (Handovers(), Carried())
        let (began, beginning) = AsyncStream.makeStream(of: Void.self)
        let (gate, gateKeeper) = AsyncStream.makeStream(of: Void.self)
        let first = Task {
            await handovers.outcome(of: "e.1") {
                beginning.finish()
                for await _ in gate {}
                return carried.carry(outcome)
            }
        }
        for await _ in began {}
        let second = Task { await handovers.outcome(of: "e.1") { carried.carry() } }
        let other = await handovers.outcome(of: "e.2") { .refused("no") }
        gateKeeper.finish()
        #expect(other == .refused("no"))
        #expect(await first.value == outcome)
        if outcome == .delivered {
            #expect(await second.value == .delivered)
            #expect(carried.times == 1)
        } else {
            _ = await second.value
        }
    }

    @Test("No more keys are kept than the limit; the oldest go first")
    func limit() async {
        let (handovers, carried) = (Handovers(limit: 3), Carried())
        for number in 1...4 { _ = await handovers.outcome(of: "e.\(number)") { carried.carry() } }
        for number in 2...4 { _ = await handovers.outcome(of: "e.\(number)") { carried.carry() } }
        #expect(carried.times == 4)
        _ = await handovers.outcome(of: "e.1") { carried.carry() }
        #expect(carried.times == 5)
    }
}
