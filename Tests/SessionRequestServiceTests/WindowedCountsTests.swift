internal import SessionRequestModel
internal import SessionRequestService
internal import Testing

@Suite("Counts in windows")
struct WindowedCountsTests {
    private let start = Timestamp(milliseconds: 1_795_428_000_000)

    @Test("let a key go on until its limit, and again when its window is over")
    func window() {
        var counts = WindowedCounts(seconds: 60)
        for _ in 0..<3 {
            #expect(counts.wait(for: "a", limit: 3, now: start) == nil)
            counts.count("a", now: start)
        }
        #expect(counts.wait(for: "a", limit: 3, now: start) == 60)
        #expect(counts.wait(for: "a", limit: 3, now: start.adding(seconds: 45)) == 15)
        #expect(counts.wait(for: "b", limit: 3, now: start) == nil)
        #expect(counts.wait(for: "a", limit: 3, now: start.adding(seconds: 60)) == nil)
        counts.count("a", now: start.adding(seconds: 60))
        #expect(counts.wait(for: "a", limit: 1, now: start.adding(seconds: 61)) == 59)
    }

    @Test("do not hold against a key what a clock that was ahead has counted")
    func ahead() {
        var counts = WindowedCounts(seconds: 60)
        counts.count("a", now: start.adding(seconds: 86_400))
        #expect(counts.wait(for: "a", limit: 1, now: start) == nil)
        counts.count("a", now: start)
        #expect(counts.wait(for: "a", limit: 1, now: start) == 60)
    }

    @Test("remember a bounded number of keys, the latest of them")
    func bound() {
        var counts = WindowedCounts(seconds: 60, largest: 100)
        for index in 0..<10_000 {
            counts.count("\(index)", now: Timestamp(milliseconds: start.milliseconds + Int64(index)))
            #expect(counts.keys <= 100)
        }
        #expect(counts.wait(for: "9999", limit: 1, now: start.adding(seconds: 10)) != nil)
    }

    @Test("make room of windows that are over before any other")
    func room() {
        var counts = WindowedCounts(seconds: 60, largest: 10)
        for index in 0..<9 { counts.count("old \(index)", now: start) }
        counts.count("new", now: start.adding(seconds: 30))
        counts.count("newer", now: start.adding(seconds: 61))
        #expect(counts.keys == 2)
        #expect(counts.wait(for: "new", limit: 1, now: start.adding(seconds: 61)) != nil)
    }
}
