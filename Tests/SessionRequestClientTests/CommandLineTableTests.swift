internal import SessionRequestWire
internal import Testing
internal import session_request

@Suite("Tables and sheets on a terminal")
struct CommandLineTableTests {
    private static let names = [
        "Maria Keller", "山田 太郎", "👩‍💻 Ana", "Zoë\u{1B}[31m", String(repeating: "long ", count: 40),
    ]

    @Test("No line is wider than the terminal, at any width", arguments: 20...130)
    func fits(_ columns: Int) throws {
        let requests = Self.names.enumerated().map { at, name in
            CommandLineSamples.request(
                Int64(at + 1), name: name, assignee: WireAssignee(type: "queue", id: "tier-1"), priority: "urgent")
        }
        for line in RequestTable.lines(requests, on: try CommandLineSamples.screen(columns: columns)) {
            #expect(DisplayWidth.of(line) <= columns, "\(line)")
            #expect(!line.contains("\u{1B}"))
        }
    }

    @Test("Columns line up whatever scripts the names are in")
    func aligned() throws {
        var table = Table([.init("NAME"), .init("X")])
        for name in Self.names.prefix(4) { table.append([.init(name), .init("|")]) }
        let columns = table.lines(width: 80, paint: Paint(isOn: false)).dropFirst().map { line in
            DisplayWidth.of(String(line.prefix { $0 != "|" }))
        }
        #expect(Set(columns).count == 1)
    }

    @Test("Empty columns are left out, then dispensable ones where there is no room")
    func columns() {
        var table = Table([
            .init("A"), .init("EMPTY"), .init("B", least: 4), .init("C", isDispensable: true),
            .init("D", isDispensable: true),
        ])
        table.append([.init("aaaaa"), .init(""), .init("bbbbbbbb"), .init("ccccc"), .init("ddddd")])
        let titles = { (width: Int) in
            table.lines(width: width, paint: Paint(isOn: false))[0].split(separator: " ").joined(separator: " ")
        }
        #expect(titles(80) == "A B C D")
        #expect(titles(25) == "A B C D")
        #expect(titles(24) == "A B C")
        #expect(titles(11) == "A B")
        #expect(table.lines(width: 11, paint: Paint(isOn: false))[1] == "aaaaa  bbb…")
    }

    @Test("A row's colours do not change where its columns stand")
    func painted() throws {
        let requests = [CommandLineSamples.request(1, "ready"), CommandLineSamples.request(22, "connected")]
        let plain = RequestTable.lines(requests, on: try CommandLineSamples.screen())
        let painted = RequestTable.lines(requests, on: try CommandLineSamples.screen(color: true))
        #expect(painted != plain)
        #expect(painted.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") } == plain)
    }

    @Test("A link that fits in no column stands on a line of its own, unbroken")
    func link() throws {
        var sheet = Sheet(on: try CommandLineSamples.screen(columns: 40))
        let link = "http://localhost:7080/s/aaaaaaaaaaaaoaa"
        sheet.add("link", link)
        sheet.add("gone", nil)
        sheet.add("text", "one two three four five six seven eight nine")
        #expect(sheet.lines == ["link", link, "text  one two three four five six seven", "      eight nine"])
    }

    @Test("A hostile text in any member of a request does not reach the terminal")
    func hostile() throws {
        let evil = "\u{1B}]0;x\u{7}\u{202E}\u{9B}2J"
        var request = CommandLineSamples.request(1, "ready", name: evil, tags: [evil])
        request.recipient.email = evil
        request.subject = evil
        request.comments = "a\n\(evil)"
        request.assignee = WireAssignee(type: "agent", id: evil)
        request.customFields = [evil: evil]
        request.externalReference = WireExternalReference(system: evil, id: evil, url: evil)
        request.join = WireJoin(
            method: "client", client: WireJoinClient(name: evil), target: WireTarget(scheme: evil, address: evil),
            grantedAt: evil, permissions: [evil])
        request.closed = WireClosure(reason: evil, by: CommandLineSamples.agent, at: evil, note: evil)
        request.feedback = WireFeedback(rating: 1, comment: evil, at: evil)
        request.statusSince = evil
        request.link = evil
        request.code = evil
        let screen = try CommandLineSamples.screen()
        let result = SessionRequestMethods.Connect.Result(
            sessionRequest: request, target: WireTarget(scheme: evil, address: evil),
            launch: WireLaunch(argv: [evil], uri: evil))
        let event = CommandLineSamples.event("sessionRequest.closed", request)
        let lines =
            RequestSheet.lines(request, on: screen) + RequestTable.lines([request], on: screen)
            + CreatedView.lines(request, on: screen) + ChangedView.lines(request, evil, on: screen)
            + ConnectedView.lines(result, printsOnly: true, usesURI: false, waits: false, on: screen)
            + HistoryTable.lines([event], on: screen) + [BoardView.eventLine(event, on: screen)]
        #expect(lines.count > 20)
        for line in lines {
            #expect(
                !line.unicodeScalars.contains {
                    $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}"
                })
        }
    }

    @Test("A new request shows its link, its code to read aloud, and what to do next")
    func created() throws {
        let lines = CreatedView.lines(CommandLineSamples.request(42), on: try CommandLineSamples.screen())
        #expect(lines[0] == "Session request 42 for Maria Keller is open.")
        #expect(lines.contains("  link      http://localhost:7080/s/abc"))
        #expect(lines.contains("  code      094 105 856"))
        #expect(lines.contains { $0.contains("session-request connect 42") })
    }

    @Test("A command is written so that a shell would run just that")
    func quoted() {
        let launch = WireLaunch(argv: ["ssh", "-p", "22", "--", "a b", "it's", ""], uri: nil)
        #expect(ConnectedView.command(launch, usesURI: false) == #"ssh -p 22 -- 'a b' 'it'\''s' ''"#)
    }
}
