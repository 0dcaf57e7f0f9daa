internal import Testing
internal import session_request

@Suite("How long the service is away before anybody is told")
struct CommandLineAbsenceTests {
    private static let now = ContinuousClock.now

    /// What is told at each of several failures, so many seconds after the first.
    private static func told(_ absence: inout Absence, _ seconds: [Double]) -> [Bool] {
        var told: [Bool] = []
        for second in seconds { told.append(absence.failed(at: now + .seconds(second))) }
        return told
    }

    @Test("A restart is nothing to tell")
    func restart() {
        var absence = Absence()
        let told = Self.told(&absence, [0, 1, 1.9])
        let isEndTold = absence.succeeded()
        #expect(told == [false, false, false] && !isEndTold)
    }

    @Test("What lasts is told once, and so is its end; the next absence is another")
    func lasting() {
        var absence = Absence()
        let told = Self.told(&absence, [0, 2, 60])
        let ends = [absence.succeeded(), absence.succeeded()]
        let next = Self.told(&absence, [70, 71, 72])
        #expect(told == [false, true, false] && ends == [true, false] && next == [false, false, true])
    }
}
