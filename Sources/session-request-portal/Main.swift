internal import ArgumentParser
internal import SessionRequestPortal

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "session-request-portal")

    mutating func run() async throws {}
}
