package import Logging

/// One log event in the two forms it can leave the process: journal fields, and a line of text.
package struct LogEntry: Sendable {
    private let label: String
    private let event: LogEvent
    private let metadata: [(key: String, value: String)]

    /// - Parameters:
    ///   - label: the logger's name.
    ///   - metadata: everything that applies to the event, already merged.
    package init(label: String, event: LogEvent, metadata: Logger.Metadata) {
        self.label = label
        self.event = event
        self.metadata = metadata.map { ($0.key, $0.value.description) }.sorted { $0.key < $1.key }
    }

    /// MESSAGE, PRIORITY, the place in the source, and a field for each metadata key.
    package var fields: [JournalField] {
        var fields = [
            JournalField(checked: "MESSAGE", event.message.description),
            JournalField(checked: "PRIORITY", String(event.level.syslogPriority)),
            JournalField(checked: "LOGGER", label),
            JournalField(checked: "CODE_FILE", event.file),
            JournalField(checked: "CODE_LINE", String(event.line)),
            JournalField(checked: "CODE_FUNC", event.function),
        ]
        if let error = event.error { fields.append(JournalField(checked: "ERROR", String(describing: error))) }
        fields += metadata.compactMap { JournalField(metadataKey: $0.key, value: $0.value) }
        return fields
    }

    /// `2026-01-31T09:00:00.000Z notice: message (PEER_UID=1000 ...)`, always one line, without its end; MESSAGE_ID,
    /// which is for machines, is left out.
    package func line(at time: LogTime) -> LogLine {
        var line = LogLine()
        time.append(to: &line)
        line.append(" ")
        line.append(printable: event.level.rawValue)
        line.append(": ")
        line.append(printable: event.message.description)
        var isFirst = true
        for (key, value) in metadata where key != JournalField.messageID {
            Self.append(key, value, to: &line, isFirst: &isFirst)
        }
        if let error = event.error { Self.append("ERROR", String(describing: error), to: &line, isFirst: &isFirst) }
        if !isFirst { line.append(")") }
        return line
    }

    private static func append(_ key: String, _ value: String, to line: inout LogLine, isFirst: inout Bool) {
        line.append(isFirst ? " (" : " ")
        isFirst = false
        line.append(printable: key)
        line.append("=")
        line.append(quoted: value)
    }
}

extension Logger.Level {
    /// The number that syslog(3) has for this level.
    package var syslogPriority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
