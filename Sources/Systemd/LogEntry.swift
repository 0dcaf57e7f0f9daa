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

    /// `2026-01-31T09:00:00.000Z notice: message (PEER_UID=1000 ...)`, always one line; MESSAGE_ID, which is for
    /// machines, is left out.
    package func line(at time: LogTime) -> String {
        var line = "\(time) \(event.level.rawValue): \(Self.printable(event.message.description))"
        var details = metadata.filter { $0.key != MessageID.fieldName }
        if let error = event.error { details.append(("ERROR", String(describing: error))) }
        if !details.isEmpty {
            let texts = details.map { "\(Self.printable($0.key))=\(Self.quoted($0.value))" }
            line += " (" + texts.joined(separator: " ") + ")"
        }
        return line
    }

    private static func quoted(_ value: String) -> String {
        let text = printable(value)
        return text.isEmpty || text.contains(where: { $0 == " " || $0 == "\"" || $0 == ")" }) ? "\"\(text)\"" : text
    }

    /// Control characters, which could forge a second line or steer a terminal, are written as escapes.
    private static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var printable = ""
        for scalar in text.unicodeScalars {
            if isControl(scalar) {
                printable += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                printable.unicodeScalars.append(scalar)
            }
        }
        return printable
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
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
