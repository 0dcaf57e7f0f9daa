internal import SessionRequestServer
internal import Testing

/// The order of one connection's requests.
@Suite("Order of requests")
struct RequestOrderTests {
    private func expect(
        _ order: inout RequestOrder<Int>, _ job: Int, _ kind: JobKind, begins: Bool,
        at location: SourceLocation = #_sourceLocation
    ) {
        let begun = order.arrived(job, kind)
        #expect(begun == begins, sourceLocation: location)
    }

    private func expectNext(
        _ order: inout RequestOrder<Int>, _ job: Int?, at location: SourceLocation = #_sourceLocation
    ) {
        let next = order.next()
        #expect(next == job, sourceLocation: location)
    }

    @Test("a request with nothing before it begins at once", arguments: [JobKind.inline, .write, .read, .blocking])
    func first(_ kind: JobKind) {
        var order = RequestOrder<Int>()
        let begun = [order.arrived(1, kind)]
        #expect(begun == [true])
        expectNext(&order, nil)
    }

    @Test("writes follow writes without waiting")
    func writes() {
        var order = RequestOrder<Int>()
        let begun = [order.arrived(1, .write), order.arrived(2, .write)]
        #expect(begun == [true, true])
        #expect(order.unfinished == 2)
    }

    @Test(
        "whatever else comes behind something running waits for it",
        arguments: [
            (JobKind.write, JobKind.read), (.write, .inline), (.write, .blocking), (.read, .write), (.read, .read),
            (.read, .inline), (.read, .blocking),
        ])
    func waits(_ first: JobKind, _ second: JobKind) {
        var order = RequestOrder<Int>()
        let begun = [order.arrived(1, first), order.arrived(2, second)]
        #expect(begun == [true, false])
        expectNext(&order, nil)
        order.ended()
        expectNext(&order, 2)
    }

    @Test("a blocking call holds nothing up once it has begun")
    func blocking() {
        var order = RequestOrder<Int>()
        let begun = [order.arrived(1, .blocking), order.arrived(2, .read)]
        #expect(begun == [true, true])
        #expect(order.unfinished == 1)
    }

    @Test("nothing overtakes a request that waits")
    func noOvertaking() {
        var order = RequestOrder<Int>()
        let begun = [order.arrived(1, .write), order.arrived(2, .read), order.arrived(3, .write)]
        #expect(begun == [true, false, false])
        order.ended()
        expectNext(&order, 2)
        expectNext(&order, nil)
        order.ended()
        expectNext(&order, 3)
    }

    @Test("ten thousand requests come out as they went in")
    func many() {
        var order = RequestOrder<Int>()
        var generator = Seeded(state: 7)
        var begun: [Int] = []
        var running = 0
        for job in 0..<10_000 {
            let kind: JobKind = [.inline, .write, .read][Int(generator.next() % 3)]
            if order.arrived(job, kind) {
                begun.append(job)
                running += 1
            }
            while running > 0, generator.next() % 4 == 0 {
                order.ended()
                running -= 1
                while let next = order.next() {
                    begun.append(next)
                    running += 1
                }
            }
        }
        while running > 0 {
            order.ended()
            running -= 1
            while let next = order.next() {
                begun.append(next)
                running += 1
            }
        }
        #expect(begun == Array(0..<10_000))
        #expect(order.unfinished == 0)
    }
}

/// Numbers that are the same in every run (Marsaglia's xorshift).
struct Seeded {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
