internal import Glibc

/// Where log lines go: as fields to the journal, or as text to a descriptor.
public enum LogDestination: Sendable, Equatable {
    /// Entries of fields to journald's native socket.
    case journal
    /// Lines of text to an open descriptor, which is 2 unless a test says otherwise.
    case descriptor(Int32)

    /// What fits this process: the journal if standard error is connected to it and it can be reached, else
    /// standard error itself. So a redirected standard error is respected.
    public static func detect() -> LogDestination {
        let stream = getenv("JOURNAL_STREAM").map { String(cString: $0) }
        return detect(journalStream: stream, descriptor: STDERR_FILENO, journalIsReachable: Journal.isReachable)
    }

    /// - Parameter journalStream: the variable JOURNAL_STREAM, `device:inode` of what systemd connected; systemd.exec(5).
    package static func detect(journalStream: String?, descriptor: Int32, journalIsReachable: Bool) -> LogDestination {
        var facts = stat()
        guard journalIsReachable, let journalStream, fstat(descriptor, &facts) == 0,
            journalStream == "\(facts.st_dev):\(facts.st_ino)"
        else { return .descriptor(descriptor) }
        return .journal
    }

    /// Writes one entry; what cannot be written is lost, since a log must not stop a service.
    func write(_ entry: LogEntry) {
        switch self {
        case .journal:
            Journal.send(entry.fields)
        case .descriptor(let descriptor):
            var line = entry.line(at: LogTime.now())
            line.end()
            line.bytes.withUnsafeBytes { bytes in
                _ = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
            }
        }
    }
}
