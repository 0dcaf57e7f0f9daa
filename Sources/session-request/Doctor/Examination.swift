internal import SessionRequestClient
internal import SessionRequestWire

/// Looks at everything that a desk needs, in the order in which one thing needs the other.
struct Examination {
    let console: Console
    /// The configuration to check; nil: the one that the daemon reads by itself.
    let configuration: String?
    private(set) var findings: [Finding] = []
    /// Whether the service answered at all, if only to say no.
    private(set) var isReached = false
    private let group = Surroundings.membership()

    init(console: Console, configuration: String?) {
        self.console = console
        self.configuration = configuration
    }

    /// Whether something does not work.
    var hasFailed: Bool { findings.contains { $0.status == .failed } }

    /// Carries all checks out.
    mutating func run() async {
        let file = Surroundings.file(at: console.path)
        do throws(ClientError) {
            let connection = try await Connection.open(path: console.path)
            findings.append(.socket(at: console.path, file, nil, group: group))
            await examine(connection)
        } catch {
            findings.append(.socket(at: console.path, file, error, group: group))
            skip(["service", "role"])
            findings.append(.groups(group, hasRole: false))
            await examineMachine()
            skip(["portal", "mail", "sms", "webhooks", "storage"])
        }
    }

    private mutating func skip(_ checks: [String], because cause: String = "the service cannot be asked") {
        findings += checks.map { Finding($0, .skipped, cause) }
    }

    private var deadline: Duration { .seconds(console.timeout ?? 10) }

    /// The checks that begin with what the service says.
    private mutating func examine(_ connection: Connection) async {
        let info: DaemonMethods.Info.Result
        do throws(ClientError) {
            let hello = try await connection.call(
                RPCMethods.Hello.self, RPCMethods.Hello.Params(client: "session-request", version: Console.version),
                deadline: deadline)
            isReached = true
            info = try await connection.call(DaemonMethods.Info.self, NoParams(), deadline: deadline)
            findings += [.service(info, program: Console.version), .role(hello.peer)]
            findings.append(.groups(group, hasRole: !hello.peer.roles.isEmpty))
        } catch {
            findings.append(.service(error))
            if case .service(let refusal) = error {
                isReached = true
                findings.append(.noRole(refusal.message))
            } else {
                skip(["role"])
            }
            findings.append(.groups(group, hasRole: false))
            await examineMachine()
            return skip(["portal", "mail", "sms", "webhooks", "storage"])
        }
        await examineMachine()
        findings.append(.portal(info.portal, await WebProbe.health(of: info.portal)))
        await examineDeliveries(info.delivery, connection)
        do throws(ClientError) {
            let health = try await connection.call(DaemonMethods.Health.self, NoParams(), deadline: deadline)
            findings += Finding.health(health.checks)
        } catch { skip(["storage"], because: Failure(error).message) }
    }

    /// The checks for which nobody has to answer.
    private mutating func examineMachine() async {
        findings += await units()
        findings.append(.configuration(await configurationAnswer(), isSuperuser: Surroundings.isSuperuser))
    }

    private func units() async -> [Finding] {
        guard Surroundings.hasSystemd else { return [Finding("units", .skipped, "systemd does not run here")] }
        guard let scope = Surroundings.scope(of: console.path) else {
            return [Finding("units", .skipped, "\(console.path) is not a socket of the installed units")]
        }
        let properties = "--property=Id,LoadState,UnitFileState,ActiveState,Result"
        do {
            let said = try await ProgramOutput.of(
                ["systemctl"] + (scope == .user ? ["--user"] : []) + ["show", properties] + scope.units)
            guard said.status == 0 else {
                let cause = said.text.split(separator: "\n").first.map(String.init) ?? "exit status \(said.status)"
                return [Finding("units", .skipped, "systemctl does not answer: \(cause)")]
            }
            return Finding.units(UnitState.all(in: said.text), scope)
        } catch { return [Finding("units", .skipped, "systemctl could not be asked: \(error.text)")] }
    }

    private func configurationAnswer() async -> ConfigurationAnswer {
        guard let daemon = Surroundings.daemon else { return .noProgram }
        do {
            let said = try await ProgramOutput.of(
                [daemon, "--check-config"] + (configuration.map { ["--config", $0] } ?? []))
            return .said(status: said.status, said.text)
        } catch { return .unasked(error.text) }
    }

    /// How many of the newest living session requests are asked for their invitations: pages of 500.
    private static let pages = 4

    private mutating func examineDeliveries(_ ways: WireDeliveryWays, _ connection: Connection) async {
        let now = Terminal.now
        var mail = InvitationTally(.mail, now: now)
        var sms = InvitationTally(.sms, now: now)
        var params = SessionRequestMethods.List.Params(
            filter: WireFilter(statuses: ["open", "waiting", "ready", "connected"]), limit: 500)
        do throws(ClientError) {
            for _ in 1...Self.pages {
                let page = try await connection.call(SessionRequestMethods.List.self, params, deadline: deadline)
                for request in page.sessionRequests {
                    mail.counted(request)
                    sms.counted(request)
                }
                params.page = page.nextPage
                if params.page == nil { break }
            }
            findings += [
                .sending(.mail, isConfigured: ways.email, mail), .sending(.sms, isConfigured: ways.sms, sms),
            ]
        } catch { skip(["mail", "sms"], because: Failure(error).message) }
        findings.append(.webhooks(ways.webhooks))
    }
}
