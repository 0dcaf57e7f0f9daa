internal import JSONRPC
internal import SessionRequestWire
internal import Testing
internal import session_request

@Suite("What a status bar is given")
struct CommandLineBarTests {
    private static let now = CommandLineSamples.now
    private static let hostile = "<b>&\"'|%{F#f00}#[fg=red]#{x}\n\u{1B}[31m\u{202E}--x"

    private static func counts(_ open: Int64 = 0, waiting: Int64 = 0, ready: Int64 = 0, connected: Int64 = 0)
        -> WireStatusCounts
    {
        WireStatusCounts(open: open, waiting: waiting, ready: ready, connected: connected, closed: 9, expired: 9)
    }

    private static func content(
        _ counts: WireStatusCounts, _ people: [WireSessionRequest] = [], patience: Double = 300
    ) -> BarContent {
        BarContent(.desk(BarDesk(counts, listed: people)), now: now, patience: patience)
    }

    private static var hostileContent: BarContent {
        content(counts(waiting: 1), [CommandLineSamples.request(7, "waiting", name: hostile)])
    }

    @Test("A service that refuses is not one that is away")
    func refused() {
        let refused = BarState(Failure(WireError.permissionDenied("cannot call it")))
        #expect(refused == .refused("cannot call it [permission_denied]"))
        #expect(BarState(Failure(WireError(.busy, "cannot do it"))) == .offline("cannot do it [busy]"))
        let content = BarContent(refused, now: Self.now, patience: 1)
        #expect((content.text, content.level) == ("desk: no role", .offline))
        #expect(content.details.map(\.text) == ["cannot call it [permission_denied]"])
    }

    @Test(
        "The text counts what asks for somebody, and the level is that of the most pressing",
        arguments: [
            (counts(), "no requests", "0", BarContent.Level.idle), (counts(3), "3 open", "0", .idle),
            (counts(3, waiting: 2), "2 waiting", "2", .waiting),
            (counts(waiting: 2, ready: 1), "2 waiting, 1 ready", "2+1", .ready),
            (counts(connected: 1), "1 connected", "0", .connected),
            (counts(1, waiting: 1, connected: 4), "1 waiting, 4 connected", "1", .waiting),
        ])
    func levels(_ counts: WireStatusCounts, _ text: String, _ short: String, _ level: BarContent.Level) {
        let content = Self.content(counts)
        #expect((content.text, content.short) == (text, short))
        #expect(content.level == level)
    }

    @Test("Who waits longer than allowed is urgent, from that second on", arguments: [(299.0, false), (300, true)])
    func urgency(_ seconds: Double, _ isUrgent: Bool) {
        let waiting = CommandLineSamples.request(1, "waiting", since: -seconds)
        let ready = CommandLineSamples.request(2, "ready", since: -9999)
        let content = Self.content(Self.counts(waiting: 1, ready: 1), [ready, waiting])
        #expect((content.level == .urgent) == isUrgent)
        #expect(BarContent.Level.urgent == BarContent.Level.allCases.max())
    }

    @Test("People are told by name, ten at most, and only those who wait or are ready")
    func people() {
        let many = (1...20).map { CommandLineSamples.request($0, "waiting") }
        #expect(Self.content(Self.counts(waiting: 20), many).details.count == 10)
        let desk = BarDesk(only: [
            CommandLineSamples.request(1, "open"), CommandLineSamples.request(2, "ready", name: "Otto"),
            CommandLineSamples.request(3, "connected"),
        ])
        #expect((desk.open, desk.waiting, desk.ready, desk.connected) == (1, 0, 1, 1))
        let details = BarContent(.desk(desk), now: Self.now, patience: 1).details
        #expect(details == [BarContent.Detail(id: 2, text: "2 ready: Otto")])
    }

    @Test("A service that is away is told in every format", arguments: BarFormat.allCases)
    func offline(_ format: BarFormat) {
        let content = BarContent(.offline("cannot reach it\n\u{7}"), now: Self.now, patience: 1)
        #expect(content.level == .offline)
        let line = format.line(content, isFirst: true)
        #expect(line.contains("desk offline") && !line.contains("\u{7}") && line.hasSuffix("\n"))
    }

