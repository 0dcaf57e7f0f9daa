/// What asking `session-requestd --check-config` came to.
package enum ConfigurationAnswer: Sendable, Equatable {
    /// There is no such program here.
    case noProgram
    /// It could not be asked, and why.
    case unasked(String)
    /// Its exit status and what it said.
    case said(status: Int32, String)
}

extension Finding {
    /// The configuration, as the daemon itself would read it.
    package static func configuration(_ answer: ConfigurationAnswer, isSuperuser: Bool) -> Finding {
        switch answer {
        case .noProgram:
            return Finding("configuration", .skipped, "session-requestd is not on this machine, which reads it")
        case .unasked(let cause):
            return Finding("configuration", .skipped, "session-requestd could not be asked: \(cause)")
        case .said(status: 0, _): return Finding("configuration", .ok, "it is in order")
        case .said(_, let text):
            let faults = text.split(separator: "\n").map { line in
                line.hasPrefix("session-requestd: ") ? String(line.dropFirst(18)) : String(line)
            }
            if !isSuperuser, faults.contains(where: { $0.contains("Permission denied") }) {
                return Finding(
                    "configuration", .skipped, "you may not read it", advice: "sudo session-requestd --check-config")
            }
            let shown = faults.prefix(faultsShown) + (faults.count > faultsShown ? ["..."] : [])
            return Finding(
                "configuration", .failed, shown.joined(separator: "\n"),
                advice:
                    "Mend it, then 'sudo systemctl reload session-requestd'. A service that runs goes on with what it "
                    + "read before; one that starts does not start with it.")
        }
    }

    /// Enough of what is wrong to begin with.
    private static let faultsShown = 5
}
