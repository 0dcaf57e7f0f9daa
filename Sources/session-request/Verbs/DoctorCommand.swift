internal import ArgumentParser

struct DoctorCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check everything that a desk needs, and say what to do about it.",
        discussion: """
            Looks at the socket, the service, your role and groups, the units, the configuration, the page behind the links, \
            what sends mail, text messages and webhooks, and the disk; it changes nothing. In a pipe, or with --json: one \
            object a check, with check, status (ok, warning, failed, skipped), message and advice. Exits 0 when nothing \
            failed, 1 when something did, 2 when the service cannot be reached.
            """)

    @Option(
        help: ArgumentHelp(
            "The configuration to check, instead of the one that the service reads by itself.", valueName: "file"),
        completion: .file())
    var config: String?
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        var examination = Examination(console: console, configuration: config)
        await examination.run()
        let findings = examination.findings
        if console.isForPeople {
            console.show(DoctorView.lines(findings, on: console.screen()))
        } else {
            for finding in findings { console.print(json: finding) }
        }
        if !examination.isReached { throw Failure(.unreachable, "cannot reach the service at \(console.path)") }
        if examination.hasFailed {
            let failed = findings.filter { $0.status == .failed }.map(\.check)
            let names = failed.enumerated().filter { !failed[..<$0.offset].contains($0.element) }.map(\.element)
            throw Failure(.refused, "cannot call the desk well: \(names.joined(separator: ", "))")
        }
    }
}
