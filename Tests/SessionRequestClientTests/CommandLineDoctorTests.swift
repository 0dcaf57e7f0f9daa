internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire
internal import Testing
internal import session_request

@Suite("What the doctor makes of what is found")
struct CommandLineDoctorTests {
    private static let path = "/run/session-requestd/agent.sock"
    private static let member = GroupMembership(user: "ana", isListed: true, isHeld: true)
    private static let newcomer = GroupMembership(user: "ana", isListed: true, isHeld: false)
    private static let outsider = GroupMembership(user: "ana", isListed: false, isHeld: false)
    private static let opened = SocketFile.socket(group: "session-request", mayOpen: true)
    private static let locked = SocketFile.socket(group: "session-request", mayOpen: false)

    @Test(
        "A socket is missing, hidden, none, closed to the user, deserted, or well",
        arguments: [
            (SocketFile.missing, nil, member, Finding.Status.failed, "systemctl --user enable --now"),
            (.hidden, nil, member, .failed, "namei"), (.notASocket, nil, member, .failed, "SESSION_REQUEST_SOCKET"),
            (locked, nil, newcomer, .failed, "Log in again"), (locked, nil, outsider, .failed, "usermod"),
            (.socket(group: "root", mayOpen: false), nil, outsider, .failed, "Only the account"),
            (
                opened, ClientError.unreachable(path: path, cause: "nobody listens", advice: "Start it."), member,
                .failed,
                "Start it."
            ),
            (opened, nil, member, .ok, ""),
        ])
    func socket(
        _ file: SocketFile, _ error: ClientError?, _ group: GroupMembership, _ status: Finding.Status, _ advice: String
    ) {
        let finding = Finding.socket(at: Self.path, file, error, group: group)
        #expect((finding.check, finding.status) == ("socket", status))
        #expect(advice.isEmpty ? finding.advice == nil : finding.advice?.contains(advice) == true)
    }

    @Test("A missing socket is started where it is", arguments: ["/run/user/7/x.sock", "/run/session-requestd/g.sock"])
    func missing(_ path: String) {
        let advice = Finding.socket(at: path, .missing, nil, group: Self.member).advice ?? ""
        #expect(advice.contains("--user") == path.hasPrefix("/run/user/") && advice.contains("systemctl"))
        let elsewhere = Finding.socket(at: "/tmp/x.sock", .missing, nil, group: Self.member).advice ?? ""
        #expect(!elsewhere.contains("systemctl"))
    }

