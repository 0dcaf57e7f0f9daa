internal import SessionRequestModel
internal import Testing

/// One cell of the matrix of facts and statuses.
struct Cell: Sendable, CustomTestStringConvertible {
    enum Outcome: Sendable, Equatable {
        case moves(Status, events: [String])
        case holds
        case refused
    }

    let fact: Lifecycle.Fact
    let status: Status
    let outcome: Outcome

    var testDescription: String { "\(fact) in \(status)" }

    /// The matrix as people read it: a row for each fact; in the columns of open, waiting, ready, connected, closed and
    /// expired the status that follows, `=` for a success that changes nothing, `-` for a refusal.
    private static let matrix = """
        opened        waiting         =        =          =        -     -
        granted       ready+opened    ready    =          =        -     -
        denied        waiting+opened  waiting  waiting    -        -     -
        revoked       -               -        waiting    waiting  -     -
        connected     -               -        connected  -        -     -
        disconnected  -               -        -          ready    -     -
        closed        closed          closed   closed     closed   -     -
        expired       expired         expired  expired    =        -     -
        reopened      -               -        -          -        open  open
        """

    static let all: [Cell] = matrix.split(separator: "\n").flatMap { line -> [Cell] in
        let words = line.split(separator: " ").map(String.init)
        guard let fact = Lifecycle.Fact(rawValue: words[0]) else { return [] }
        return zip(Status.allCases, words.dropFirst()).compactMap { status, word in
            switch word {
            case "=": return Cell(fact: fact, status: status, outcome: .holds)
            case "-": return Cell(fact: fact, status: status, outcome: .refused)
            default:
                let parts = word.split(separator: "+").map(String.init)
                guard let next = Status(rawValue: parts[0]) else { return nil }
                return Cell(
                    fact: fact, status: status, outcome: .moves(next, events: parts.dropFirst() + [fact.rawValue]))
            }
        }
    }
}

@Suite struct LifecycleTests {
    @Test func `the matrix has every cell once`() {
        #expect(Cell.all.count == 54)
        #expect(Set(Cell.all.map { "\($0.fact) \($0.status)" }).count == 54)
    }

    @Test(arguments: Cell.all) func `the table rules as the matrix says`(cell: Cell) {
        let expected: Lifecycle.Ruling =
            switch cell.outcome {
            case .moves(let next, let events):
                .moves(to: next, implying: events.count > 1 ? Lifecycle.Fact(rawValue: events[0]) : nil)
            case .holds: .holds
            case .refused: .refused
            }
        #expect(Lifecycle.ruling(on: cell.fact, in: cell.status) == expected)
        #expect(Lifecycle.moves(on: cell.fact, in: cell.status) == (expected != .holds && expected != .refused))
    }

    @Test(arguments: Cell.all) func `a request lives as the matrix says`(cell: Cell) throws {
        let before = try Sample.request(in: cell.status)
        #expect(before.status == cell.status)
        var request = before
        let now = cell.fact == .expired ? max(request.expiresAt, request.statusSince) : Sample.at(60)
        let result = Result<[Event], InvalidTransition> { () throws(InvalidTransition) in
            try Self.perform(cell.fact, on: &request, at: now)
        }
        switch cell.outcome {
        case .moves(let next, let names):
            let events = try result.get()
            #expect(events.names.suffix(names.count) == names[...])
            #expect(request.status == next)
            #expect(request.statusSince == (next == cell.status ? before.statusSince : now))
            #expect(events.allSatisfy { $0.at == now })
            #expect(events.last?.sessionRequest == request)
            #expect(request.revision == before.revision + Int64(events.count))
            #expect(request.updatedAt == now)
        case .holds:
            #expect(try result.get().isEmpty)
            #expect(request == before)
        case .refused where cell.fact == .expired:
            // The clock asks nobody: where it can do nothing, nothing happens.
            #expect(try result.get().isEmpty)
            #expect(request == before)
        case .refused:
            #expect(throws: InvalidTransition.self) { try result.get() }
            if case .failure(let refusal) = result {
                #expect(refusal.fact == cell.fact)
                #expect(refusal.status == cell.status)
            }
            #expect(request == before)
        }
    }

    private static func perform(
        _ fact: Lifecycle.Fact, on request: inout SessionRequest, at now: Timestamp
    ) throws(InvalidTransition) -> [Event] {
        switch fact {
        case .opened: return try request.opened(by: .recipient, at: now)
        case .granted:
            guard let join = try? Sample.join() else { return [] }
            return try request.granted(join, by: .recipient, at: now)
        case .denied: return try request.denied(by: .recipient, at: now, maxDenials: 3)
        case .revoked: return try request.revoked(by: .recipient, at: now)
        case .connected: return try request.connected(claimedBy: "ana", leased: false, by: Sample.ana, at: now)
        case .disconnected: return try request.disconnected(by: Sample.ana, at: now)
        case .closed: return try request.closed(reason: .done, note: nil, by: Sample.ana, at: now)
        case .expired: return request.timePassed(to: now)
        case .reopened:
            return try request.reopened(
                keepLink: false, expiresAt: now.adding(seconds: 60), by: Sample.ana, at: now)
        }
    }

    @Test func `the diagram has one line for every move and nothing else`() {
        let lines = Lifecycle.diagram.split(separator: "\n").map(String.init)
        let moves = Cell.all.compactMap { cell -> String? in
            guard case .moves(let next, let events) = cell.outcome else { return nil }
            return "    \(cell.status) --> \(next): \(events.joined(separator: ", "))"
        }
        #expect(lines.first == "stateDiagram-v2")
        #expect(Set(lines.filter { !$0.contains("[*]") }.dropFirst()) == Set(moves))
        #expect(lines.count == moves.count + 4)
    }

    @Test func `every fact has its event and every status says whether it is live`() {
        for fact in Lifecycle.Fact.allCases {
            #expect(EventType(fact).rawValue == "sessionRequest.\(fact.rawValue)")
        }
        #expect(Status.allCases.filter(\.isLive) == [.open, .waiting, .ready, .connected])
    }
}
