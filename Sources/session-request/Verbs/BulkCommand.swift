internal import ArgumentParser
internal import JSONRPC
internal import SessionRequestWire

struct BulkCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "bulk", abstract: "Do many things at once: all of them, or none.",
        discussion: """
            Reads operations, {"method": ..., "params": {...}} each: one a line, or all in one array. Prints their results in \
            order.

              jq -c '{method: "sessionRequest.close", params: {id}}' <<<'{"id": 42}' | session-request bulk
            """)

    @Argument(help: "The file to read; - is standard input.", completion: .file()) var file = "-"
    @OptionGroup(title: "Everywhere") var global: GlobalOptions

    func run(with console: Console) async throws {
        let operations = try Operations.read(try StandardInput.text(ofFile: file))
        let (connection, peer) = try await console.connect()
        let params = SessionRequestMethods.Bulk.Params(operations: operations)
        let answer: Console.Answer<SessionRequestMethods.Bulk>
        do throws(Failure) {
            answer = try await console.call(SessionRequestMethods.Bulk.self, params, on: connection)
        } catch { throw Operations.failure(error, of: operations) }
        guard let results = answer.node["results"] else { return }
        if console.isForPeople {
            let requests = results.elements.compactMap { result in
                result["sessionRequest"].flatMap { try? WireSessionRequest(from: $0) }
            }
            let screen = console.screen(user: peer.user)
            console.show(
                ["\(Words.count(operations.count, "operation")) done.", ""] + RequestTable.lines(requests, on: screen))
        } else {
            for result in results.elements { console.print(json: result) }
        }
    }
}
