internal import CSystemd
internal import Glibc

/// Tells the service manager how the service is, over the socket named in NOTIFY_SOCKET.
///
/// Every method may be called from any thread and does nothing, successfully, when no manager listens.
public struct ServiceNotifier: Sendable {
    /// How long the manager waits for ``alive()`` before it kills the service; nil when it does not watch.
    ///
    /// Send it at less than half of this.
    public let watchdogInterval: Duration?

    /// Reads WATCHDOG_USEC and WATCHDOG_PID once.
    public init() {
        var microseconds: UInt64 = 0
        let watched = SystemdLibrary.functions.sd_watchdog_enabled?(0, &microseconds) ?? 0
        watchdogInterval = watched > 0 ? .microseconds(Int64(clamping: microseconds)) : nil
    }

    /// Says that starting or reloading is done, with a line for `systemctl status`.
    public func ready(status: String) { send(.ready, .status(status)) }

    /// Says that the configuration is being read again; ``ready(status:)`` ends it.
    public func reloading() { send(.reloading(monotonicMicroseconds: Self.monotonicMicroseconds())) }

    /// Says that the service is about to exit. Nothing may be accepted afterwards.
    public func stopping(status: String) { send(.stopping, .status(status)) }

    /// Changes the line that `systemctl status` shows.
    public func status(_ text: String) { send(.status(text)) }

    /// Says that the service is alive.
    public func alive() { send(.alive) }

    /// Sends states in one datagram.
    /// - Returns: whether a manager took it; false also when there is none.
    @discardableResult
    public func send(_ states: ServiceState...) -> Bool {
        SystemdLibrary.functions.sd_notify?(0, states.map(\.assignments).joined(separator: "\n")) ?? 0 > 0
    }

    private static func monotonicMicroseconds() -> UInt64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return UInt64(now.tv_sec) * 1_000_000 + UInt64(now.tv_nsec) / 1000
    }
}
