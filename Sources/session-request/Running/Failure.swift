package import SessionRequestWire

/// Why a verb ended without success: what to say, and how to exit.
package struct Failure: Error, Sendable, Equatable {
    /// The exit statuses, which scripts may count on.
    package enum Status: Int32, Sendable {
        /// The service said no, or what it allowed could not be done here, or its answer could not be written.
        case refused = 1
        /// Nobody could be asked.
        case unreachable = 2
        /// The command line is not understood.
        case usage = 3
        /// The time was up.
        case timedOut = 4
    }

    package let status: Status
    /// One sentence, "cannot ...".
    package let message: String
    /// The way out, one or more sentences.
    package var hint: String?
    /// What the service said, where it is the service that said no.
    package var refusal: WireError?

    /// Just these words.
    package init(_ status: Status, _ message: String, hint: String? = nil) {
        self.status = status
        self.message = message
        self.hint = hint
    }

    /// A command line that cannot be read.
    package init(_ problem: Unreadable) { self.init(.usage, problem.description) }

    /// What is written to the terminal, the program's name in front, the way out on lines of its own; wrapped at `columns`.
    package func text(columns: Int? = nil) -> String {
        let room = max(20, columns ?? .max)
        var lines = DisplayWidth.wrap("session-request: \(SafeText.line(message))", to: room)
        for line in hint.map({ SafeText.lines($0) }) ?? [] {
            lines += DisplayWidth.wrap(line, to: room - 2).map { "  \($0)" }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
