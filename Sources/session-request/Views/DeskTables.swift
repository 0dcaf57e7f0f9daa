package import SessionRequestWire

/// Queues, agents and clients in tables.
package enum DeskTables {
    /// Queues with who serves them.
    package static func queues(_ queues: [WireQueue], on screen: Screen) -> [String] {
        var table = Table([
            .init("ID", least: 12), .init("NAME", least: 12), .init("MEMBERS", least: 12), .init("EXPIRY"),
            .init("PUBLIC"), .init("STRATEGY"), .init("FALLBACK", least: 10), .init("DESCRIPTION", least: 12),
        ])
        for queue in queues {
            table.append([
                .init(queue.id, .bold), .init(queue.name == queue.id ? "" : queue.name), .init(members(queue)),
                .init(queue.defaultExpirySeconds.map(span) ?? ""), .init(queue.publicPage ? "yes" : ""),
                .init(queue.strategy == "manual" ? "" : queue.strategy), .init(queue.fallback ?? ""),
                .init(queue.description),
            ])
        }
        return table.lines(width: screen.columns, paint: screen.paint)
    }

    /// One queue with everything that is known of it.
    package static func queue(_ queue: WireQueue, on screen: Screen) -> [String] {
        var sheet = Sheet(on: screen)
        sheet.add("name", queue.name)
        sheet.add("description", queue.description)
        sheet.add("users", queue.members.users.joined(separator: ", "))
        sheet.add("groups", queue.members.groups.joined(separator: ", "))
        if queue.members.users.isEmpty, queue.members.groups.isEmpty { sheet.add("members", "nobody yet", .yellow) }
        sheet.add("expiry", queue.defaultExpirySeconds.map { "\(span($0)) unless a request says otherwise" })
        sheet.add("language", queue.defaultLanguage)
        sheet.add("public page", queue.publicPage ? "yes" : "no")
        sheet.add("strategy", queue.strategy)
        sheet.add("fallback", queue.fallback)
        sheet.add("revision", "\(queue.revision), changed \(screen.words(queue.updatedAt))")
        return [screen.paint(.bold, SafeText.line("Queue \(queue.id)"))] + sheet.lines
    }

    /// Agents with their clients.
    package static func agents(_ agents: [WireAgentPresence], on screen: Screen) -> [String] {
        var table = Table([
            .init("USER", least: 8), .init("UID", isNumber: true), .init("SIGNED IN"), .init("CLIENTS", least: 12),
        ])
        for agent in agents {
            let clients = agent.clients.map { client in
                ["\(client.name) \(client.version)", client.clientId].compactMap { $0 }.joined(separator: " ")
            }
            table.append([
                .init(agent.user == screen.user ? "\(agent.user) (you)" : agent.user, .bold), .init("\(agent.uid)"),
                .init(agent.signedIn ? "yes" : "no", agent.signedIn ? .green : .faint),
                .init(clients.joined(separator: ", ")),
            ])
        }
        return table.lines(width: screen.columns, paint: screen.paint)
    }

    /// Clients with whose they are.
    package static func clients(_ clients: [WireClient], on screen: Screen) -> [String] {
        var table = Table([
            .init("CLIENT ID", least: 10), .init("NAME", least: 8), .init("VERSION"), .init("USER", least: 8),
            .init("SINCE"), .init("STATE"),
        ])
        for client in clients {
            table.append([
                .init(client.clientId ?? "-", .bold), .init(client.name), .init(client.version),
                .init(client.user ?? client.uid.map { "uid \($0)" } ?? ""), .init(client.since.map(screen.age) ?? ""),
                .init(client.supported ? "" : "too old to connect", .red),
            ])
        }
        return table.lines(width: screen.columns, paint: screen.paint)
    }

    private static func members(_ queue: WireQueue) -> String {
        (queue.members.users + queue.members.groups.map { "@\($0)" }).joined(separator: ", ")
    }

    /// "2 h", "90 s".
    private static func span(_ seconds: Int64) -> String {
        switch seconds {
        case let seconds where seconds % 86400 == 0: "\(seconds / 86400) d"
        case let seconds where seconds % 3600 == 0: "\(seconds / 3600) h"
        case let seconds where seconds % 60 == 0: "\(seconds / 60) min"
        default: "\(seconds) s"
        }
    }
}
