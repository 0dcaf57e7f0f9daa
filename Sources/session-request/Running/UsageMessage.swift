/// The parser's words for a command line that it cannot read, in the words of this program.
package enum UsageMessage {
    /// The failure for what the parser would print: a line that begins with `Error: `, and how to get help.
    package static func failure(_ text: String) -> Failure {
        let lines = text.split(separator: "\n").map(String.init)
        var message = lines.first ?? ""
        if message.hasSuffix(":") {
            // What there is stands below, each on a line of its own.
            let choices = lines.dropFirst().prefix { $0.hasPrefix("  - ") }.map { $0.dropFirst("  - ".count) }
            message += " " + choices.joined(separator: ", ")
        }
        if message.hasPrefix("Error: ") { message = String(message.dropFirst("Error: ".count)) }
        if let own = message.firstRange(of: "cannot ") {
            message = String(message[own.lowerBound...])
        } else {
            message = "cannot read the command line: \(message.prefix(1).lowercased())\(message.dropFirst())"
        }
        let help = lines.last { $0.contains("--help") }.flatMap { line in
            line.split(separator: "'").first { $0.hasSuffix("--help") }
        }
        return Failure(.usage, message, hint: "'\(help ?? "session-request --help")' shows how.")
    }
}