    @Test(
        "The group asks for something only of those who need it",
        arguments: [
            (member, false, Finding.Status.ok), (newcomer, false, .failed), (newcomer, true, .warning),
            (outsider, false, .failed), (outsider, true, .skipped),
            (GroupMembership(user: "root", isSuperuser: true, isListed: false, isHeld: false), false, .skipped),
            (GroupMembership(user: "ana", exists: false, isListed: false, isHeld: false), false, .skipped),
        ])
    func groups(_ group: GroupMembership, _ hasRole: Bool, _ status: Finding.Status) {
        let finding = Finding.groups(group, hasRole: hasRole)
        #expect(finding.status == status)
        if status == .failed || status == .warning { #expect(finding.advice?.contains("og in again") == true) }
    }

    private static func info(_ version: String, major: Int64 = 1) -> DaemonMethods.Info.Result {
        DaemonMethods.Info.Result(
            name: "session-requestd", version: version, api: WireAPIVersion(major: major, minor: 3), epoch: "e",
            startedAt: "2026-11-24T14:00:00Z", pid: 7, portal: "http://localhost:7080", limits: [:], connectors: [],
            features: [], delivery: WireDeliveryWays(email: false, sms: false, webhooks: 0))
    }

    @Test("Another release is a warning, another protocol a failure, a role or none is told")
    func service() {
        #expect(Finding.service(Self.info("1.0.0"), program: "1.0.0").status == .ok)
        #expect(Finding.service(Self.info("1.2.0"), program: "1.0.0").status == .warning)
        #expect(Finding.service(Self.info("2.0.0", major: 2), program: "1.0.0").status == .failed)
        #expect(Finding.service(.deadlinePassed(method: "rpc.hello", seconds: 10)).message.contains("10 s"))
        #expect(Finding.role(WirePeer(uid: 1, user: "ana", roles: ["viewer"])).status == .ok)
        #expect(Finding.role(WirePeer(uid: 1, user: "ana", roles: [])).status == .failed)
    }

    @Test("What systemctl says is read, and each unit that is not well is a finding")
    func units() {
        let text = """
            Id=session-requestd.socket
            LoadState=loaded
            UnitFileState=enabled
            ActiveState=active
            Result=success

            Id=session-request-portal.socket
            LoadState=not-found
            ActiveState=inactive

            Id=session-requestd.service
            LoadState=loaded
            UnitFileState=static
            ActiveState=failed
            Result=exit-code

            """
        let units = UnitState.all(in: text)
        #expect(units.map(\.name).count == 3)
        let findings = Finding.units(units, .system)
        #expect(findings.map(\.status) == [.failed])
        #expect(findings[0].message.contains("exit-code"))
        #expect(findings[0].advice?.contains("journalctl --unit session-requestd.service") == true)
        #expect(Finding.units([units[0]], .system).map(\.status) == [.ok])
        #expect(Finding.units([], .user).map(\.status) == [.warning])
    }

    @Test(
        "A socket that is not enabled, not active or masked",
        arguments: [
            ("session-requestd.socket", "disabled", "inactive", Finding.Status.failed, "enable --now"),
            ("session-request-portal.socket", "disabled", "inactive", .warning, "enable --now"),
            ("session-request-portal.socket", "enabled", "inactive", .failed, "systemctl start"),
            ("session-requestd-due.path", "disabled", "active", .warning, "systemctl enable"),
        ])
    func doors(_ name: String, _ file: String, _ active: String, _ status: Finding.Status, _ advice: String) throws {
        let main = UnitState("session-requestd.socket", file: "enabled", active: "active")
        let unit = UnitState(name, file: file, active: active)
        let finding = try #require(Finding.units(name == main.name ? [unit] : [main, unit], .system).first)
        #expect(finding.status == status && finding.message.contains(name))
        #expect(finding.advice?.contains("sudo") == true && finding.advice?.contains(advice) == true)
    }

    @Test("A socket of a service that runs is started after that has been stopped: systemd refuses it otherwise")
    func doorOfWhatRuns() {
        let units = [
            UnitState("session-requestd.socket", file: "enabled", active: "active"),
            UnitState("session-requestd-viewer.socket", file: "enabled", active: "inactive"),
            UnitState("session-request-portal.socket", file: "disabled", active: "inactive"),
            UnitState("session-requestd.service", file: "static", active: "active"),
            UnitState("session-request-portal.service", file: "static", active: "inactive"),
        ]
        #expect(
            Finding.units(units, .system).map(\.advice) == [
                "sudo systemctl stop session-requestd.service && sudo systemctl start session-requestd-viewer.socket",
                "sudo systemctl enable --now session-request-portal.socket",
            ])
    }

