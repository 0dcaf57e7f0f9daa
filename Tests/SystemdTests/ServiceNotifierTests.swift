internal import Glibc
internal import Systemd
internal import Testing

/// The variables that the manager sets belong to a whole process, and to change them while others read them is undefined:
/// each test that needs some is a process of its own.
@Suite struct ServiceNotifierTests {
    private static func heard(_ act: (ServiceNotifier) -> Void) throws -> String? {
        let manager = try ListeningSocket(type: SOCK_DGRAM, listens: false)
        defer { manager.close() }
        setenv("NOTIFY_SOCKET", manager.path, 1)
        act(ServiceNotifier())
        return manager.receive()
    }

    @Test func readinessComesWithAStatusInOneDatagram() async {
        await #expect(processExitsWith: .success) {
            let heard = try ServiceNotifierTests.heard { $0.ready(status: "listening") }
            #expect(heard == "READY=1\nSTATUS=listening")
        }
    }

    @Test func stoppingComesWithAStatusInOneDatagram() async {
        await #expect(processExitsWith: .success) {
            let heard = try ServiceNotifierTests.heard { $0.stopping(status: "nobody is here") }
            #expect(heard == "STOPPING=1\nSTATUS=nobody is here")
        }
    }

    @Test func reloadingCarriesTheMonotonicTime() async {
        await #expect(processExitsWith: .success) {
            var now = timespec()
            clock_gettime(CLOCK_MONOTONIC, &now)
            let text = try #require(try ServiceNotifierTests.heard { $0.reloading() })
            let lines = text.split(separator: "\n")
            #expect(lines.first == "RELOADING=1")
            let sent = try #require(lines.last?.split(separator: "=").last.flatMap { UInt64($0) })
            #expect(lines.last?.hasPrefix("MONOTONIC_USEC=") == true)
            #expect(sent >= UInt64(now.tv_sec) * 1_000_000)
        }
    }

    @Test func aSignOfLifeIsOneAssignment() async {
        await #expect(processExitsWith: .success) {
            let heard = try ServiceNotifierTests.heard { $0.alive() }
            #expect(heard == "WATCHDOG=1")
        }
    }

    @Test func aStatusCannotSmuggleInAnotherAssignment() async {
        await #expect(processExitsWith: .success) {
            let heard = try ServiceNotifierTests.heard { $0.status("fine\nSTOPPING=1\r\nx") }
            #expect(heard == "STATUS=fine STOPPING=1 x")
        }
    }

    @Test func aLongStatusIsCutAtAWholeCharacter() async {
        await #expect(processExitsWith: .success) {
            let text = try #require(try ServiceNotifierTests.heard { $0.status(String(repeating: "é", count: 300)) })
            #expect(text.utf8.count == "STATUS=".utf8.count + Limits.statusBytes)
            #expect(text.hasSuffix("é"))
        }
    }

    @Test func withoutAManagerNothingIsSentAndNothingFails() {
        #expect(!ServiceNotifier().send(.ready))
    }

    @Test func theWatchdogIntervalIsTheManagersOwn() async {
        await #expect(processExitsWith: .success) {
            setenv("WATCHDOG_USEC", "30000000", 1)
            setenv("WATCHDOG_PID", String(getpid()), 1)
            #expect(ServiceNotifier().watchdogInterval == .seconds(30))
        }
    }

    @Test func aWatchdogForAnotherProcessIsNotOurs() async {
        await #expect(processExitsWith: .success) {
            setenv("WATCHDOG_USEC", "30000000", 1)
            setenv("WATCHDOG_PID", "1", 1)
            #expect(ServiceNotifier().watchdogInterval == nil)
        }
    }

    @Test func withoutAWatchdogThereIsNoInterval() {
        #expect(ServiceNotifier().watchdogInterval == nil)
    }
}
