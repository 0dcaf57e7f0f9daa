/// Findings as people read them: a sign, what was looked at, what was found, and below it what to do.
package enum DoctorView {
    /// The lines of the findings, and one at the end that counts them.
    package static func lines(_ findings: [Finding], on screen: Screen) -> [String] {
        let names = findings.reduce(0) { max($0, DisplayWidth.of($1.check)) }
        let margin = names + 4
        let room = max(20, screen.columns - margin)
        var lines: [String] = []
        for finding in findings {
            let (sign, ink) = mark(finding.status)
            let texts = SafeText.lines(finding.message).flatMap { DisplayWidth.wrap($0, to: room) }
            for (at, text) in texts.enumerated() {
                let front =
                    at == 0
                    ? screen.paint(ink, sign) + " " + DisplayWidth.fill(finding.check, to: names) + "  "
                    : String(repeating: " ", count: margin)
                lines.append(front + (finding.status == .skipped ? screen.paint(.faint, text) : text))
            }
            for line in finding.advice.map({ SafeText.lines($0) }) ?? [] {
                for (at, text) in DisplayWidth.wrap(line, to: room - 2).enumerated() {
                    lines.append(String(repeating: " ", count: margin) + (at == 0 ? "→ " : "  ") + text)
                }
            }
        }
        return lines + ["", verdict(findings, on: screen)]
    }

    private static func mark(_ status: Finding.Status) -> (String, Paint.Ink) {
        switch status {
        case .ok: ("✓", .green)
        case .warning: ("!", .yellow)
        case .failed: ("✗", .boldRed)
        case .skipped: ("-", .faint)
        }
    }

    private static func verdict(_ findings: [Finding], on screen: Screen) -> String {
        let failed = findings.count { $0.status == .failed }
        let warnings = findings.count { $0.status == .warning }
        if failed > 0 { return screen.paint(.boldRed, "\(failed) of \(findings.count) checks failed.") }
        if warnings > 0 {
            return screen.paint(.yellow, "It works; \(warnings) of \(findings.count) checks ask for attention.")
        }
        return screen.paint(.green, "All is well.")
    }
}
