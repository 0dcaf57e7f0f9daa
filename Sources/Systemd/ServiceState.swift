/// What a service tells its manager; the protocol of sd_notify(3).
public enum ServiceState: Sendable, Equatable {
    /// Starting or reloading is done; connections are answered.
    case ready
    /// The configuration is being read again, since this time of CLOCK_MONOTONIC in microseconds.
    case reloading(monotonicMicroseconds: UInt64)
    /// The service is on its way out: the manager queues new starts behind its exit.
    case stopping
    /// The service is alive; due before each ``ServiceNotifier/watchdogInterval`` is over.
    case alive
    /// One line for `systemctl status`; line breaks become spaces, and it is cut at ``Limits/statusBytes``.
    case status(String)

    /// The lines that say so, without a final line break.
    package var assignments: String {
        switch self {
        case .ready: "READY=1"
        case .reloading(let microseconds): "RELOADING=1\nMONOTONIC_USEC=\(microseconds)"
        case .stopping: "STOPPING=1"
        case .alive: "WATCHDOG=1"
        case .status(let text): "STATUS=" + Self.oneLine(text)
        }
    }

    private static func oneLine(_ text: String) -> String {
        let line = String(text.map { $0.isNewline || $0 == "\0" ? " " : $0 })
        return Limits.cut(line, toBytes: Limits.statusBytes)
    }
}