    @Test("The configuration's faults are told as the daemon tells them; one that may not be read is skipped")
    func configuration() {
        let text = "session-requestd: cannot use /x:1:2: a must be b\ncannot use /x:3:1: c must be d\n"
        let finding = Finding.configuration(.said(status: 1, text), isSuperuser: false)
        #expect(finding.status == .failed && finding.message.hasPrefix("cannot use /x:1:2"))
        let secret = ConfigurationAnswer.said(status: 1, "cannot use /x: it cannot be read: Permission denied")
        #expect(Finding.configuration(secret, isSuperuser: false).status == .skipped)
        #expect(Finding.configuration(secret, isSuperuser: true).status == .failed)
        #expect(Finding.configuration(.said(status: 0, ""), isSuperuser: false).status == .ok)
        #expect(Finding.configuration(.noProgram, isSuperuser: false).status == .skipped)
        let many = String(repeating: "cannot use /x\n", count: 99)
        #expect(
            Finding.configuration(.said(status: 1, many), isSuperuser: true).message.split(separator: "\n").count == 6)
    }

    @Test(
        "The page is well only when it says so itself",
        arguments: [
            (WebAnswer.status(200, body: "ok"), Finding.Status.ok, ""), (.status(200, body: "2\nok\n0"), .ok, ""),
            (.status(200, body: "<p>Welcome"), .failed, "portal.address"),
            (.status(503, body: "the daemon cannot be reached"), .failed, "gateway"),
            (.status(502, body: ""), .failed, "session-request-portal.socket"),
            (.status(404, body: "ok"), .failed, "portal.address"),
            (.silent("Connection refused"), .failed, "session-request-portal.socket"),
            (.unasked("curl is not installed"), .skipped, "curl --fail"),
        ])
    func portal(_ answer: WebAnswer, _ status: Finding.Status, _ advice: String) {
        let finding = Finding.portal("https://help.example.com/", answer)
        #expect(finding.status == status)
        #expect(advice.isEmpty ? finding.advice == nil : finding.advice?.contains(advice) == true)
        #expect(Finding.healthAddress("http://h/p") == "http://h/p/healthz")
    }

    @Test("Web addresses are taken apart, and what is none is refused")
    func addresses() {
        let long = WebAddress("http://[::1]:7080/help/healthz")
        #expect((long?.host, long?.port, long?.path, long?.authority) == ("::1", "7080", "/help/healthz", "[::1]:7080"))
        #expect(WebAddress("https://help.example.com/healthz")?.authority == "help.example.com")
        for wrong in [
            "", "help", "ftp://h/", "http:///x", "http://h:x/", "http://a@h/", "http://h:70800/", "http://h/a b",
        ] {
            #expect(WebAddress(wrong) == nil)
        }
    }

    @Test("Answers of web servers are read, and what is none is silence")
    func answers() {
        #expect(HTTPAnswer.read("HTTP/1.1 200 OK\r\nA: b\r\n\r\nok\n") == .status(200, body: "ok"))
        #expect(HTTPAnswer.read("HTTP/1.0 503\r\n\r\n") == .status(503, body: ""))
        #expect(HTTPAnswer.read("") == .silent("it ends the connection"))
        #expect(HTTPAnswer.read("SSH-2.0-OpenSSH_9.2\r\n") == .silent("it does not speak HTTP"))
    }

    private static func invited(_ id: Int64, _ state: String, at seconds: Double) -> WireSessionRequest {
        var request = CommandLineSamples.request(id)
        request.invitation.email = WireDelivery(
            state: state, at: CommandLineSamples.now.after(seconds: seconds).rfc3339, attempts: 3,
            error: state == "failed" ? "550 no such user" : nil)
        return request
    }

    @Test(
        "What is not sent is told in a sentence",
        arguments: [
            (InvitationTally.Way.mail, "no mail is sent from here"), (.sms, "no text messages are sent from here"),
        ])
    func unsent(_ way: InvitationTally.Way, _ message: String) {
        let finding = Finding.sending(way, isConfigured: false, InvitationTally(way, now: CommandLineSamples.now))
        #expect(finding.message == message && finding.status == .skipped)
    }

    @Test("Mail that failed is a warning, mail that lies about is a failure, and fresh mail is neither")
    func mail() {
        func finding(_ requests: [WireSessionRequest], configured: Bool = true) -> Finding {
            var tally = InvitationTally(.mail, now: CommandLineSamples.now)
            for request in requests { tally.counted(request) }
            return Finding.sending(.mail, isConfigured: configured, tally)
        }
        #expect(finding([Self.invited(1, "queued", at: -599), Self.invited(2, "sent", at: -9999)]).status == .ok)
        #expect(finding([CommandLineSamples.request(1)], configured: false).status == .skipped)
        let failed = finding((1...7).map { Self.invited($0, "failed", at: -5) })
        #expect(failed.status == .warning)
        #expect(failed.message.contains("7 session requests (1, 2, 3, 4, 5, ...)"))
        #expect(failed.message.hasSuffix("550 no such user") && failed.advice?.contains("invite 1 --email") == true)
        let late = finding([Self.invited(9, "queued", at: -601)])
        #expect(late.status == .failed && late.message.contains("session request 9"))
        #expect(late.advice?.contains("session-request-courier.path") == true)
    }

    @Test("A degraded disk is a failure; webhooks are counted")
    func health() {
        let checks = [
            WireHealthCheck(name: "storage", status: "degraded", message: "full"), .init(name: "x", status: "ok"),
        ]
        #expect(Finding.health(checks).map(\.status) == [.failed, .ok])
        #expect(Finding.webhooks(0).status == .skipped && Finding.webhooks(1).message.contains("1 endpoint is"))
    }

    @Test("People see signs, wrapped texts, what to do and a verdict; programs see an object")
    func view() throws {
        let findings = [
            Finding("socket", .ok, "there"),
            Finding("portal", .failed, "no\u{1B}[31m answer", advice: "Start it.\nLook."),
            Finding("units", .warning, "x"), Finding("sms", .skipped, "none"),
        ]
        let screen = try CommandLineSamples.screen(columns: 40)
        let lines = DoctorView.lines(findings, on: screen)
        #expect(
            lines == [
                "✓ socket  there", "✗ portal  no\\u{1b}[31m answer", "          → Start it.", "          → Look.",
                "! units   x", "- sms     none", "", "1 of 4 checks failed.",
            ])
        #expect(DoctorView.lines([findings[0]], on: screen).last == "All is well.")
        #expect(
            try DoctorView.lines([findings[0]], on: CommandLineSamples.screen(color: true))[0].contains("\u{1B}[32m✓"))
        var writer = JSONWriter()
        findings[1].encode(to: &writer)
        let text = String(decoding: writer.bytes, as: UTF8.self)
        #expect(try JSONDocument(text).root["advice"]?.string == "Start it.\nLook.")
        #expect(text.hasPrefix(#"{"check":"portal","status":"failed","message":"#))
    }
}
