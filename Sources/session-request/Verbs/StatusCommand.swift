internal import ArgumentParser
internal import JSONRPC
internal import SessionRequestClient
internal import SessionRequestWire

struct StatusCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say whether the service is there and well, and who you are to it.",
        discussion: "Exits 0 when it is well, 1 when it is not quite, 2 when it cannot be reached.")

    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        var report = StatusReport(socket: console.path)
        do throws(Failure) {
            let (connection, peer) = try await console.connect()
            report.reached(peer)
            let info = try await console.call(DaemonMethods.Info.self, NoParams(), on: connection)
            let health = try await console.call(DaemonMethods.Health.self, NoParams(), on: connection)
            report.found(info.node, info.result, health.node, health.result)
        } catch {
            report.failed(error)
        }
        if console.isForPeople {
            console.show(report.lines(on: console.screen()))
        } else {
            console.print(json: report)
        }
        if let failure = report.failure { throw failure }
        if report.isDegraded {
            throw Failure(
                .refused, "cannot call the service well: its health is degraded",
                hint: "'journalctl -u session-requestd' tells more.")
        }
    }
}

/// What `status` found.
struct StatusReport: JSONEncodable {
    private struct Found {
        let info: JSONNode
        let health: JSONNode
        let about: DaemonMethods.Info.Result
        let checks: DaemonMethods.Health.Result
    }

    private let socket: String
    /// Who the caller is to the service; nil when it was not reached.
    private var peer: WirePeer?
    private var service: Found?
    /// Why nothing was found, though perhaps it was reached.
    private(set) var failure: Failure?

    init(socket: String) { self.socket = socket }

    mutating func reached(_ peer: WirePeer) { self.peer = peer }

    mutating func found(
        _ info: JSONNode, _ about: DaemonMethods.Info.Result, _ health: JSONNode, _ checks: DaemonMethods.Health.Result
    ) {
        service = Found(info: info, health: health, about: about, checks: checks)
    }

    mutating func failed(_ failure: Failure) { self.failure = failure }

    /// Whether it was the service that answered, be it with a no.
    private var isReached: Bool { peer != nil || failure?.refusal != nil }

    var isDegraded: Bool { service.map { $0.checks.status != "ok" } ?? false }

    func lines(on screen: Screen) -> [String] {
        var sheet = Sheet(on: screen)
        sheet.add("socket", socket)
        guard let service else {
            sheet.add("service", isReached ? "reached, but it has no answer for you" : "not reached", .red)
            addCaller(to: &sheet)
            return sheet.lines
        }
        let about = service.about
        sheet.add("service", "\(about.name) \(about.version), protocol \(about.api.major).\(about.api.minor)")
        let age = screen.age(about.startedAt)
        sheet.add("running", "\(age == "now" ? "since just now" : "for \(age)"), process \(about.pid)")
        sheet.add("health", service.checks.status, isDegraded ? .boldRed : .green)
        for check in service.checks.checks where check.status != "ok" {
            sheet.add("", "\(check.name): \(check.message ?? check.status)", .red)
        }
        addCaller(to: &sheet)
        sheet.add("links lead to", about.portal)
        sheet.add("connects with", about.connectors.joined(separator: ", "))
        sheet.add("this program", "session-request \(Console.version)")
        return sheet.lines
    }

    private func addCaller(to sheet: inout Sheet) {
        guard let peer else { return }
        sheet.add("you", "\(peer.user) (uid \(peer.uid))")
        let roles = peer.roles.joined(separator: ", ")
        sheet.add("roles", roles.isEmpty ? "none: ask an administrator" : roles, roles.isEmpty ? .yellow : nil)
    }

    func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("socket", socket)
        writer.member("reachable", isReached)
        writer.member("program", Console.version)
        if let service {
            writer.member("info", service.info)
            writer.member("health", service.health)
        } else {
            writer.member("error", ifPresent: failure?.message)
        }
        writer.member("peer", ifPresent: peer)
        writer.endObject()
    }
}
