internal import SessionRequestModel
internal import SessionRequestStore

/// What is counted since the start. Lives on the event loop.
final class Metrics {
    var requests = 0
    var commits = 0
    var events = 0
    var deliveries = 0
    var accepted = 0
    var refused = 0

    /// The numbers in the text format of OpenMetrics 1.0.
    func openMetrics(_ server: Server) -> String {
        var lines: [String] = []
        func add(_ name: String, _ type: String, _ help: String, _ value: Int) {
            lines.append("# HELP session_requestd_\(name) \(help)")
            lines.append("# TYPE session_requestd_\(name) \(type)")
            lines.append("session_requestd_\(name)\(type == "counter" ? "_total" : "") \(value)")
        }
        add("calls", "counter", "Calls received.", requests)
        add("commits", "counter", "Groups of changes committed.", commits)
        add("events", "counter", "Events written to the log.", events)
        add("deliveries", "counter", "Events handed to subscriptions.", deliveries)
        add("connections_accepted", "counter", "Connections accepted.", accepted)
        add("connections_refused", "counter", "Connections refused.", refused)
        add("connections", "gauge", "Connections open now.", server.connections.count)
        add("subscriptions", "gauge", "Subscriptions to the stream now.", server.stream.count)
        add("link_watches", "gauge", "Links watched now.", server.waiting.watchCount)
        add("log_latest", "gauge", "Place of the last event in the log.", Int(server.stream.bounds.latest))
        add("log_earliest", "gauge", "Place behind which the log can be read.", Int(server.stream.bounds.earliest))
        add(
            "storage_full", "gauge", "1 while changes are refused because the disk is full.",
            server.isStorageFull ? 1 : 0)
        if let counts = try? server.store.read({ try $0.outboxCounts() }) { lines += Self.lines(counts) }
        lines.append("# EOF")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func lines(_ counts: OutboxCounts) -> [String] {
        let name = "session_requestd_outbox"
        var lines: [String] = []
        lines.append("# HELP \(name) What must leave the machine: waiting, held by a courier, or given up.")
        lines.append("# TYPE \(name) gauge")
        for (state, numbers) in [("waiting", counts.waiting), ("held", counts.held), ("failed", counts.failed)] {
            for kind in DeliveryKind.allCases {
                lines.append("\(name){kind=\"\(kind.rawValue)\",state=\"\(state)\"} \(numbers[kind] ?? 0)")
            }
        }
        return lines
    }
}
