internal import ArgumentParser
internal import Glibc
internal import SessionRequestCourier

struct PreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Show the mail of a session request, without sending it.",
        discussion: """
            Reads a JSON object on standard input: sessionRequest as session-request show --json prints it, and, if they \
            are known, purpose, organization, agentName and language.

              session-request show 42 --json | jq '{sessionRequest: .}' | session-request-courier preview
            """)

    @OptionGroup var places: PlaceOptions

    @Flag(name: .long, help: "Print everything as one JSON object, the HTML too.")
    var json = false

    func run() throws {
        do {
            let preview = try Preview(input(), configuration: places.config, overrides: places.overrides)
            for fault in preview.faults { put(Array("session-request-courier: \(fault)\n".utf8), on: STDERR_FILENO) }
            put(json ? preview.json : Array(preview.text.utf8), on: STDOUT_FILENO)
        } catch let error as any CustomStringConvertible & Error {
            put(Array("session-request-courier: \(error.description)\n".utf8), on: STDERR_FILENO)
            throw ExitCode.failure
        }
    }

    private func input() -> [UInt8] {
        var input: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 64 * 1024)
        while input.count <= Preview.inputBytes {
            let count = read(STDIN_FILENO, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            input += piece.prefix(count)
        }
        return input
    }

    private func put(_ bytes: [UInt8], on descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
