internal import ArgumentParser
internal import SessionRequestClient

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

@main
struct Program {
    static func main() async {
        // A reader that goes away ends this program in silence.
        signal(SIGPIPE, SIG_DFL)
        LostOutput.keepClosedOnesClosed()
        do {
            let arguments = ArgumentOrder.globalOptionsLast(
                try (0..<Int(CommandLine.argc)).dropFirst().compactMap(argument))
            try Suggestion.check(arguments)
            var command = try await SessionRequestCommand.asyncParseAsRoot(arguments)
            if var verb = command as? any AsyncParsableCommand { try await verb.run() } else { try command.run() }
        } catch let failure as Failure {
            failure.end()
        } catch let problem as Unreadable {
            Failure(problem).end()
        } catch let error as ClientError {
            Failure(error).end()
        } catch {
            end(error)
        }
    }

    /// An argument as it was given; what is no text would be stored as another one.
    private static func argument(_ at: Int) throws(Failure) -> String? {
        guard let bytes = CommandLine.unsafeArgv[at] else { return nil }
        guard let text = String(validatingCString: bytes) else {
            throw Failure(
                .usage, "cannot read argument \(at) of the command line: it is not UTF-8",
                hint: "Write it in UTF-8; 'locale charmap' says what this terminal writes.")
        }
        return text
    }

    /// The parser's own ends: help and completions are a success; all else is a command line that is not understood.
    private static func end(_ error: any Error) -> Never {
        let text = SessionRequestCommand.fullMessage(for: error)
        switch SessionRequestCommand.exitCode(for: error) {
        case .success:
            Terminal.write(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n")
            exit(0)
        case .validationFailure: UsageMessage.failure(text).end()
        case let code:
            if !text.isEmpty { Terminal.write("session-request: \(text)\n", to: 2) }
            exit(code.rawValue)
        }
    }
}
