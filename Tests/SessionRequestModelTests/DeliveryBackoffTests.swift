internal import SessionRequestModel
internal import Testing

@Suite("When a delivery is tried again")
struct DeliveryBackoffTests {
    @Test(
        "It waits 30 seconds, twice as long each time, and an hour at most",
        arguments: [
            (1, 30), (2, 60), (3, 120), (4, 240), (7, 1920), (8, 3600), (11, 3600),
        ])
    func doubles(_ attempt: Int, _ seconds: Int64) {
        let backoff = DeliveryBackoff()
        #expect(
            backoff.nextAttempt(after: attempt, at: Sample.start, retryAfter: nil, chance: 0) == Sample.at(seconds))
    }

    @Test(
        "Chance makes it a fifth longer or shorter, and no more",
        arguments: [(-1.0, 24.0), (0.5, 33), (1, 36), (9, 36)])
    func varies(_ chance: Double, _ seconds: Double) {
        let next = DeliveryBackoff().nextAttempt(after: 1, at: Sample.start, retryAfter: nil, chance: chance)
        #expect(next == Timestamp(milliseconds: Sample.start.milliseconds + Int64(seconds * 1000)))
    }

    @Test("After the last attempt it is given up, whatever the other side asks for", arguments: [nil, 5.0])
    func gives(_ retryAfter: Double?) {
        let backoff = DeliveryBackoff(maxAttempts: 3)
        #expect(backoff.nextAttempt(after: 2, at: Sample.start, retryAfter: retryAfter, chance: 0) != nil)
        #expect(backoff.nextAttempt(after: 3, at: Sample.start, retryAfter: retryAfter, chance: 0) == nil)
    }

    @Test(
        "What the other side asks for makes the wait longer, and never shorter",
        arguments: [(0.25, Int64(30)), (0, 30), (30, 30), (7200, 7200)])
    func asked(_ retryAfter: Double, _ seconds: Int64) {
        let next = DeliveryBackoff().nextAttempt(after: 1, at: Sample.start, retryAfter: retryAfter, chance: 0)
        #expect(next == Sample.at(seconds))
    }

    @Test("A first wait over the longest is the longest")
    func bounded() {
        let backoff = DeliveryBackoff(maxAttempts: 9, firstRetrySeconds: 100, longestRetrySeconds: 10)
        #expect(backoff.nextAttempt(after: 1, at: Sample.start, retryAfter: nil, chance: 0) == Sample.at(10))
    }
}