    @Test("Waybar gets one object, its texts free of markup")
    func waybar() throws {
        let line = BarFormat.waybar.line(Self.hostileContent, isFirst: true)
        let object = try JSONDocument([UInt8](line.utf8.dropLast())).root
        #expect(object["text"]?.string == "1 waiting" && object["class"]?.string == "waiting")
        let tooltip = try #require(object["tooltip"]?.string)
        #expect(tooltip.hasPrefix("7 waiting: &lt;b&gt;&amp;&quot;&apos;|%{F#f00}") && !tooltip.contains("\u{202E}"))
        #expect(line.filter(\.isNewline).count == 1)
    }

    @Test("i3bar gets a header, and a list of blocks that goes on with a comma")
    func i3bar() throws {
        let all =
            BarFormat.i3bar.opening + BarFormat.i3bar.line(Self.hostileContent, isFirst: true)
            + BarFormat.i3bar.line(Self.content(Self.counts()), isFirst: false) + "]"
        let lines = all.split(separator: "\n", maxSplits: 1)
        #expect(try JSONDocument([UInt8](lines[0].utf8)).root["version"]?.integer == 1)
        let blocks = try JSONDocument([UInt8](lines[1].utf8)).root.elements.compactMap { Array($0.elements).first }
        #expect(blocks.map { $0["full_text"]?.string } == ["1 waiting", "no requests"])
        #expect(blocks.map { $0["color"]?.string } == ["#e0af3c", nil])
        #expect(BarFormat.i3bar.line(Self.hostileContent, isFirst: false, isOnly: true).hasPrefix("[{"))
    }

    @Test("i3blocks gets one block")
    func i3blocks() throws {
        let line = BarFormat.i3blocks.line(Self.content(Self.counts(waiting: 1, ready: 2)), isFirst: false)
        let block = try JSONDocument([UInt8](line.utf8.dropLast())).root
        #expect(block["short_text"]?.string == "1+2" && block["markup"]?.string == "none")
    }

    @Test("polybar and tmux get their own tags and no others")
    func tags() {
        let content = Self.content(Self.counts(ready: 1))
        #expect(BarFormat.polybar.line(content, isFirst: true) == "%{F#5fb35f}1 ready%{F-}\n")
        #expect(BarFormat.tmux.line(content, isFirst: true) == "#[fg=#5fb35f]1 ready#[default]\n")
        #expect(BarFormat.polybar.line(Self.content(Self.counts()), isFirst: true) == "no requests\n")
        #expect(BarFormat.plain.line(content, isFirst: true) == "1 ready\n")
    }

    @Test("xbar gets a menu in which names are names")
    func xbar() {
        let first = BarFormat.xbar.line(Self.hostileContent, isFirst: true)
        let lines = first.split(separator: "\n")
        #expect(lines.count == 3 && lines[0].hasPrefix("1 waiting | ") && lines[1] == "---")
        #expect(lines[2].hasSuffix(" href=session-request://connect/7"))
        #expect(lines[2].filter { $0 == "|" }.count == 1)
        #expect(BarFormat.xbar.line(Self.hostileContent, isFirst: false) == "~~~\n" + first)
    }

    @Test("A notification tells who, and connects to what it shows")
    func notifications() throws {
        var request = CommandLineSamples.request(7, "ready", name: "-<i>\u{202E}")
        request.join = WireJoin(
            method: "client", target: WireTarget(scheme: "anydesk", address: "987654321"), grantedAt: request.updatedAt,
            permissions: [])
        request.subject = "A & B"
        let event = CommandLineSamples.event("sessionRequest.granted", request)
        let shown = try #require(DesktopNotification(event, user: "ana"))
        #expect(shown.arguments.contains("--action=connect=Connect") && shown.arguments.contains("--wait"))
        #expect(shown.arguments.suffix(3).first == "--")
        #expect(shown.title == "-<i>\\u{202e} allows access" && shown.body.hasPrefix("A &amp; B\n"))
        #expect(shown.body.contains("987654321") && (shown.id, shown.revision) == (7, 1))
        #expect(shown.withoutActions.actions.isEmpty && !shown.withoutActions.arguments.contains("--wait"))
        let waits = try #require(
            DesktopNotification(CommandLineSamples.event("sessionRequest.opened", request), user: ""))
        #expect(waits.actions.isEmpty && !waits.arguments.contains("--wait"))
        request.assignee = WireAssignee(type: "agent", id: "ben")
        #expect(DesktopNotification(CommandLineSamples.event("sessionRequest.granted", request), user: "ana") == nil)
        #expect(DesktopNotification(CommandLineSamples.event("sessionRequest.granted", request), user: "ben") != nil)
        #expect(DesktopNotification(CommandLineSamples.event("sessionRequest.closed", request), user: "ben") == nil)
    }
}
