/// What may happen to a request in which status: the one table of the lifecycle.
///
/// Pure: it knows neither who asks nor what time it is. `SessionRequest` applies it; the diagram in ARCHITECTURE.md is
/// printed from it.
public enum Lifecycle {
    /// A fact about a request, in the past tense.
    public enum Fact: String, Sendable, Hashable, CaseIterable {
        case opened, granted, denied, revoked, connected, disconnected, closed, expired, reopened
    }

    /// What the table says to a fact.
    public enum Ruling: Sendable, Hashable {
        /// The request moves to `status`, and the fact is an event. `implying` is an event that comes before it.
        case moves(to: Status, implying: Fact? = nil)
        /// The fact is true already: a success without an event.
        case holds
        /// It cannot happen in this status.
        case refused
    }

    /// The ruling on `fact` in `status`. Every cell of the 6 × 9 matrix is written out or refused by the last line.
    public static func ruling(on fact: Fact, in status: Status) -> Ruling {
        switch (fact, status) {
        case (.opened, .open): .moves(to: .waiting)
        case (.opened, .waiting), (.opened, .ready), (.opened, .connected): .holds
        case (.granted, .open): .moves(to: .ready, implying: .opened)
        case (.granted, .waiting): .moves(to: .ready)
        case (.granted, .ready), (.granted, .connected): .holds
        case (.denied, .open): .moves(to: .waiting, implying: .opened)
        case (.denied, .waiting), (.denied, .ready): .moves(to: .waiting)
        case (.revoked, .ready), (.revoked, .connected): .moves(to: .waiting)
        case (.connected, .ready): .moves(to: .connected)
        case (.disconnected, .connected): .moves(to: .ready)
        case (.closed, .open), (.closed, .waiting), (.closed, .ready), (.closed, .connected): .moves(to: .closed)
        case (.expired, .open), (.expired, .waiting), (.expired, .ready): .moves(to: .expired)
        // It stays connected; SessionRequest expires it when the connection ends.
        case (.expired, .connected): .holds
        case (.reopened, .closed), (.reopened, .expired): .moves(to: .open)
        case (.opened, _), (.granted, _), (.denied, _), (.revoked, _), (.connected, _), (.disconnected, _),
            (.closed, _),
            (.expired, _), (.reopened, _):
            .refused
        }
    }

    /// Whether `fact` can happen in `status` and would change something.
    public static func moves(on fact: Fact, in status: Status) -> Bool {
        if case .moves = ruling(on: fact, in: status) { true } else { false }
    }

    /// The table as a Mermaid state diagram, one line per move.
    public static var diagram: String {
        var lines = ["stateDiagram-v2", "    [*] --> open: created"]
        for status in Status.allCases {
            for fact in Fact.allCases {
                guard case .moves(let next, let implied) = ruling(on: fact, in: status) else { continue }
                let label = implied.map { "\($0.rawValue), \(fact.rawValue)" } ?? fact.rawValue
                lines.append("    \(status.rawValue) --> \(next.rawValue): \(label)")
            }
        }
        lines.append("    closed --> [*]: retention")
        lines.append("    expired --> [*]: retention")
        return lines.joined(separator: "\n")
    }
}

/// A fact that the table refuses.
public struct InvalidTransition: Error, Sendable, Hashable {
    /// What was to happen.
    public var fact: Lifecycle.Fact
    /// The status that forbids it.
    public var status: Status
}
