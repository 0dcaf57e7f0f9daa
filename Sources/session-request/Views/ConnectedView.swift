package import SessionRequestWire

/// A session request that was just connected: where to, and with what.
package enum ConnectedView {
    /// The lines.
    package static func lines(
        _ result: SessionRequestMethods.Connect.Result, printsOnly: Bool, usesURI: Bool, waits: Bool, on screen: Screen
    ) -> [String] {
        let id = result.sessionRequest.id ?? 0
        let title = RequestSheet.title(result.sessionRequest, on: screen) + " is connected."
        var sheet = Sheet(on: screen, indent: 2)
        sheet.add("target", Words.target(result.target))
        sheet.add(usesURI ? "command" : printsOnly ? "command" : "started", command(result.launch, usesURI: usesURI))
        if printsOnly { sheet.add("address", result.launch.uri) }
        if waits { return [title] + sheet.lines }
        let steps = [
            ("session-request disconnect \(id)", "when you are out again"),
            ("session-request close \(id)", "when all is done"),
        ]
        let width = steps.reduce(0) { max($0, $1.0.count) }
        return [title] + sheet.lines
            + steps.map { "  \(DisplayWidth.fill($0, to: width))  \(screen.paint(.faint, $1))" }
    }

    /// The argument list as one would write it in a shell.
    package static func command(_ launch: WireLaunch, usesURI: Bool) -> String {
        (usesURI ? ["xdg-open", launch.uri ?? ""] : launch.argv).map(quoted).joined(separator: " ")
    }

    private static func quoted(_ word: String) -> String {
        let plain = word.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: "@%+=:,./_-".utf8.contains(byte)
            }
        }
        if plain, !word.isEmpty { return word }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
