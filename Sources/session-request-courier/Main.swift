internal import ArgumentParser
internal import SessionRequestCourier

@main
struct Main: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "session-request-courier")

    mutating func run() async throws {}
}
