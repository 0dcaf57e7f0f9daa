public import Logging

/// Sends the log to the journal with one field for each metadata key, or to standard error as readable lines where
/// there is no journal.
///
/// Keys that are written as journal fields (`SESSION_REQUEST_ID`, `PEER_UID`, `RPC_METHOD`, `MESSAGE_ID`) pass through
/// as they are, so that `journalctl SESSION_REQUEST_ID=42` finds them. Each entry is one datagram or one write, so
/// that threads may log at once.
public struct JournalLogHandler: LogHandler {
    /// Fields of every entry; those of a provider and of a single entry win over them.
    public var metadata: Logger.Metadata = [:]
    /// Asked for more fields at each entry, on the thread that logs.
    public var metadataProvider: Logger.MetadataProvider?
    /// The least level that is logged.
    public var logLevel: Logger.Level = .info

    private let label: String
    private let destination: LogDestination

    /// - Parameters:
    ///   - label: the logger's name; becomes the field LOGGER.
    ///   - destination: where entries go; detect it once for a process.
    public init(label: String, destination: LogDestination) {
        self.label = label
        self.destination = destination
    }

    /// One field of every entry.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes one entry; called by `Logger` for the levels that are on.
    public func log(event: LogEvent) {
        var merged = event.metadata ?? [:]
        if let provided = metadataProvider?.get() { merged.merge(provided) { own, _ in own } }
        if !metadata.isEmpty { merged.merge(metadata) { own, _ in own } }
        destination.write(LogEntry(label: label, event: event, metadata: merged))
    }
}
