internal import Glibc
internal import Systemd
internal import Testing

/// The variables belong to the whole process: one test at a time.
@Suite(.serialized) struct ServiceNotifierTests {
    private func heard(_ act: (ServiceNotifier) -> Void) throws -> String? {
        let manager = try ListeningSocket(type: SOCK_DGRAM, listens: false)
        setenv("NOTIFY_SOCKET", manager.path, 1)
        defer {
            unsetenv("NOTIFY_SOCKET")
            manager.close()
        }
        act(ServiceNotifier())
        return manager.receive()
    }

    @Test func readinessComesWithAStatusInOneDatagram() throws {
        #expect(try heard { $0.ready(status: "listening") } == "READY=1\nSTATUS=listening")
    }

    @Test func stoppingComesWithAStatusInOneDatagram() throws {
        #expect(try heard { $0.stopping(status: "nobody is here") } == "STOPPING=1\nSTATUS=nobody is here")
    }

    @Test func reloadingCarriesTheMonotonicTime() throws {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let text = try #require(try heard { $0.reloading() })
        let lines = text.split(separator: "\n")
        #expect(lines.first == "RELOADING=1")
        let sent = try #require(lines.last?.split(separator: "=").last.flatMap { UInt64($0) })
        #expect(lines.last?.hasPrefix("MONOTONIC_USEC=") == true)
        #expect(sent >= UInt64(now.tv_sec) * 1_000_000)
    }

    @Test func aSignOfLifeIsOneAssignment() throws {
        #expect(try heard { $0.alive() } == "WATCHDOG=1")
    }

    @Test func aStatusCannotSmuggleInAnotherAssignment() throws {
        #expect(try heard { $0.status("fine\nSTOPPING=1\r\nx") } == "STATUS=fine STOPPING=1 x")
    }

    @Test func aLongStatusIsCutAtAWholeCharacter() throws {
        let text = try #require(try heard { $0.status(String(repeating: "é", count: 300)) })
        #expect(text.utf8.count == "STATUS=".utf8.count + Limits.statusBytes)
        #expect(text.hasSuffix("é"))
    }

    @Test func withoutAManagerNothingIsSentAndNothingFails() {
        #expect(!ServiceNotifier().send(.ready))
    }

    @Test func theWatchdogIntervalIsTheManagersOwn() {
        setenv("WATCHDOG_USEC", "30000000", 1)
        setenv("WATCHDOG_PID", String(getpid()), 1)
        defer {
            unsetenv("WATCHDOG_USEC")
            unsetenv("WATCHDOG_PID")
        }
        #expect(ServiceNotifier().watchdogInterval == .seconds(30))
    }

    @Test func aWatchdogForAnotherProcessIsNotOurs() {
        setenv("WATCHDOG_USEC", "30000000", 1)
        setenv("WATCHDOG_PID", "1", 1)
        defer {
            unsetenv("WATCHDOG_USEC")
            unsetenv("WATCHDOG_PID")
        }
        #expect(ServiceNotifier().watchdogInterval == nil)
    }

    @Test func withoutAWatchdogThereIsNoInterval() {
        #expect(ServiceNotifier().watchdogInterval == nil)
    }
}
